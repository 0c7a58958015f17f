package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a person takes back is over in the same transaction, for whoever it was given to and for nobody else. */
@RunningServer
class WithdrawalIT {

    private static final String KIND = "https://sprig-fhir.github.io/ig/CodeSystem/communication-kind%7C";
    private static final String STOP = "https://sprig-fhir.github.io/ig/stop%7C";
    private static final String REASON = "consent-withdrawn";

    private final Server server;
    private final Story story;
    private final Worker worker;
    private final Story.Referral referral;
    private final String onwardRequest;
    private final String onwardTask;
    private final String onwardConsent;

    WithdrawalIT(@LocalServerPort int port) {
        server = new Server(port);
        story = Story.about(Person.next(), server);
        worker = new Worker(server);
        referral = story.referOnly();
        worker.take(referral.task(), "in-progress");
        var onward = server.transaction(story.onwardReferral()).locations();
        onwardRequest = onward.get(1);
        onwardTask = onward.get(2);
        onwardConsent = onward.get(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"requested", "received", "accepted", "in-progress", "on-hold"})
    void anOpenHandoverIsCancelledWhereverItStands(String status) {
        worker.take(onwardTask, status);

        withdraw(onwardConsent);

        assertThat(task(onwardTask).getStatus()).isEqualTo(Task.TaskStatus.CANCELLED);
        assertThat(codes(task(onwardTask).getStatusReason())).containsExactly(REASON);
        assertThat(request(onwardRequest).getStatus().toCode()).isEqualTo("revoked");
        assertThat(server.get(onwardRequest).body()).contains(REASON);
        assertThat(request(referral.serviceRequest()).getStatus().toCode()).isEqualTo("active");
        assertThat(task(referral.task()).getStatus()).isEqualTo(Task.TaskStatus.INPROGRESS);
    }

    @ParameterizedTest
    @EnumSource(
            value = Consent.ConsentState.class,
            names = {"INACTIVE", "REJECTED", "ENTEREDINERROR"})
    void everyWayOfEndingAConsentEndsWhatItCovered(Consent.ConsentState state) {
        change(onwardConsent, consent -> consent.setStatus(state));

        assertThat(codes(task(onwardTask).getStatusReason())).containsExactly(REASON);
    }

    @Test
    void anExceptionThatIsAddedEndsWhatItExcepts() {
        change(onwardConsent, consent -> consent.getProvision().addProvision().setType(ConsentProvisionType.DENY));

        assertThat(codes(task(onwardTask).getStatusReason())).containsExactly(REASON);
    }

    @Test
    void aNewerNoEndsWhatAnOlderYesAllowed() {
        var no = Json.read(Consent.class, story.consent("NO", Story.TRUST, "2026-10-07T10:00:00Z"));
        no.getProvision().addProvision().setType(ConsentProvisionType.DENY);

        server.post("Consent", Json.of(no)).hasStatus(201);

        assertThat(codes(task(onwardTask).getStatusReason())).containsExactly(REASON);
    }

    @Test
    void aPeriodThatIsCutShortEndsItAsExpired() {
        change(
                onwardConsent,
                consent -> consent.getProvision().getPeriod().getEndElement().setValueAsString("2026-10-01"));

        assertThat(codes(task(onwardTask).getStatusReason())).containsExactly("consent-expired");
    }

    @Test
    void aConsentThatOnlyAddsEndsNothing() {
        server.post("Consent", story.consent("MORE", Story.NETWORK, "2026-10-07T10:00:00Z"))
                .hasStatus(201);
        change(onwardConsent, consent -> consent.addCategory(new CodeableConcept().setText("Signed on paper")));

        assertThat(task(onwardTask).getStatus()).isEqualTo(Task.TaskStatus.REQUESTED);
    }

    @Test
    void theServiceIsToldToStopAndNotWhy() {
        var notices = server.get("Communication?identifier=" + STOP + id(onwardTask));
        assertThat(notices.found()).isEmpty();

        withdraw(onwardConsent);

        var notice = (Communication) server.get("Communication?identifier=" + STOP + id(onwardTask))
                .found()
                .get(0);
        assertThat(notice.getAboutFirstRep().getIdentifier().getValue()).isEqualTo(story.identifier("HANDOVER"));
        assertThat(notice.getRecipientFirstRep().getReference())
                .isEqualTo(task(onwardTask).getOwner().getReference());
        assertThat(Json.of(notice)).doesNotContain(REASON, id(referral.patient()), id(onwardTask) + "\",\"type");
        assertThat(server.put("Communication/" + notice.getIdElement().getIdPart(), Json.of(notice))
                        .hasStatus(405)
                        .rules())
                .containsExactly("server-writes-this");
    }

    @Test
    void whoAskedAndWhoReferredLearnTheReason() {
        withdraw(onwardConsent);

        var feedback = feedback(onwardRequest);
        assertThat(feedback).hasSize(1);
        assertThat(feedback.get(0).getRecipient())
                .extracting(Reference::getReference)
                .containsExactly(
                        task(onwardTask).getRequester().getReference(),
                        task(referral.task()).getRequester().getReference());
        assertThat(feedback.get(0).hasSender()).isFalse();
        assertThat(feedback.get(0).getReasonCode())
                .flatExtracting(WithdrawalIT::codes)
                .contains("cancelled", REASON);
    }

