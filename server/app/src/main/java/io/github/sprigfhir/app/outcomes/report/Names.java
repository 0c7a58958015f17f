package io.github.sprigfhir.app.outcomes.report;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.definitions.FhirPackage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.ValueSet;
import org.springframework.stereotype.Component;

/** Gives codes and addresses the names by which people know them, so that a report can be read without looking them up. */
@Component
class Names {

    private final Map<String, String> displays = new HashMap<>();
    private final Store store;

    Names(FhirPackage definitions, Store store) {
        this.store = store;
        for (var gender : AdministrativeGender.values()) {
            if (gender != AdministrativeGender.NULL) {
                displays.put(key(gender.getSystem(), gender.toCode()), gender.getDisplay());
            }
        }
        for (var definition : definitions.definitions()) {
            if (definition instanceof CodeSystem system) {
                system.getConcept()
                        .forEach(
                                concept -> displays.put(key(system.getUrl(), concept.getCode()), concept.getDisplay()));
            } else if (definition instanceof ValueSet values) {
                values.getCompose().getInclude().forEach(this::learn);
            }
        }
    }

    private void learn(ValueSet.ConceptSetComponent included) {
        included.getConcept().stream()
                .filter(ValueSet.ConceptReferenceComponent::hasDisplay)
                .forEach(concept ->
                        displays.putIfAbsent(key(included.getSystem(), concept.getCode()), concept.getDisplay()));
    }

    /** A code with its display, if that is known. */
    CodeableConcept code(String system, String code) {
        return new CodeableConcept(
                new Coding().setSystem(system).setCode(code).setDisplay(displays.get(key(system, code))));
    }

    CodeableConcept service(String id) {
        return text(
                "HealthcareService/" + id,
                store.find(HealthcareService.class, id).map(HealthcareService::getName));
    }

    CodeableConcept organisation(String id) {
        return text("Organization/" + id, store.find(Organization.class, id).map(Organization::getName));
    }

    private static CodeableConcept text(String address, Optional<String> name) {
        return new CodeableConcept()
                .setText(name.map(known -> "%s (%s)".formatted(known, address)).orElse(address));
    }

    private static String key(String system, String code) {
        return system + "|" + code;
    }
}
