package io.github.sprigfhir.app.directory.finding;

import io.github.sprigfhir.app.platform.definitions.FhirPackage;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeSystem;
import org.springframework.stereotype.Component;

/** The codes that may be asked for, as the FHIR package has them. */
@Component
final class Codes {

    private static final String BASE = "https://sprig-fhir.github.io/ig/CodeSystem/";
    static final String NEEDS = BASE + "need-category";
    static final String ACCESSIBILITY = BASE + "service-accessibility";
    static final String MODES = BASE + "contact-mode";
    static final String LEVELS = BASE + "assurance-level";

    private final Map<String, Set<String>> codes;

    Codes(FhirPackage definitions) {
        codes = definitions.definitions().stream()
                .filter(CodeSystem.class::isInstance)
                .map(CodeSystem.class::cast)
                .filter(system -> Set.of(NEEDS, ACCESSIBILITY, MODES, LEVELS).contains(system.getUrl()))
                .collect(Collectors.toUnmodifiableMap(CodeSystem::getUrl, Codes::codes, (one, same) -> one));
    }

    private static Set<String> codes(CodeSystem system) {
        return system.getConcept().stream()
                .map(CodeSystem.ConceptDefinitionComponent::getCode)
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<String> of(String system) {
        return codes.getOrDefault(system, Set.of());
    }
}
