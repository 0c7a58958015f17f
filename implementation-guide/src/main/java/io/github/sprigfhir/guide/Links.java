package io.github.sprigfhir.guide;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.MetadataResource;
import org.jspecify.annotations.Nullable;

/** Turns the addresses inside artefacts into links: to our own page, else to HL7's specification, else to plain text. */
final class Links {

    private static final String FHIRPATH_TYPES = "http://hl7.org/fhirpath/System.";

    private static final Map<String, String> KNOWN_SYSTEMS = Map.of(
            "http://snomed.info/sct", "SNOMED CT",
            "http://loinc.org", "LOINC",
            "http://unitsofmeasure.org", "UCUM",
            "urn:ietf:bcp:47", "BCP 47");

    private final Artefacts artefacts;
    private final R4Core core;
    private final Set<String> resourceTypes;

    Links(Artefacts artefacts, R4Core core) {
        this.artefacts = artefacts;
        this.core = core;
        this.resourceTypes = core.getFhirContext().getResourceTypes();
    }

    /** A definition by its title, linked. */
    Html canonical(String canonical) {
        Optional<Artefact> own = artefacts.byCanonical(canonical);
        if (own.isPresent()) {
            return Html.link(own.get().pageFile(), own.get().title());
        }
        return SpecLinks.forCanonical(canonical, resourceTypes)
                .map(page -> Html.link(page, title(canonical)))
                .orElseGet(() -> Html.code(canonical));
    }

    /** A code system by the name people know it by, else as any other canonical. */
    Html system(String system) {
        String name = KNOWN_SYSTEMS.get(system);
        return name == null ? canonical(system) : Html.text(name);
    }

    /** An extension by its title, linked; of one that is not ours the last part of its address. */
    Html extension(String url) {
        return artefacts.byCanonical(url).isPresent()
                ? canonical(url)
                : Html.tag("span", Html.attribute("title", url), Html.text(url.substring(url.lastIndexOf('/') + 1)));
    }

    /** A FHIR type by its name, linked. */
    Html type(String code) {
        if (code.startsWith(FHIRPATH_TYPES)) {
            return Html.text(code.substring(FHIRPATH_TYPES.length()).toLowerCase(Locale.ROOT));
        }
        return Html.link(SpecLinks.forType(code, resourceTypes), code);
    }

    /** A literal reference, linked when it points to an example of ours. */
    Html reference(String reference) {
        return artefacts
                .byReference(reference)
                .map(target -> Html.link(target.pageFile(), reference))
                .orElseGet(() -> Html.code(reference));
    }

    /** Types are known by their names; the titles of value sets and profiles are worth reading their definitions for. */
    private String title(String canonical) {
        String url = canonical.replaceFirst("\\|.*", "");
        String name = url.substring(url.lastIndexOf('/') + 1);
        if (resourceTypes.contains(name)) {
            return name;
        }
        MetadataResource definition = definition(url);
        if (definition == null) {
            return name;
        }
        return definition.hasTitle() ? definition.getTitle() : definition.getName();
    }

    private @Nullable MetadataResource definition(String url) {
        if (url.contains("/StructureDefinition/")) {
            return core.fetchStructureDefinition(url);
        }
        return url.contains("/ValueSet/") ? core.fetchValueSet(url) : core.fetchCodeSystem(url);
    }
}
