package io.github.sprigfhir.guide;

import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.Resource;

/** One resource of the guide, with the JSON that is published for it. */
record Artefact(Resource resource, String json) {

    String type() {
        return resource.fhirType();
    }

    String id() {
        return resource.getIdElement().getIdPart();
    }

    private String stem() {
        return type() + "-" + id();
    }

    String jsonFile() {
        return stem() + ".json";
    }

    String pageFile() {
        return stem() + ".html";
    }

    /** Whether it defines something; what does not is an example. */
    boolean isDefinition() {
        return resource instanceof MetadataResource || resource instanceof ObservationDefinition;
    }

    String title() {
        if (resource instanceof ObservationDefinition measure) {
            return measure.getPreferredReportName();
        }
        if (!(resource instanceof MetadataResource definition)) {
            return type() + " " + id();
        }
        if (definition.hasTitle()) {
            return definition.getTitle();
        }
        return definition.hasName() ? definition.getName() : id();
    }

    /** The canonical address of a definition; empty for an example. */
    String canonical() {
        return resource instanceof MetadataResource definition
                        && !(resource instanceof NamingSystem)
                        && definition.hasUrl()
                ? definition.getUrl()
                : "";
    }

    /** What a definition says it is for, in Markdown; empty for an example. */
    String description() {
        return resource instanceof MetadataResource definition && definition.hasDescription()
                ? definition.getDescription()
                : "";
    }
}
