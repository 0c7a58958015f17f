package io.github.sprigfhir.app.referral;

import io.github.sprigfhir.domain.referral.LifecycleCode;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;

/** What a ServiceRequest of social prescribing is, by its content. */
public enum RequestKind {
    /** Made to the person; nobody is asked yet. */
    OFFER,
    /** To a link-worker service; an episode is known by it. */
    REFERRAL,
    /** From a link worker or a service to a community service. */
    ONWARD;

    private static final String SNOMED = "http://snomed.info/sct";

    public static RequestKind of(ServiceRequest request) {
        if (request.getIntent() == ServiceRequestIntent.PROPOSAL) {
            return OFFER;
        }
        return request.getCode().hasCoding(SNOMED, LifecycleCode.REFERRED.snomed()) ? REFERRAL : ONWARD;
    }
}
