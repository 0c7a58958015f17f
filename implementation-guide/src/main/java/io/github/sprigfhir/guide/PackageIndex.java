package io.github.sprigfhir.guide;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;

/** The {@code .index.json} of a package folder, version 2, by which tools find a resource without reading them all. */
final class PackageIndex {

    private PackageIndex() {}

    static ObjectNode of(List<Artefact> artefacts) {
        ObjectNode index = JsonNodeFactory.instance.objectNode();
        index.put("index-version", 2);
        ArrayNode files = index.putArray("files");
        artefacts.forEach(artefact -> describe(files.addObject(), artefact));
        return index;
    }

    private static void describe(ObjectNode file, Artefact artefact) {
        file.put("filename", artefact.jsonFile());
        file.put("resourceType", artefact.type());
        file.put("id", artefact.id());
        if (!artefact.canonical().isEmpty()) {
            file.put("url", artefact.canonical());
        }
        if (artefact.resource() instanceof MetadataResource definition && definition.hasVersion()) {
            file.put("version", definition.getVersion());
        }
        if (artefact.resource() instanceof StructureDefinition definition) {
            file.put("kind", definition.getKind().toCode());
            file.put("type", definition.getType());
            file.put("derivation", definition.getDerivation().toCode());
        }
        if (artefact.resource() instanceof CodeSystem codeSystem) {
            file.put("content", codeSystem.getContent().toCode());
            if (codeSystem.hasSupplements()) {
                file.put("supplements", codeSystem.getSupplements());
            }
            if (codeSystem.hasValueSet()) {
                file.put("valueSet", codeSystem.getValueSet());
            }
        }
    }
}
