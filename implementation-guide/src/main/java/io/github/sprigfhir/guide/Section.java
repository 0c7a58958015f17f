package io.github.sprigfhir.guide;

import java.util.List;
import org.hl7.fhir.r4.model.ResourceType;

/** The sections of the guide, in the order of its menu; each has one narrative page. */
enum Section {
    HOME("index", "Home"),
    PATHWAY("story", "Pathway"),
    ACCESS("access", "Access"),
    HANDOVER("handover", "Handover"),
    CONSENT("consent", "Consent"),
    PLANS("plans", "Goals and plans"),
    DIRECTORY("directory", "The directory"),
    LISTING("listing", "Listing services"),
    GAPS("gaps", "Gaps and experience"),
    OUTCOMES("outcomes", "Outcomes"),
    RESEARCH("research", "Research"),
    VIEWS("views", "Views"),
    PROFILES("profiles", "Profiles"),
    RECORD("record", "National record"),
    TERMINOLOGY("terminology", "Terminology"),
    SEARCH("search", "Search"),
    FINDING("finding", "Finding services"),
    FEEDBACK("feedback", "Feedback"),
    CIRCLE("circle", "Circle of care"),
    AUDIT("audit", "Audit"),
    EXAMPLES("examples", "Examples"),
    IDENTIFIERS("identifiers", "Identifiers"),
    PERMISSIONS("permissions", "Permissions"),
    ERRORS("errors", "Errors"),
    DOWNLOAD("download", "Download");

    private static final List<ResourceType> TERMS =
            List.of(ResourceType.CodeSystem, ResourceType.ValueSet, ResourceType.ConceptMap, ResourceType.NamingSystem);
    private static final List<ResourceType> API =
            List.of(ResourceType.SearchParameter, ResourceType.OperationDefinition, ResourceType.CapabilityStatement);

    private final String stem;
    private final String label;

    Section(String stem, String label) {
        this.stem = stem;
        this.label = label;
    }

    /** The section whose list names the artefact. */
    static Section of(Artefact artefact) {
        ResourceType type = artefact.resource().getResourceType();
        if (!artefact.isDefinition()) {
            return EXAMPLES;
        }
        if (TERMS.contains(type)) {
            return TERMINOLOGY;
        }
        return API.contains(type) ? SEARCH : PROFILES;
    }

    String label() {
        return label;
    }

    String markdownFile() {
        return stem + ".md";
    }

    String pageFile() {
        return stem + ".html";
    }
}