    @Test
    void withoutTheLinkWorkersNothingOfTheEpisodeGoesOn() {
        withdraw(referral.consent());

        assertThat(codes(task(referral.task()).getStatusReason())).containsExactly(REASON);
        assertThat(request(referral.serviceRequest()).getStatus().toCode()).isEqualTo("revoked");
        assertThat(server.get(referral.serviceRequest()).body()).contains(REASON);
        assertThat(task(onwardTask).getStatus()).isEqualTo(Task.TaskStatus.CANCELLED);
        assertThat(codes(task(onwardTask).getStatusReason())).containsExactly("99");
        assertThat(request(onwardRequest).getStatus().toCode()).isEqualTo("revoked");
        assertThat(feedback(referral.serviceRequest()).get(0).getReasonCode())
                .flatExtracting(WithdrawalIT::codes)
                .contains(REASON);
        assertThat(feedback(onwardRequest).get(0).getReasonCode())
                .flatExtracting(WithdrawalIT::codes)
                .doesNotContain(REASON);
    }

    @Test
    void aReferralThatNobodyHasATaskOfIsRevokedToo() {
        var another = Story.about(Person.next(), server);
        var bundle = Json.read(Bundle.class, another.gpReferral());
        bundle.getEntry().remove(4);
        var stored = server.transaction(Json.of(bundle)).locations();

        withdraw(stored.get(1));

        assertThat(request(stored.get(3)).getStatus().toCode()).isEqualTo("revoked");
        assertThat(server.get(stored.get(3)).body()).contains(REASON);
        assertThat(feedback(stored.get(3)).get(0).getReasonCode())
                .flatExtracting(WithdrawalIT::codes)
                .contains(REASON);
    }

    @Test
    void whatHasEndedAlreadyStaysAsItEnded() {
        worker.take(onwardTask, "completed");

        withdraw(onwardConsent);

        assertThat(task(onwardTask).getStatus()).isEqualTo(Task.TaskStatus.COMPLETED);
    }

    @Test
    void allOfItIsOneTransactionOnRecord() {
        withdraw(onwardConsent);

        var provenance = (Provenance) server.get("Provenance?target=" + onwardTask + "&_sort=-recorded")
                .found()
                .get(0);
        assertThat(provenance.getTarget())
                .extracting(target -> target.getReference().replaceFirst("/_history.*", ""))
                .contains(onwardConsent, onwardTask, onwardRequest);
    }

    @Test
    void whoAgreesAgainIsHandedOverAgain() {
        withdraw(onwardConsent);
        server.post("Consent", story.consent("AGAIN", Story.TRUST, Instant.now().toString()))
                .hasStatus(201);
        var pool = Handover.inTheOpenPool(server, server.get(referral.task()).as(Task.class), story.identifier("POOL"));

        pool.put(Handover.owner("HealthcareService?identifier=https://riverside-trust.example/id|SERVICE-1"))
                .hasStatus(200);
    }

    @Test
    void aHandoverAndAWithdrawalAtTheSameInstantLeaveNothingOpen() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            var another = Story.about(Person.next(), server);
            var stored = another.refer();
            var trust = server.get(
                            "Consent?identifier=%s%%7C%s".formatted(Story.LINK_WORKERS, another.identifier("TRUST")))
                    .found()
                    .get(0);
            var consent = "Consent/" + trust.getIdElement().getIdPart();
            var pool = Handover.inTheOpenPool(
                    server, server.get(stored.task()).as(Task.class), another.identifier("POOL"));
            var claim = pool.changed(
                    Handover.owner("HealthcareService?identifier=https://riverside-trust.example/id|SERVICE-1"));
            var withdrawn = Json.of(((Consent) trust).setStatus(Consent.ConsentState.INACTIVE));
            var first = new AtomicBoolean(true);

            Together.atTheSameInstant(
                    2,
                    () -> first.getAndSet(false)
                            ? server.put(pool.address(), claim).status()
                            : server.put(consent, withdrawn).status());
            server.put(consent, withdrawn);

            var task = pool.task();
            assertThat(!task.hasOwner() || task.getStatus() == Task.TaskStatus.CANCELLED)
                    .isTrue();
        }
    }

    @Test
    void aConsentThatRunsOutEndsWhatItCoveredWithinTheMinute() throws InterruptedException {
        change(onwardConsent, consent -> consent.getProvision()
                .getPeriod()
                .getEndElement()
                .setValueAsString(Instant.now().plusSeconds(2).toString()));
        assertThat(task(onwardTask).getStatus()).isEqualTo(Task.TaskStatus.REQUESTED);

        var deadline = Instant.now().plus(Duration.ofMinutes(1));
        while (task(onwardTask).getStatus() == Task.TaskStatus.REQUESTED
                && Instant.now().isBefore(deadline)) {
            Thread.sleep(500);
        }

        assertThat(codes(task(onwardTask).getStatusReason())).containsExactly("consent-expired");
        assertThat(request(onwardRequest).getStatus().toCode()).isEqualTo("revoked");
        assertThat(server.get("Communication?identifier=" + STOP + id(onwardTask))
                        .found())
                .hasSize(1);
        assertThat(server.get("Provenance?target=" + onwardTask).found()).hasSizeGreaterThan(1);
    }

    private void withdraw(String consent) {
        change(consent, withdrawn -> withdrawn.setStatus(Consent.ConsentState.INACTIVE));
    }

    private void change(String address, Consumer<Consent> change) {
        var consent = server.get(address).as(Consent.class);
        change.accept(consent);
        server.put(address, Json.of(consent)).hasStatus(200);
    }

    private Task task(String address) {
        return server.get(address).hasStatus(200).as(Task.class);
    }

    private ServiceRequest request(String address) {
        return server.get(address).hasStatus(200).as(ServiceRequest.class);
    }

    private List<Communication> feedback(String request) {
        return server.get("Communication?category=" + KIND + "feedback&based-on=" + request).found().stream()
                .map(Communication.class::cast)
                .toList();
    }

    private static List<String> codes(CodeableConcept concept) {
        return concept.getCoding().stream().map(Coding::getCode).toList();
    }

    private static String id(String address) {
        return address.substring(address.indexOf('/') + 1);
    }
}
