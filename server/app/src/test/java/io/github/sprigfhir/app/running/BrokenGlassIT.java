package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Breaking the glass opens the records of one person who is named, for reading, and a reviewer learns of it. */
@GuardedServer
class BrokenGlassIT {

    private final Server everybody;
    private final Server stranger;
    private final Server inAnEmergency;
    private final Person person = Person.next();
    private final Story.Referral referral;

    BrokenGlassIT(@LocalServerPort int port) {
        everybody = new Server(port);
        stranger = everybody.as("demo-gp-2");
        var asked = "grant_type=client_credentials&scope=system/*.cruds&purpose_of_use=BTG"
                + "&purpose_reason=Brought+in+confused+and+alone";
        inAnEmergency = everybody.bearing(
                Tokens.json(Tokens.ask(port, "demo-gp-2", asked).hasStatus(200))
                        .path("access_token")
                        .asText());
        referral = Story.about(person, everybody.as("demo-admin")).referredBy(everybody.as("demo-gp"));
    }

    @Test
    void whoIsNamedIsRead() {
        for (var record : List.of(referral.patient(), referral.flag(), referral.task(), referral.serviceRequest())) {
            stranger.get(record).hasStatus(404);
            inAnEmergency.get(record).hasStatus(200);
            inAnEmergency.get(record + "/_history").hasStatus(200);
        }
        var ofThePerson = "Flag?patient=" + referral.patient();
        assertThat(Seen.addresses(stranger.get(ofThePerson))).isEmpty();
        assertThat(Seen.addresses(inAnEmergency.get(ofThePerson))).contains(referral.flag());
        var byNumber = "Patient?identifier=https://fhir.nhs.uk/Id/nhs-number%7C" + person.nhsNumber();
        assertThat(Seen.addresses(inAnEmergency.get(byNumber))).contains(referral.patient());
    }

    @Test
    void nobodyElseIsFound() {
        for (var search : List.of("Patient?family=" + person.family(), "Task?status=requested&_count=200")) {
            assertThat(Seen.addresses(inAnEmergency.get(search))).doesNotContain(referral.patient(), referral.task());
        }
    }

    @Test
    void nothingIsWritten() {
        inAnEmergency
                .patch(referral.task(), Server.JSON_PATCH, Worker.patch("received", "99"))
                .hasStatus(404);
        assertThat(inAnEmergency
                        .post("Patient", Person.next().patient())
                        .hasStatus(403)
                        .rules())
                .containsExactly("break-glass-reads");
    }

    @Test
    void aReviewerLearnsOfIt() {
        inAnEmergency.get(referral.patient()).hasStatus(200);

        var events = Seen.all(everybody
                        .as("demo-admin")
                        .get("AuditEvent?purpose=BTG&patient=" + referral.patient())
                        .hasStatus(200)
                        .bundle())
                .map(AuditEvent.class::cast)
                .toList();
        assertThat(events).isNotEmpty().allSatisfy(event -> {
            assertThat(event.getOutcome()).isEqualTo(AuditEvent.AuditEventOutcome._0);
            assertThat(Json.of(event)).contains("demo-gp-2", "BTG");
        });
    }
}
