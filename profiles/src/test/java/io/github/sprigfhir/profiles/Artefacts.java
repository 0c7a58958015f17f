package io.github.sprigfhir.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The resources in one or more folders, in the order of their file names. */
record Artefacts(List<Resource> resources) {

    static final FhirContext FHIR = FhirContext.forR4Cached();

    /** What SUSHI has compiled and the repository holds. */
    static final Artefacts OURS = in(Path.of("..", "terminology", "generated"), Path.of("generated"));

    static Artefacts in(Path... folders) {
        return new Artefacts(Stream.of(folders).flatMap(Artefacts::read).toList());
    }

    /** Everything of one type, such as every profile and extension. */
    <T extends Resource> Stream<T> all(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast);
    }

    Stream<Resource> definitions() {
        return resources.stream().filter(MetadataResource.class::isInstance);
    }

    /** The examples that stand alone. */
    Stream<Resource> examples() {
        return resources.stream().filter(r -> !(r instanceof MetadataResource) && !(r instanceof Bundle));
    }

    /** The example transactions, as they stand once their conditional references are resolved. */
    Stream<Bundle> transactions() {
        return all(Bundle.class).map(Bundle::copy).map(Artefacts::resolved);
    }

    /** Every resource that is sent within a transaction. */
    Stream<Resource> sent() {
        return transactions().flatMap(b -> b.getEntry().stream()).map(BundleEntryComponent::getResource);
    }

    /** A fresh copy of an example, for a test to change. */
    @SuppressWarnings("unchecked")
    <T extends Resource> T example(Class<T> type, String id) {
        return (T) all(type)
                .filter(r -> r.getIdPart().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No example " + id))
                .copy();
    }

    /** HL7's validator takes the type of Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|1 to be Id. */
    private static Bundle resolved(Bundle bundle) {
        bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .flatMap(r -> FHIR.newTerser().getAllPopulatedChildElementsOfType(r, Reference.class).stream())
                .filter(r -> r.hasReference() && r.getReference().contains("?"))
                .forEach(r -> r.setReference(r.getReference().replaceFirst("\\?.*", "/resolved")));
        return bundle;
    }

    private static Stream<Resource> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(f -> f.toString().endsWith(".json") || f.toString().endsWith(".xml"))
                    .sorted(Comparator.comparing(Path::toString))
                    .map(Artefacts::parse)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Resource parse(Path file) {
        IParser parser = file.toString().endsWith(".xml") ? FHIR.newXmlParser() : FHIR.newJsonParser();
        parser.setParserErrorHandler(new LenientErrorHandler().disableAllErrors());
        try {
            return (Resource) parser.parseResource(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
