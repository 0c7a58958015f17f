package io.github.sprigfhir.app.consent;

import io.github.sprigfhir.app.referral.Episodes;
import io.github.sprigfhir.app.referral.RequestKind;
import io.github.sprigfhir.domain.consent.Agreement;
import io.github.sprigfhir.domain.consent.Ask;
import io.github.sprigfhir.domain.consent.ConsentDecision.Refused;
import io.github.sprigfhir.domain.consent.ConsentRule;
import io.github.sprigfhir.domain.consent.ConsentRules;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/**
 * How far one person's consents reach now, and so what of their episodes must end. The link-worker service carries an
 * episode: when it is no longer covered, nothing of the episode goes on.
 */
final class Reach {

    private static final String REASONS = "https://sprig-fhir.github.io/ig/CodeSystem/handover-reason";
    private static final Coding WITHDRAWN = new Coding(REASONS, "consent-withdrawn", "Consent withdrawn");
    private static final Coding EXPIRED = new Coding(REASONS, "consent-expired", "Consent expired");
    /** For those who are still covered: that it has ended is all that concerns them. */
    private static final CodeableConcept EPISODE_ENDED = new CodeableConcept(
                    new Coding("https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars", "99", "Other"))
            .setText("The referral to the link-worker service has ended");

    private final Party person;
    private final List<Agreement> said;
    private final Recipients recipients;
    private final Map<String, ServiceRequest> requests = new HashMap<>();
    private final Instant when;
    private final Map<String, Optional<ConsentRule>> judged = new HashMap<>();

    Reach(Party person, List<Agreement> said, Recipients recipients, List<ServiceRequest> requests, Instant when) {
        this.person = person;
        this.said = said;
        this.recipients = recipients;
        this.when = when;
        requests.forEach(request -> this.requests.put(FhirConsent.address(request), request));
    }

    /** None where the request may go on. An offer asks nobody, and so ends with nobody's consent. */
    Optional<CodeableConcept> reasonToEnd(ServiceRequest request) {
        return switch (RequestKind.of(request)) {
            case OFFER -> Optional.empty();
            case REFERRAL -> reason(request.getPerformer().stream());
            case ONWARD ->
                root(request)
                        .flatMap(this::reasonToEnd)
                        .map(reason -> EPISODE_ENDED.copy())
                        .or(() -> reason(request.getPerformer().stream()));
        };
    }

    /** None where the handover may go on. */
    Optional<CodeableConcept> reasonToEnd(Task task) {
        return Optional.ofNullable(
                        requests.get(FhirConsent.party(task.getFocus()).name()))
                .flatMap(this::reasonToEnd)
                .or(() -> reason(Stream.of(task.getOwner()).filter(Reference::hasReference)));
    }

    private Optional<ServiceRequest> root(ServiceRequest request) {
        return Optional.ofNullable(requests.get("ServiceRequest/" + Episodes.rootOf(request)));
    }

    private Optional<CodeableConcept> reason(Stream<Reference> asked) {
        return asked.flatMap(recipient -> objection(recipient).stream())
                .findFirst()
                .map(rule ->
                        new CodeableConcept(rule == ConsentRule.OUT_OF_PERIOD ? EXPIRED.copy() : WITHDRAWN.copy()));
    }

    private Optional<ConsentRule> objection(Reference recipient) {
        return judged.computeIfAbsent(FhirConsent.party(recipient).name(), name -> recipients
                .organisationOf(recipient)
                .map(organisation -> ConsentRules.decide(said, new Ask(person, organisation, Purpose.TREATMENT), when))
                .filter(Refused.class::isInstance)
                .map(refused -> ((Refused) refused).reason()));
    }
}
