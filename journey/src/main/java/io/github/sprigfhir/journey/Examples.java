package io.github.sprigfhir.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** The published examples that tell the story, all but one of them transactions, from the server's guide or from a folder. */
record Examples(
        JsonNode directory,
        JsonNode offer,
        JsonNode gpReferral,
        JsonNode contact,
        JsonNode missedContact,
        JsonNode onwardReferral,
        JsonNode exitOutcome) {

    /** Finds one example file by its name. */
    @FunctionalInterface
    private interface Shelf {
        JsonNode fetch(String file) throws Unexpected, InterruptedException;
    }

    static Examples fromGuide(Http http) throws Unexpected, InterruptedException {
        return from(file -> http.get("/guide/" + file).expect(200).body());
    }

    static Examples fromFolder(Path folder) throws Unexpected, InterruptedException {
        var json = new ObjectMapper();
        return from(file -> {
            try {
                return json.readTree(folder.resolve(file).toFile());
            } catch (IOException problem) {
                throw new Unexpected("the example file " + file, problem.toString());
            }
        });
    }

    private static Examples from(Shelf shelf) throws Unexpected, InterruptedException {
        return new Examples(
                shelf.fetch("Bundle-example-directory.json"),
                shelf.fetch("Bundle-example-offer.json"),
                shelf.fetch("Bundle-example-gp-referral.json"),
                shelf.fetch("Bundle-example-contact.json"),
                shelf.fetch("Encounter-example-contact-missed.json"),
                shelf.fetch("Bundle-example-onward-referral.json"),
                shelf.fetch("Bundle-example-exit-outcome.json"));
    }
}
