package io.github.sprigfhir.app.referral;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.domain.referral.Happening;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sees what happens to a person on their way, and has the codes of it recorded for the GP's record. */
@Component
@Order(AtCommit.Turn.LIFECYCLE)
class LifecycleKeeper implements AtCommit {

    private final Episodes episodes;
    private final LifecycleRecord record;
    private final Store store;
    private final Clock clock;

    LifecycleKeeper(Episodes episodes, LifecycleRecord record, Store store, Clock clock) {
        this.episodes = episodes;
        this.record = record;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void follow(List<Change> changes) {
        for (var change : changes) {
            change.now(ServiceRequest.class).ifPresent(request -> followRequest(change, request));
            change.now(Encounter.class)
                    .filter(Contacts::isAttended)
                    .ifPresent(contact -> followContact(contact, changes));
            change.now(Communication.class)
                    .filter(told -> change.isCreation() && Signposting.is(told))
                    .ifPresent(told -> followSignposting(told, changes));
        }
    }

    /** The code is about link workers: a contact with a community service does not count. */
    private void followContact(Encounter contact, List<Change> changes) {
        episodes.request(contact.getBasedOnFirstRep(), changes)
                .filter(request -> RequestKind.of(request) == RequestKind.REFERRAL)
                .ifPresent(referral -> record.note(
                        new Happening.Contact(true),
                        referral,
                        contact.getPeriod().getStart()));
    }

    private void followSignposting(Communication told, List<Change> changes) {
        episodes.request(told.getBasedOnFirstRep(), changes)
                .ifPresent(request -> record.note(new Happening.Signposted(), root(request, changes), told.getSent()));
    }

    private void followRequest(Change change, ServiceRequest request) {
        switch (RequestKind.of(request)) {
            case OFFER -> followOffer(change, request);
            case REFERRAL -> followReferral(change, request);
            case ONWARD -> {}
        }
    }

    private void followOffer(Change change, ServiceRequest offer) {
        if (change.isCreation()) {
            record.noteFirst(new Happening.Offered(), offer);
        } else if (becomes(change, ServiceRequestStatus.REVOKED)) {
            record.note(new Happening.OfferDeclined(), offer, now());
        }
    }

    private void followReferral(Change change, ServiceRequest referral) {
        if (change.isCreation()) {
            record.noteFirst(new Happening.Referred(), referral);
            completeOffer(referral);
        } else if (becomes(change, ServiceRequestStatus.REVOKED) || becomes(change, ServiceRequestStatus.COMPLETED)) {
            record.note(new Happening.Ended(EndReason.isPersonsChoice(referral)), referral, now());
        }
    }

    /** An offer that led to a referral is done with. */
    private void completeOffer(ServiceRequest referral) {
        if (referral.hasBasedOn()) {
            var offer = store.read(
                    ServiceRequest.class,
                    referral.getBasedOnFirstRep().getReferenceElement().getIdPart());
            store.update(offer.setStatus(ServiceRequestStatus.COMPLETED));
        }
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    private static boolean becomes(Change change, ServiceRequestStatus status) {
        Optional<ServiceRequestStatus> before =
                change.earlier(ServiceRequest.class).map(ServiceRequest::getStatus);
        return before.isPresent()
                && before.get() != status
                && change.now(ServiceRequest.class)
                        .map(ServiceRequest::getStatus)
                        .equals(Optional.of(status));
    }

    private ServiceRequest root(ServiceRequest request, List<Change> changes) {
        return RequestKind.of(request) == RequestKind.ONWARD
                ? episodes.request(request.getBasedOnFirstRep(), changes).orElseThrow()
                : request;
    }
}
