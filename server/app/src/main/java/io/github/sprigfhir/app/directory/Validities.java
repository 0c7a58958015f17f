package io.github.sprigfhir.app.directory;

import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.domain.directory.AssuranceRules;
import io.github.sprigfhir.domain.directory.EvidenceStatus;
import io.github.sprigfhir.domain.directory.Validity;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.VerificationResult;
import org.springframework.stereotype.Component;

/** Knows when time next makes something of evidence or a pledge. */
@Component
class Validities {

    private final DueEntries due;
    private final Assurance assurance;
    private final Clock clock;

    Validities(DueEntries due, Assurance assurance, Clock clock) {
        this.due = due;
        this.assurance = assurance;
        this.clock = clock;
    }

    /** The status that it has today. */
    EvidenceStatus status(Validity stated) {
        return AssuranceRules.statusOn(stated, assurance.policy(), assurance.today());
    }

    void note(Change change) {
        var address = "VerificationResult/" + change.resource().getIdElement().getIdPart();
        due.note(
                address,
                change.now(VerificationResult.class)
                        .flatMap(FhirEvidence::validity)
                        .flatMap(this::next),
                change.isCreation());
    }

    void note(String address, VerificationResult result) {
        due.note(address, FhirEvidence.validity(result).flatMap(this::next), false);
    }

    /** What does not say how it stands today is due at once. */
    private Optional<Instant> next(Validity stated) {
        return status(stated) == stated.status()
                ? AssuranceRules.nextChange(stated, assurance.policy(), assurance.today())
                        .map(day -> day.atStartOfDay(FhirEvidence.ENGLAND).toInstant())
                : Optional.of(clock.instant());
    }
}
