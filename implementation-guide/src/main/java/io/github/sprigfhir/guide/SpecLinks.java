package io.github.sprigfhir.guide;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where HL7's FHIR R4 specification describes a type, profile, value set or code system. */
final class SpecLinks {

    static final String SPECIFICATION = "http://hl7.org/fhir/R4/";

    private static final String FHIR = "http://hl7.org/fhir/";
    private static final String TERMINOLOGY = "http://terminology.hl7.org/";
    /** Types whose description is not on the data types page. */
    private static final Map<String, String> OWN_PAGE = Map.of(
            "Extension", "extensibility.html#Extension",
            "Reference", "references.html#Reference",
            "Narrative", "narrative.html#Narrative",
            "Meta", "resource.html#Meta",
            "Dosage", "dosage.html#Dosage",
            "ElementDefinition", "elementdefinition.html",
            "xhtml", "narrative.html#xhtml");

    private SpecLinks() {}

    /** Empty when the address is not one of HL7's own. */
    static Optional<String> forCanonical(String canonical, Set<String> resourceTypes) {
        String url = canonical.replaceFirst("\\|.*", "");
        String name = url.substring(url.lastIndexOf('/') + 1);
        if (url.startsWith(FHIR + "StructureDefinition/")) {
            return Optional.of(forStructure(name, resourceTypes));
        }
        if (url.startsWith(FHIR + "ValueSet/")) {
            return Optional.of(SPECIFICATION + "valueset-" + name + ".html");
        }
        if (url.startsWith(TERMINOLOGY + "ValueSet/v3-")) {
            return Optional.of(SPECIFICATION + "v3/" + name.substring(3) + "/vs.html");
        }
        if (url.startsWith(TERMINOLOGY + "CodeSystem/v3-")) {
            return Optional.of(SPECIFICATION + "v3/" + name.substring(3) + "/cs.html");
        }
        if (url.startsWith(TERMINOLOGY + "CodeSystem/")) {
            return Optional.of(SPECIFICATION + "codesystem-" + name + ".html");
        }
        boolean specifiesCodes = url.equals(FHIR + name);
        return specifiesCodes ? Optional.of(SPECIFICATION + "codesystem-" + name + ".html") : Optional.empty();
    }

    /** The page of a resource type or data type, by its name. */
    static String forType(String name, Set<String> resourceTypes) {
        if (resourceTypes.contains(name) || name.equals("Resource") || name.equals("DomainResource")) {
            return SPECIFICATION + name.toLowerCase(Locale.ROOT) + ".html";
        }
        return SPECIFICATION + OWN_PAGE.getOrDefault(name, "datatypes.html#" + name);
    }

    private static String forStructure(String name, Set<String> resourceTypes) {
        boolean isType = resourceTypes.contains(name)
                || OWN_PAGE.containsKey(name)
                || !name.contains("-")
                || name.equals("DomainResource");
        return isType
                ? forType(name, resourceTypes)
                : SPECIFICATION + "extension-" + name.toLowerCase(Locale.ROOT) + ".html";
    }
}
