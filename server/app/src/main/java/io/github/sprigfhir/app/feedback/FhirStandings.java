package io.github.sprigfhir.app.feedback;

import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import io.github.sprigfhir.domain.feedback.Standing;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says in the Subscription itself how it stands, so that its subscriber can read it. */
@Component
class FhirStandings implements Standings {

    private static final Logger LOG = LoggerFactory.getLogger(FhirStandings.class);

    private final IFhirResourceDao<Subscription> store;

    FhirStandings(IFhirResourceDao<Subscription> store) {
        this.store = store;
    }

    /** A new version, unless the subscriber has meanwhile changed what was decided upon. */
    @Override
    public void set(Lane lane, Standing standing, String why) {
        try {
            var subscription = store.read(new IdType("Subscription", lane.id()), new SystemRequestDetails());
            var stored = FhirSubscription.read(subscription);
            if (!stored.address().equals(lane.address())
                    || !stored.status().equals(lane.standing().code())) {
                return;
            }
            subscription.setStatus(SubscriptionStatus.fromCode(standing.code()));
            subscription.setError(why.isEmpty() ? null : why);
            // Its id names the version that was read, so a simultaneous change of the subscriber's makes this one fail.
            store.update(subscription, new SystemRequestDetails());
        } catch (BaseServerResponseException overtaken) {
            LOG.info("Subscription {} changed while it was decided upon ({})", lane.id(), overtaken.getStatusCode());
        }
    }
}
