package io.github.sprigfhir.app.consent;

import io.github.sprigfhir.app.handover.CoveringConsent;
import io.github.sprigfhir.domain.consent.Ask;
import io.github.sprigfhir.domain.consent.ConsentDecision.Permitted;
import io.github.sprigfhir.domain.consent.ConsentRules;
import io.github.sprigfhir.domain.kernel.Purpose;
import java.time.Clock;
import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** Finds the person's latest word about whom they are handed over to. */
@Component
class ConsentOfRecord implements CoveringConsent {

    private final PersonsConsents consents;
    private final Recipients recipients;
    private final Clock clock;

    ConsentOfRecord(PersonsConsents consents, Recipients recipients, Clock clock) {
        this.consents = consents;
        this.recipients = recipients;
        this.clock = clock;
    }

    @Override
    public Optional<Reference> of(Reference person, Reference asked) {
        var about = FhirConsent.party(person);
        return recipients
                .organisationOf(asked)
                .map(organisation -> ConsentRules.decide(
                        consents.of(about), new Ask(about, organisation, Purpose.TREATMENT), clock.instant()))
                .filter(Permitted.class::isInstance)
                .map(Permitted.class::cast)
                .map(permitted -> new Reference(permitted.by()).setType("Consent"));
    }
}
