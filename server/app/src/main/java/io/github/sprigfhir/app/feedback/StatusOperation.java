package io.github.sprigfhir.app.feedback;

import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Subscription;
import org.springframework.stereotype.Component;

/**
 * {@code Subscription/[id]/$status} of the Subscriptions R5 Backport: how it stands and how many events it has had, so
 * that a subscriber finds out whether it has missed one.
 */
@Component
class StatusOperation implements SprigFeature {

    private final IFhirResourceDao<Subscription> store;
    private final Registrations registrations;
    private final Notifications notifications;

    StatusOperation(IFhirResourceDao<Subscription> store, Registrations registrations, Notifications notifications) {
        this.store = store;
        this.registrations = registrations;
        this.notifications = notifications;
    }

    /** Answers with a searchset Bundle of one Parameters; 404 or 410 as a read of the Subscription does. */
    @Operation(name = "$status", type = Subscription.class, idempotent = true)
    public Bundle status(@IdParam IdType id, RequestDetails request) {
        store.read(id, request);
        var answer = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        registrations.lane(id.getIdPart()).map(notifications::query).ifPresent(status -> answer.addEntry()
                .setFullUrl("urn:uuid:" + status.getIdPart())
                .setResource(status)
                .getSearch()
                .setMode(Bundle.SearchEntryMode.MATCH));
        return answer.setTotal(answer.getEntry().size());
    }
}
