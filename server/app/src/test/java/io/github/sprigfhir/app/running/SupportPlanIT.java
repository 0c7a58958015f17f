package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person and their link worker agree goals and one plan for each episode, which stay with the link workers. */
@GuardedServer
class SupportPlanIT {

    private final Server admin;
    private final Server gp;
    private final Server linkWorker;
    private final Server provider;
    private final Audit audit;
    private final Episode episode;

    SupportPlanIT(@LocalServerPort int port, @Autowired DataSource database) {
        var server = new Server(port);
        admin = server.as("demo-admin");
        gp = server.as("demo-gp");
        linkWorker = server.as("demo-link-worker");
        provider = server.as("demo-provider");
        audit = new Audit(server, database);
        episode = refer(Person.next());
    }

    /** A referral, and the goal that was agreed at the first meeting. */
    private record Episode(Story story, Story.Referral referral, String goal) {}

    private Episode refer(Person person) {
        var story = Story.about(person, admin);
        var referral = story.referredBy(gp);
        return new Episode(
                story,
                referral,
                linkWorker.transaction(story.contact()).locations().get(1));
    }

    @Test
    void aPlanIsStoredOnceUnderItsProfileAndFoundByWhatMatters() {
        var plan = plan();

        assertThat(plan()).isEqualTo(plan);
        var stored = read(plan);
        assertThat(stored.getMeta().getProfile())
                .extracting(profile -> profile.getValue())
                .containsExactly("https://sprig-fhir.github.io/ig/StructureDefinition/sprig-support-plan");
        assertThat(stored.getActivity())
                .extracting(action -> action.getDetail().getStatus())
                .containsExactly(CarePlanActivityStatus.INPROGRESS, CarePlanActivityStatus.NOTSTARTED);
        var id = plan.replace("CarePlan/", "");
        for (var search : List.of(
                "referral=" + episode.referral().serviceRequest() + "&status=active",
                "patient=" + episode.referral().patient() + "&review=le2026-10-26&_sort=review",
                "patient=" + episode.referral().patient() + "&goal=" + episode.goal(),
                "referral:ServiceRequest.identifier=%s%%7C%s"
                        .formatted(Story.PRACTICE, episode.story().identifier("REFERRAL")),
                "identifier=%s%%7C%s"
                        .formatted(Story.LINK_WORKERS, episode.story().identifier("PLAN")))) {
            assertThat(linkWorker.get("CarePlan?" + search).found())
                    .as(search)
                    .extracting(found -> found.getIdElement().getIdPart())
                    .containsExactly(id);
        }
        assertThat(linkWorker
                        .get("CarePlan?review=lt2026-10-26&patient="
                                + episode.referral().patient())
                        .found())
                .isEmpty();
        assertThat(linkWorker
                        .get("CarePlan?_id=" + id + "&_include=CarePlan:goal")
                        .bundle()
                        .getEntry())
                .extracting(entry -> entry.getResource().fhirType())
                .containsExactly("CarePlan", "Goal");
        assertThat(linkWorker.get("Provenance?target=" + plan).found()).hasSize(1);
    }

    @Test
    void whoReadsAPlanIsOnRecordWithWhoseItIs() {
        var plan = plan();

        linkWorker.get(plan, audit.traced()).hasStatus(200);
        var event = audit.event();

        assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("read");
        assertThat(Audit.what(event, "1")).containsExactly(episode.referral().patient());
        assertThat(Audit.what(event, "2")).singleElement().asString().startsWith(plan);
    }

    @Test
    void aPlanIsAmendedInTheVersionThatWasRead() {
        var plan = plan();
        var done =
                changed(plan, one -> one.getActivity().get(1).getDetail().setStatus(CarePlanActivityStatus.COMPLETED));

        linkWorker.put(plan, done, "If-Match", "W/\"1\"").hasStatus(200);

        assertThat(read(plan).getActivity().get(1).getDetail().getStatus()).isEqualTo(CarePlanActivityStatus.COMPLETED);
        linkWorker.put(plan, done, "If-Match", "W/\"1\"").hasStatus(412);
    }

    @Test
    void aGoalOfAnotherPersonIsRefused() {
        var another = refer(Person.next());

        var refused = linkWorker.post("CarePlan", changed(made(), plan -> plan.setGoal(List.of(to(another.goal())))));

        assertThat(refused.hasStatus(422).rules()).containsExactly("same-person");
        assertThat(refused.expressions()).containsExactly("CarePlan");
    }

