package io.github.sprigfhir.app.consent;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.domain.kernel.Party;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Consent;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes what a person says about sharing take effect in the transaction that records it, and notes when it next will. */
@Component
@Order(AtCommit.Turn.WITHDRAWAL)
class ConsentKeeper implements AtCommit {

    private final PersonsConsents consents;
    private final Withdrawal withdrawal;
    private final DueConsents due;

    ConsentKeeper(PersonsConsents consents, Withdrawal withdrawal, DueConsents due) {
        this.consents = consents;
        this.withdrawal = withdrawal;
        this.due = due;
    }

    @Override
    public void follow(List<Change> changes) {
        var brought = PersonsConsents.brought(changes);
        var takenBack = new TreeMap<Party, RequestDetails>(Comparator.comparing(Party::name));
        var spoken = new TreeMap<Party, Boolean>(Comparator.comparing(Party::name));
        for (var change : changes) {
            sharing(change).ifPresent(consent -> {
                var person = FhirConsent.of(consent).person();
                spoken.put(person, brought.contains(person));
                if (!brought.contains(person) && mayTakeBack(change, consent)) {
                    takenBack.put(person, cause(change));
                }
            });
        }
        takenBack.forEach(withdrawal::settle);
        spoken.forEach((person, isNew) -> due.note(person, consents.of(person, changes), isNew));
    }

    /** A consent that is, or was, about sharing. */
    private static Optional<Consent> sharing(Change change) {
        return change.now(Consent.class)
                .filter(consent -> FhirConsent.isAboutSharing(consent)
                        || change.earlier(Consent.class)
                                .filter(FhirConsent::isAboutSharing)
                                .isPresent());
    }

    /** What changes may have been narrowed, by any of its elements; what is new takes back only what it denies. */
    private static boolean mayTakeBack(Change change, Consent consent) {
        return !change.isCreation() || FhirConsent.of(consent).mayTakeBack();
    }

    private static RequestDetails cause(Change change) {
        return Optional.ofNullable(change.request()).orElseGet((Supplier<RequestDetails>) SystemRequestDetails::new);
    }
}
