package io.github.sprigfhir.guide;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;

/** All resources of the guide in order of file name, structure definitions with their snapshots. */
record Artefacts(List<Artefact> all) {

    /** Reads every JSON file of the folders; a profile whose snapshot cannot be made stops the build. */
    static Artefacts load(List<Path> folders, R4Core core) throws IOException {
        IParser parser = FhirContext.forR4Cached().newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        List<Artefact> found = new ArrayList<>();
        for (Path file : jsonFiles(folders)) {
            String json = Files.readString(file);
            found.add(new Artefact((Resource) parser.parseResource(json), json));
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("No compiled artefacts in " + folders + ": run the profiles' build first.");
        }
        found.sort(Comparator.comparing(Artefact::jsonFile));
        return new Artefacts(withSnapshots(found, core, parser));
    }

    /** The artefact with this canonical address, whatever version is asked for. */
    Optional<Artefact> byCanonical(String canonical) {
        String url = canonical.replaceFirst("\\|.*", "");
        return all.stream()
                .filter(artefact -> artefact.isDefinition() && url.equals(artefact.canonical()))
                .findFirst();
    }

    /** The artefact that a literal reference such as {@code Patient/123} points to. */
    Optional<Artefact> byReference(String reference) {
        return all.stream()
                .filter(artefact -> reference.equals(artefact.type() + "/" + artefact.id()))
                .findFirst();
    }

    private static List<Path> jsonFiles(List<Path> folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> content = Files.list(folder)) {
                content.filter(file -> file.toString().endsWith(".json")).forEach(files::add);
            }
        }
        return files;
    }

    private static List<Artefact> withSnapshots(List<Artefact> found, R4Core core, IParser parser) {
        Snapshots snapshots =
                new Snapshots(core, found.stream().map(Artefact::resource).toList());
        parser.setPrettyPrint(true);
        return found.stream()
                .map(artefact -> {
                    if (!(artefact.resource() instanceof StructureDefinition definition)) {
                        return artefact;
                    }
                    snapshots.complete(definition);
                    return new Artefact(definition, parser.encodeResourceToString(definition));
                })
                .toList();
    }
}