    @Test
    void aGoalOfAnotherEpisodeIsRefusedAndSoIsAScore() {
        var later = again(episode);
        var score = linkWorker
                .post("Observation", outcome(later.serviceRequest()))
                .hasStatus(201)
                .id();
        var ofTheLater = changed(made(), plan -> {
            plan.setId("");
            plan.getSupportingInfoFirstRep().setReference(later.serviceRequest());
        });

        var plan = linkWorker.post("CarePlan", ofTheLater);
        var goal = linkWorker.patch(episode.goal(), Server.JSON_PATCH, """
                [{"op": "add", "path": "/outcomeReference", "value": [{"reference": "Observation/%s"}]}]
                """.formatted(score));

        assertThat(plan.hasStatus(422).rules()).containsOnly("same-episode");
        assertThat(plan.expressions())
                .containsExactly(
                        "CarePlan.goal[0]",
                        "CarePlan.activity[0].detail.goal[0]",
                        "CarePlan.activity[1].detail.goal[0]");
        assertThat(goal.hasStatus(422).rules()).containsExactly("same-episode");
        assertThat(goal.expressions()).containsExactly("Goal.outcomeReference[0]");
    }

    @Test
    void aGoalAndAPlanStayInTheirEpisode() {
        var plan = plan();
        var later = again(episode).serviceRequest();
        var moved = changed(plan, one -> one.setStatus(CarePlanStatus.DRAFT)
                .setGoal(List.of())
                .setActivity(List.of())
                .getSupportingInfoFirstRep()
                .setReference(later));
        var goal = linkWorker.get(episode.goal()).as(Goal.class).setAddresses(List.of(to(later)));

        var left = linkWorker.put(plan, moved).hasStatus(422);
        var gone = linkWorker.put(episode.goal(), Json.of(goal)).hasStatus(422);

        assertThat(List.of(left.rules(), gone.rules())).containsOnly(List.of("same-episode"));
        assertThat(left.expressions()).containsExactly("CarePlan.supportingInfo");
        assertThat(gone.expressions()).containsExactly("Goal.addresses");
    }

    @Test
    void aGoalIsLinkedToItsScores() {
        var score = linkWorker
                .post("Observation", outcome(episode.referral().serviceRequest()))
                .hasStatus(201)
                .id();

        linkWorker
                .patch(episode.goal(), Server.JSON_PATCH, """
                [{"op": "add", "path": "/outcomeReference", "value": [{"reference": "Observation/%s"}]},
                 {"op": "replace", "path": "/achievementStatus", "value": {"coding": [{
                   "system": "http://terminology.hl7.org/CodeSystem/goal-achievement", "code": "improving"}]}}]
                """.formatted(score))
                .hasStatus(200);

        assertThat(linkWorker
                        .get(
                                "Goal?patient=" + episode.referral().patient()
                                        + "&achievement-status=http://terminology.hl7.org/CodeSystem/goal-achievement%7Cimproving")
                        .found())
                .hasSize(1);
    }

    @Test
    void anEpisodeHasOneActivePlan() {
        var plan = plan();

        var second = linkWorker.post("CarePlan", made());
        assertThat(second.hasStatus(422).rules()).containsExactly("support-plan-known");
        assertThat(second.expressions()).containsExactly("CarePlan.status");

        var draft = "CarePlan/"
                + linkWorker
                        .post("CarePlan", changed(made(), one -> one.setStatus(CarePlanStatus.DRAFT)))
                        .hasStatus(201)
                        .id();
        assertThat(status(draft, "active").hasStatus(422).rules()).containsExactly("support-plan-known");
        status(plan, "completed").hasStatus(200);
        status(draft, "active").hasStatus(200);
        assertThat(status(plan, "active").hasStatus(422).rules()).containsExactly("support-plan-known");
    }

    @Test
    void ofTwoPlansAtOnceOneIsKept() throws InterruptedException {
        var answers = Together.atTheSameInstant(2, () -> linkWorker.post("CarePlan", made()));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .singleElement()
                .satisfies(answer -> assertThat(answer.hasStatus(422).rules()).containsExactly("support-plan-known"));
    }

    @Test
    void twoPlansInOneTransactionAreRefusedEach() {
        var refused = linkWorker.transaction(Changes.bundle(
                "transaction", Changes.entry("POST", "CarePlan", made()), Changes.entry("POST", "CarePlan", made())));

        assertThat(refused.hasStatus(422).rules()).containsOnly("support-plan-known");
        assertThat(refused.expressions())
                .containsExactly("Bundle.entry[0].resource.status", "Bundle.entry[1].resource.status");
    }

    @Test
    void aPlanBelongsToTheReferralToTheLinkWorkers() {
        var onward = linkWorker.transaction(episode.story().onwardReferral()).locations().stream()
                .filter(place -> place.startsWith("ServiceRequest/"))
                .findFirst()
                .orElseThrow();
        var none = changed(made(), plan -> plan.getSupportingInfoFirstRep().setType("Observation"));
        var wrong = changed(made(), plan -> plan.getSupportingInfoFirstRep().setReference(onward));

        assertThat(linkWorker.post("CarePlan", none).hasStatus(422).rules()).contains("sprig-plan-referral");
        assertThat(linkWorker.post("CarePlan", wrong).hasStatus(422).rules()).containsExactly("based-on-referral");
    }

    @Test
    void itsIdentifierIsUniqueWithinTheEpisode() {
        var plan = plan();
        var same = read(plan).setStatus(CarePlanStatus.DRAFT);
        same.setId("");
        same.setMeta(null);

        assertThat(linkWorker.post("CarePlan", Json.of(same)).hasStatus(409).rules())
                .containsExactly("duplicate-identifier");
    }

