package io.github.sprigfhir.app.consent;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.domain.consent.Agreement;
import io.github.sprigfhir.domain.kernel.Party;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/** Finds all that a person has said about sharing and research. */
@Component
public class PersonsConsents {

    private final Store store;

    PersonsConsents(Store store) {
        this.store = store;
    }

    /** As this transaction leaves them. */
    public List<Agreement> of(Party person) {
        return store.referring(Consent.class, "patient", List.of(person.name())).stream()
                .map(FhirConsent::of)
                .toList();
    }

    /** As above; of whom this transaction has brought nothing else is on record, and nothing needs to be searched. */
    List<Agreement> of(Party person, List<Change> changes) {
        if (!brought(changes).contains(person)) {
            return of(person);
        }
        var latest = new LinkedHashMap<String, Consent>();
        changes.stream()
                .flatMap(change -> change.now(Consent.class).stream())
                .forEach(consent -> latest.put(FhirConsent.address(consent), consent));
        return latest.values().stream()
                .map(FhirConsent::of)
                .filter(consent -> consent.person().equals(person))
                .toList();
    }

    /** Those who were not on record before this transaction. */
    static Set<Party> brought(List<Change> changes) {
        return changes.stream()
                .filter(Change::isCreation)
                .flatMap(change -> change.now(Patient.class).stream())
                .map(patient -> new Party(FhirConsent.address(patient)))
                .collect(Collectors.toSet());
    }
}
