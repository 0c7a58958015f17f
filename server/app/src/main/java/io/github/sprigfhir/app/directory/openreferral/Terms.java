package io.github.sprigfhir.app.directory.openreferral;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.domain.directory.feed.NeedTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.HealthcareService;

/** Needs and activities as taxonomy terms; the needs are a taxonomy of ours. */
final class Terms {

    static final String OURS = Codes.idOf(Codes.NEED);
    static final String OUR_NAME = "Sprig need categories";

    private Terms() {}

    static void write(HealthcareService service, ObjectNode json) {
        for (var need : service.getExtensionsByUrl(Codes.SERVICE_NEED)) {
            if (need.getValue() instanceof CodeableConcept concept) {
                var attribute =
                        attribute(json, service, concept.getCodingFirstRep().getCode());
                attribute.set("taxonomy_term", need(concept.getCodingFirstRep().getCode()));
            }
        }
        for (var type : service.getType()) {
            var coding = type.getCodingFirstRep();
            var attribute = attribute(json, service, "type|" + PublishedService.words(type));
            var term = attribute.putObject("taxonomy_term");
            term.put("id", coding.hasCode() ? coding.getCode() : Codes.idOf("term", PublishedService.words(type)));
            term.put("name", PublishedService.words(type));
            if (coding.hasSystem()) {
                term.put("taxonomy", coding.getSystem());
            }
        }
    }

    private static ObjectNode attribute(ObjectNode json, HealthcareService service, String what) {
        var attribute = json.withArray("attributes").addObject();
        attribute.put("id", Codes.idOf(String.valueOf(service.getIdPart()), "attribute", what));
        attribute.put("link_entity", "service");
        return attribute;
    }

    /** One of our categories. */
    static ObjectNode need(String code) {
        var term = Published.object();
        term.put("id", Codes.idOf(Codes.NEED, code));
        term.put("code", code);
        var words = Arrays.stream(code.split("-", -1)).collect(Collectors.joining(" "));
        term.put("name", Character.toUpperCase(words.charAt(0)) + words.substring(1));
        term.put("taxonomy", OUR_NAME);
        term.put("term_uri", NeedTable.ADDRESS + code);
        return term;
    }

    static List<ObjectNode> needs() {
        return NeedTable.categories().stream().sorted().map(Terms::need).toList();
    }
}
