package io.github.sprigfhir.app.feedback;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.domain.feedback.Content;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.UUID;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * Writes notifications in the R4 form of the Subscriptions R5 Backport (1.1.0, Notifications): a history Bundle whose
 * first entry is Parameters. Repeats of one event carry the same fullUrl.
 */
class Notifications {

    private static final String BACKPORT = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";

    private final FhirContext fhir;
    private final Supplier<String> serverAddress;

    /**
     * Writes for one server.
     *
     * @param serverAddress the FHIR base that references begin with, without a slash at its end
     */
    Notifications(FhirContext fhir, Supplier<String> serverAddress) {
        this.fhir = fhir;
        this.serverAddress = serverAddress;
    }

    /** Asks the receiver whether it is there; it holds no event. */
    String handshake(Lane lane) {
        return written(lane, status(lane, "handshake", lane.events()), "handshake");
    }

    String event(Lane lane, Event event) {
        // What came after this event is not told with it.
        var status = status(lane, "event-notification", event.number());
        var told = status.addParameter().setName("notification-event");
        told.addPart().setName("event-number").setValue(new StringType(Long.toString(event.number())));
        told.addPart().setName("timestamp").setValue(new InstantType(Date.from(event.occurred())));
        if (lane.content() == Content.ID_ONLY) {
            told.addPart().setName("focus").setValue(new Reference(serverAddress.get() + "/" + event.focus()));
        }
        return written(lane, status, Long.toString(event.number()));
    }

    /** How the subscription stands now; no event is told with it. */
    Parameters query(Lane lane) {
        var status = status(lane, "query-status", lane.events());
        status.setId(idOf(lane, "query-status"));
        return status;
    }

    private Parameters status(Lane lane, String type, long events) {
        var status = new Parameters();
        status.getMeta().addProfile(BACKPORT + "backport-subscription-status-r4");
        status.addParameter().setName("subscription").setValue(new Reference(subscription(lane)));
        // The guide wants no topic in an empty notification.
        if (lane.content() == Content.ID_ONLY) {
            status.addParameter()
                    .setName("topic")
                    .setValue(new CanonicalType(lane.topic().canonical()));
        }
        status.addParameter()
                .setName("status")
                .setValue(new CodeType(lane.standing().code()));
        status.addParameter().setName("type").setValue(new CodeType(type));
        status.addParameter()
                .setName("events-since-subscription-start")
                .setValue(new StringType(Long.toString(events)));
        return status;
    }

    private String written(Lane lane, Parameters status, String what) {
        var id = idOf(lane, what);
        status.setId(id);
        var bundle = new Bundle().setType(Bundle.BundleType.HISTORY);
        bundle.getMeta().addProfile(BACKPORT + "backport-subscription-notification-r4");
        var entry = bundle.addEntry().setFullUrl("urn:uuid:" + id).setResource(status);
        entry.getRequest().setMethod(Bundle.HTTPVerb.GET).setUrl(subscription(lane) + "/$status");
        entry.getResponse().setStatus("200");
        return fhir.newJsonParser().encodeResourceToString(bundle);
    }

    private static String idOf(Lane lane, String what) {
        return UUID.nameUUIDFromBytes((lane.id() + "/" + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private String subscription(Lane lane) {
        return serverAddress.get() + "/Subscription/" + lane.id();
    }
}
