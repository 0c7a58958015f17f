package io.github.sprigfhir.app.platform.validation;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;

/** The compiled definitions and published examples, as the other modules keep them. */
final class Corpus {

    static final FhirContext FHIR = FhirContext.forR4Cached();

    private static final List<Path> COMPILED =
            List.of(Path.of("../../terminology/generated"), Path.of("../../profiles/generated"));
    private static final Set<Class<?>> DEFINITIONS =
            Set.of(StructureDefinition.class, ValueSet.class, CodeSystem.class);

    final List<Resource> definitions = new ArrayList<>();
    final Map<String, DomainResource> examples = new TreeMap<>();

    Corpus() {
        for (var folder : COMPILED) {
            try (var files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(this::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private void add(Path file) {
        var resource = parse(read(file));
        if (DEFINITIONS.contains(resource.getClass())) {
            definitions.add(resource);
        } else if (resource instanceof DomainResource example && !isRead(resource)) {
            examples.put(file.getFileName().toString(), example);
        } else if (resource instanceof Bundle bundle) {
            bundle.getEntry().forEach(entry -> addEntry(file, entry));
        }
    }

    /** What the server reads from the package, and nobody sends. */
    private static boolean isRead(Resource resource) {
        return resource instanceof MetadataResource || resource instanceof ObservationDefinition;
    }

    private void addEntry(Path file, Bundle.BundleEntryComponent entry) {
        if (entry.getResource() instanceof DomainResource example) {
            examples.put(file.getFileName() + "#" + examples.size(), example);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Resource parse(String json) {
        return (Resource) FHIR.newJsonParser().parseResource(json);
    }

    /** The profile that an example claims, or else the definition of its type. */
    static String profileOf(Resource resource) {
        return resource.getMeta().hasProfile()
                ? resource.getMeta().getProfile().get(0).getValue()
                : "http://hl7.org/fhir/StructureDefinition/" + resource.fhirType();
    }
}
