package io.github.sprigfhir.app.consent;

import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.consent.ConsentRule;
import io.github.sprigfhir.domain.consent.ConsentState;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps consents as the evidence that they are, and lets them name only those for whom a record can be closed. */
@Component
@Order(AtCommit.Turn.CONSENT_RECORD)
class ConsentRecordCheck implements AtCommit {

    @Override
    public void follow(List<Change> changes) {
        var problems = new ArrayList<Problem>();
        for (var change : changes) {
            change.earlier(Consent.class).ifPresent(before -> change.now(Consent.class)
                    .ifPresentOrElse(
                            now -> problems.addAll(kept(before, now)),
                            () -> problems.add(ConsentCheck.problem(ConsentRule.KEPT, "Consent"))));
            change.now(Consent.class)
                    .filter(FhirConsent::isAboutSharing)
                    .ifPresent(consent -> problems.addAll(actors(consent)));
        }
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(problems);
        }
    }

    private static List<Problem> kept(Consent before, Consent now) {
        var problems = new ArrayList<Problem>();
        if (!FhirConsent.party(before.getPatient()).equals(FhirConsent.party(now.getPatient()))) {
            problems.add(ConsentCheck.problem(ConsentRule.PERSON_FIXED, "Consent.patient"));
        }
        if (hasEnded(before) && FhirConsent.of(now).state() == ConsentState.ACTIVE) {
            problems.add(ConsentCheck.problem(ConsentRule.ENDED, "Consent.status"));
        }
        return Place.within(now, problems);
    }

    private static boolean hasEnded(Consent consent) {
        return consent.getStatus() == Consent.ConsentState.ENTEREDINERROR
                || FhirConsent.of(consent).state() == ConsentState.ENDED;
    }

    private static List<Problem> actors(Consent consent) {
        return FhirConsent.provisions(consent.getProvision())
                        .flatMap(provision -> provision.getActor().stream())
                        .allMatch(ConsentRecordCheck::isOrganisation)
                ? List.of()
                : Place.within(consent, List.of(ConsentCheck.problem(ConsentRule.ACTOR, "Consent.provision")));
    }

    private static boolean isOrganisation(provisionActorComponent actor) {
        return "Organization".equals(actor.getReference().getReferenceElement().getResourceType());
    }
}
