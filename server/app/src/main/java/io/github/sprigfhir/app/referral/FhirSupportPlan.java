package io.github.sprigfhir.app.referral;

import io.github.sprigfhir.app.platform.reference.RecordKinds;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Reference;

/** Reads a personalised support plan (profile sprig-support-plan). */
public final class FhirSupportPlan {

    private static final String REFERRAL = "ServiceRequest";

    private FhirSupportPlan() {}

    /** The referral that it belongs to (spec decision 86); an empty reference where it names none. */
    public static Reference referralOf(CarePlan plan) {
        return plan.getSupportingInfo().stream()
                .filter(info -> REFERRAL.equals(info.getType()))
                .findFirst()
                .orElseGet(Reference::new);
    }

    /** A care package or what somebody is asked to do is no support plan. */
    static boolean isActive(CarePlan plan) {
        return plan.getStatus() == CarePlanStatus.ACTIVE && !RecordKinds.isEntry(plan);
    }
}
