package io.github.sprigfhir.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** The published examples that tell the story, most of them transactions, from the server's guide or from a folder. */
record Examples(
        JsonNode directory,
        JsonNode offer,
        JsonNode gpReferral,
        JsonNode contact,
        JsonNode missedContact,
        JsonNode supportPlan,
        JsonNode onwardReferral,
        JsonNode exitOutcome,
        JsonNode answers,
        JsonNode experience,
        JsonNode unmetNeed) {

    /** Finds one example file by its name. */
    @FunctionalInterface
    private interface Shelf {
        JsonNode fetch(String file) throws Unexpected, InterruptedException;
    }

    /** The same, with all that the person agrees to agreed at this moment: what was said last is what counts. */
    Examples agreedAt(Instant moment) {
        return new Examples(
                directory,
                offer,
                agreedAt(moment, gpReferral),
                contact,
                missedContact,
                supportPlan,
                agreedAt(moment, onwardReferral),
                exitOutcome,
                answers,
                experience,
                unmetNeed);
    }

    private static JsonNode agreedAt(Instant moment, JsonNode bundle) {
        var copy = bundle.deepCopy();
        for (var entry : copy.path("entry")) {
            if (entry.path("resource") instanceof ObjectNode resource
                    && resource.path("resourceType").asText().equals("Consent")) {
                resource.put("dateTime", moment.toString());
            }
        }
        return copy;
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
                shelf.fetch("Bundle-example-support-plan.json"),
                shelf.fetch("Bundle-example-onward-referral.json"),
                shelf.fetch("Bundle-example-exit-outcome.json"),
                shelf.fetch("QuestionnaireResponse-example-answers.json"),
                shelf.fetch("QuestionnaireResponse-example-experience.json"),
                shelf.fetch("Observation-example-unmet-need.json"));
    }
}
