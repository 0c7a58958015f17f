package io.github.sprigfhir.app.referral;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.domain.referral.Happening;
import io.github.sprigfhir.domain.referral.LifecycleCode;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;

/**
 * Records a code of the pathway as an Observation that a GP system can file, once in an episode: the Observation's
 * identifier is made of episode and code, and no two may have the same.
 */
@Component
class LifecycleRecord {

    private static final String SYSTEM = "https://sprig-fhir.github.io/ig/lifecycle";
    private static final String SNOMED = "http://snomed.info/sct";
    private static final Coding SOCIAL_HISTORY = new Coding(
            "http://terminology.hl7.org/CodeSystem/observation-category", "social-history", "Social History");

    private final Store store;

    LifecycleRecord(Store store) {
        this.store = store;
    }

    /** Records what an episode may have on record already. */
    void note(Happening happening, ServiceRequest root, Date when) {
        var codes = happening.codes();
        if (!codes.isEmpty()) {
            store.takeTurns(Episodes.Episode.addressOf(root));
        }
        for (var code : codes) {
            var observation = observation(code, root, when);
            var identifier = observation.getIdentifierFirstRep();
            store.create(observation, "Observation?identifier=" + identifier.getSystem() + "|" + identifier.getValue());
        }
    }

    /** Records what a new episode begins with, at the time at which it was authored. */
    void noteFirst(Happening happening, ServiceRequest root) {
        happening.codes().forEach(code -> store.create(observation(code, root, root.getAuthoredOn())));
    }

    private static Observation observation(LifecycleCode code, ServiceRequest root, Date when) {
        var observation = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .addCategory(new CodeableConcept(SOCIAL_HISTORY.copy()))
                .setCode(new CodeableConcept(new Coding(SNOMED, code.snomed(), code.display())))
                .setSubject(root.getSubject().copy())
                .setEffective(new DateTimeType(when))
                .addBasedOn(new Reference(Episodes.Episode.addressOf(root)));
        observation.addIdentifier().setSystem(SYSTEM).setValue(Episodes.idOf(root) + "-" + code.snomed());
        return observation;
    }
}
