package io.github.sprigfhir.profiles;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;

/** UK Core as it lies beside the repository; it is not ours to ship. */
record UkCore(ProfileValidator validator, Artefacts definitions, Artefacts examples) {

    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "ukcore");

    /** UK Core, read once; or skips the calling test, and says so, where it is not at hand. */
    static UkCore orSkip() {
        assumeTrue(
                Files.isDirectory(FOLDER),
                "UK Core was not found at ../shared/data/ukcore beside the repository: nothing was checked against it.");
        return Holder.READ;
    }

    private static UkCore read() {
        Artefacts definitions = Artefacts.in(
                FOLDER.resolve("structuredefinitions"), FOLDER.resolve("codesystems"), FOLDER.resolve("valuesets"));
        return new UkCore(
                new ProfileValidator(Stream.concat(definitions.definitions(), Artefacts.OURS.definitions())),
                definitions,
                Artefacts.in(FOLDER.resolve("examples")));
    }

    boolean hasProfileFor(Resource resource) {
        return definitions.all(StructureDefinition.class).anyMatch(p -> p.getUrl()
                .equals(profileOfType(resource)));
    }

    /** The general profile of the resource's type. */
    static String profileOfType(Resource resource) {
        return "https://fhir.hl7.org.uk/StructureDefinition/UKCore-" + resource.fhirType();
    }

    /** The profile that a UK Core example shows: the most exact one after which it is named. */
    String profileShownBy(Resource example) {
        return definitions
                .all(StructureDefinition.class)
                .filter(p -> example.getIdPart().startsWith(p.getIdPart() + "-"))
                .max(Comparator.comparing(p -> p.getIdPart().length()))
                .map(StructureDefinition::getUrl)
                .orElseGet(() -> profileOfType(example));
    }

    private static final class Holder {
        private static final UkCore READ = read();
    }
}
