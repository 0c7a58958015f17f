package io.github.sprigfhir.app.outcomes.report;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.definitions.FhirPackage;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** Looks up at once what a report is to call by name. */
    Places places(Collection<String> services, Collection<String> organisations) {
        return new Places(
                store.readAll(HealthcareService.class, services).stream()
                        .filter(HealthcareService::hasName)
                        .collect(Collectors.toMap(one -> one.getIdElement().getIdPart(), HealthcareService::getName)),
                store.readAll(Organization.class, organisations).stream()
                        .filter(Organization::hasName)
                        .collect(Collectors.toMap(one -> one.getIdElement().getIdPart(), Organization::getName)));
    }

    /** The names of services and organisations by their ids, as far as there are such. */
    record Places(Map<String, String> services, Map<String, String> organisations) {

        Places {
            services = Map.copyOf(services);
            organisations = Map.copyOf(organisations);
        }

        CodeableConcept service(String id) {
            return text("HealthcareService/" + id, Optional.ofNullable(services.get(id)));
        }

        CodeableConcept organisation(String id) {
            return text("Organization/" + id, Optional.ofNullable(organisations.get(id)));
        }

        private static CodeableConcept text(String address, Optional<String> name) {
            return new CodeableConcept()
                    .setText(name.map(known -> "%s (%s)".formatted(known, address))
                            .orElse(address));
        }
    }

    private static String key(String system, String code) {
        return system + "|" + code;
    }
}
