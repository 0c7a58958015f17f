package io.github.sprigfhir.app.platform.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.hl7.fhir.r4.formats.JsonParser;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;

/**
 * Run by the build: packs the definitions of FHIR R4 that HAPI ships as 46 MB of XML into an archive from which each
 * can be read by itself, without the prose that only a reader of the specification needs.
 */
public final class PackCoreDefinitions {

    private PackCoreDefinitions() {}

    /** The one argument is the file to write; if it is there and up to date, nothing is done. */
    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[0]);
        if (!isCurrent(file)) {
            write(file);
        }
    }

    private static boolean isCurrent(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            return CoreArchive.STAMP.equals(in.readUTF());
        } catch (EOFException cutShort) {
            return false;
        }
    }

    private static void write(Path file) throws IOException {
        var stock = new DefaultProfileValidationSupport(FhirContext.forR4Cached());
        stock.fetchAllStructureDefinitions();
        stock.fetchCodeSystem("http://hl7.org/fhir/administrative-gender");
        var writer = new CoreArchive.Writer();
        var definitions = stock.fetchAllConformanceResources().stream()
                .map(MetadataResource.class::cast)
                .sorted(Comparator.comparing(MetadataResource::fhirType).thenComparing(MetadataResource::getUrl))
                .toList();
        for (var definition : definitions) {
            var lean = definition.copy();
            strip(lean);
            writer.add(about(lean), new JsonParser().composeBytes(lean));
        }
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file)) {
            writer.writeTo(out);
        }
    }

    private static CoreArchive.Entry about(MetadataResource definition) {
        if (definition instanceof StructureDefinition structure) {
            return new CoreArchive.Entry(
                    structure.fhirType(),
                    structure.getUrl(),
                    structure.getName(),
                    structure.getType(),
                    structure.getKind().toCode(),
                    structure.hasBaseDefinition() ? structure.getBaseDefinition() : "",
                    structure.getDerivation() != TypeDerivationRule.CONSTRAINT,
                    structure.getAbstract(),
                    0,
                    0,
                    0);
        }
        return new CoreArchive.Entry(definition.fhirType(), definition.getUrl(), "", "", "", "", false, false, 0, 0, 0);
    }

    private static void strip(MetadataResource definition) {
        definition.setText(null);
        definition.setContact(null);
        definition.setDescription(null);
        if (definition instanceof StructureDefinition structure) {
            structure.setMapping(null).setDifferential(null).setKeyword(null);
            structure.getSnapshot().getElement().forEach(PackCoreDefinitions::strip);
        }
        if (definition instanceof CodeSystem codes) {
            codes.getConcept().forEach(PackCoreDefinitions::strip);
        }
    }

    private static void strip(ElementDefinition element) {
        element.setShort(null)
                .setDefinition(null)
                .setComment(null)
                .setRequirements(null)
                .setAlias(null)
                .setMapping(null)
                .setExample(null)
                .setCode(null)
                .setMeaningWhenMissing(null)
                .setOrderMeaning(null)
                .setIsModifierReason(null);
        element.getBinding().setDescription(null);
        if (element.getBinding().isEmpty()) {
            element.setBinding(null);
        }
        element.getConstraint().forEach(constraint -> constraint.setXpath(null));
    }

    private static void strip(ConceptDefinitionComponent concept) {
        concept.setDefinition(null);
        concept.getConcept().forEach(PackCoreDefinitions::strip);
    }
}
