package io.github.sprigfhir.app.directory;

import io.github.sprigfhir.app.platform.Store;
import java.time.Clock;
import java.util.Date;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.VerificationResult;
import org.springframework.stereotype.Component;

/**
 * Marks evidence and pledges that have to be given again soon, and those that were not; the level of the services that
 * rest on them follows.
 */
@Component
class AgeingEvidence implements Ageing {

    private final Store store;
    private final AssuranceKeeper levels;
    private final Validities validities;
    private final Clock clock;

    AgeingEvidence(Store store, AssuranceKeeper levels, Validities validities, Clock clock) {
        this.store = store;
        this.levels = levels;
        this.validities = validities;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "VerificationResult";
    }

    @Override
    public void settle(String entry) {
        store.takeTurns(entry);
        var result = store.read(VerificationResult.class, new IdType(entry).getIdPart());
        var stated = FhirEvidence.validity(result);
        var status = stated.map(validities::status);
        if (status.equals(stated.map(validity -> validity.status()))) {
            levels.settle(FhirEvidence.targets(result));
            validities.note(entry, result);
            return;
        }
        status.ifPresent(now -> {
            result.setStatus(VerificationResult.Status.fromCode(now.code())).setStatusDate(Date.from(clock.instant()));
            store.update(result);
        });
    }
}