    @Test
    void importanceAndConfidenceAreOnTheScaleAndTheElementIsNamed() {
        var goal = linkWorker.get(episode.goal()).as(Goal.class);
        goal.getExtension().get(0).setValue(new IntegerType(11));
        var sure = changed(made(), plan -> plan.getActivity().get(1).getDetail().getExtension().stream()
                .filter(one -> one.getUrl().endsWith("/confidence"))
                .forEach(one -> one.setValue(new IntegerType(0))));

        var refused = linkWorker.put(episode.goal(), Json.of(goal)).hasStatus(422);
        var unsure = linkWorker.post("CarePlan", sure).hasStatus(422);

        assertThat(refused.rules()).containsExactly("sprig-one-to-ten");
        assertThat(refused.expressions()).containsExactly("Goal.extension[0]");
        assertThat(unsure.rules()).containsExactly("sprig-one-to-ten");
        assertThat(unsure.expressions())
                .singleElement()
                .asString()
                .startsWith("CarePlan.activity[1].detail.extension[");
    }

    @Test
    void nobodyButTheLinkWorkersSeesGoalsAndPlans() {
        var plan = plan();
        var onward = linkWorker.transaction(episode.story().onwardReferral()).locations();

        for (var other : List.of(gp, provider)) {
            assertThat(other.get(episode.goal()).hasStatus(403).rules()).containsExactly("access-role");
        }
        // A practice reads what it wrote itself, of which this is none.
        assertThat(gp.get(plan).hasStatus(404).rules()).containsExactly("not-found");
        assertThat(gp.get("CarePlan?patient=" + episode.referral().patient()).found())
                .isEmpty();
        assertThat(provider.get(plan).hasStatus(403).rules()).containsExactly("access-role");
        assertThat(provider.get("CarePlan?patient=" + episode.referral().patient())
                        .hasStatus(403)
                        .rules())
                .containsExactly("access-role");
        var request = onward.stream()
                .filter(place -> place.startsWith("ServiceRequest/"))
                .findFirst()
                .orElseThrow();
        var seen = provider.get("Task?focus=" + request + "&_include=Task:focus&_include=Task:patient")
                .hasStatus(200);
        assertThat(seen.bundle().getEntry()).isNotEmpty();
        assertThat(seen.body()).doesNotContain("CarePlan", plan, "neighbour");
        assertThat(provider.post("CarePlan", made()).hasStatus(403).rules()).containsExactly("access-role");
    }

    @Test
    void nobodyWritesAPlanInAnothersName() {
        var theirs = admin.get("PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id%7C999000000013")
                .found()
                .get(0);

        var refused = linkWorker.post(
                "CarePlan",
                changed(
                        made(),
                        plan -> plan.setAuthor(
                                to("PractitionerRole/" + theirs.getIdElement().getIdPart()))));

        assertThat(refused.hasStatus(422).rules()).containsExactly("access-author");
        assertThat(refused.expressions()).containsExactly("CarePlan.author");
    }

    /** The plan of the story, sent as its transaction. */
    private String plan() {
        return linkWorker.transaction(episode.story().supportPlan()).locations().get(0);
    }

    /** Another plan, under an identifier of its own. */
    private String made() {
        var sent = Json.read(Bundle.class, episode.story().supportPlan());
        var plan = (CarePlan) sent.getEntryFirstRep().getResource();
        plan.setMeta(null);
        plan.getIdentifierFirstRep().setValue("PLAN-" + UUID.randomUUID());
        return Json.of(plan);
    }

    private String changed(String plan, Consumer<CarePlan> change) {
        var copy = plan.startsWith("{") ? Json.read(CarePlan.class, plan) : read(plan);
        change.accept(copy);
        return Json.of(copy);
    }

    private CarePlan read(String plan) {
        return linkWorker.get(plan).hasStatus(200).as(CarePlan.class);
    }

    private Answer status(String plan, String status) {
        return linkWorker.patch(plan, Server.JSON_PATCH, Handover.statusPatch(status));
    }

    /** The GP refers the same person once more. */
    private Story.Referral again(Episode before) {
        var anew = Stream.of("CONSENT", "RISK", "REFERRAL", "HANDOVER")
                .map(before.story()::identifier)
                .reduce(before.story().gpReferral(), (sent, known) -> sent.replace(known, known + "-AGAIN"));
        return Story.Referral.of(gp.transaction(anew).locations());
    }

    private String outcome(String referral) {
        return episode.story()
                .toldAnew("Observation-example-outcome-exit.json")
                .replaceFirst("\"id\": \"[^\"]+\",", "")
                .replace("ServiceRequest/example-referral", referral)
                .replace("Patient/example-patient", episode.referral().patient())
                .replace(
                        "PractitionerRole/example-link-worker-role",
                        "PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000030");
    }

    private static Reference to(String address) {
        return new Reference(address);
    }
}
