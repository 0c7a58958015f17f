package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whichever way somebody asks, they are shown what their circle shows them, and cannot tell that there is more. */
@GuardedServer
class CircleIT {

    private static final String CIRCLE = "circle-of-care";
    private static final Set<String> NO_REFERRERS = Set.of("Encounter", "Goal");

    private final Server practice;
    private final Server network;
    private final Server trust;
    private final Server stranger;
    private final Server strangeProvider;
    private final Server everybody;
    private final Story story;
    private final Person person;
    private final Story.Referral referral;
    private final List<String> onward;
    private final List<String> records;

    CircleIT(@LocalServerPort int port) {
        everybody = new Server(port);
        practice = everybody.as("demo-gp");
        network = everybody.as("demo-link-worker");
        trust = everybody.as("demo-provider");
        stranger = everybody.as("demo-gp-2");
        strangeProvider = everybody.as("demo-provider-2");
        person = Person.next();
        story = Story.about(person, everybody.as("demo-admin"));
        referral = story.referredBy(practice);
        records = new ArrayList<>(network.transaction(story.contact()).locations());
        records.addAll(network.transaction(story.supportPlan()).locations());
        onward = network.transaction(story.onwardReferral()).locations();
        records.addAll(List.of(
                referral.patient(),
                referral.consent(),
                referral.flag(),
                referral.serviceRequest(),
                referral.task(),
                onward.get(0),
                onward.get(1),
                onward.get(2)));
    }

    @Test
    void whatIsHiddenIsAnsweredAsIfItWereNotThere() {
        for (var record : records) {
            var type = record.substring(0, record.indexOf('/'));
            var nobody = type + "/00000000-0000-4000-8000-000000000000";
            for (var path : List.of("", "/_history", "/_history/1", "/_history/9", "?_summary=true", "?_elements=id")) {
                var hidden = stranger.get(record + path, "If-None-Match", "W/\"1\"");
                var unknown = stranger.get(nobody + path, "If-None-Match", "W/\"1\"");

                assertThat(hidden.status())
                        .as(hidden.request())
                        .isEqualTo(unknown.status())
                        .isEqualTo(NO_REFERRERS.contains(type) ? 403 : 404);
                assertThat(hidden.body().replace(record, nobody)).isEqualTo(unknown.body());
                assertThat(hidden.header("ETag")).isEqualTo(unknown.header("ETag"));
            }
        }
    }

    @Test
    void eachSeesTheirOwn() {
        practice.get(referral.patient()).hasStatus(200);
        practice.get(referral.task() + "/_history").hasStatus(200);
        practice.get(onward.get(2)).hasStatus(404);
        for (var record : records) {
            network.get(record).hasStatus(200);
        }
        trust.get(onward.get(2)).hasStatus(200);
        trust.get(referral.patient()).hasStatus(200);
        for (var record :
                List.of(referral.task(), referral.consent(), referral.flag(), onward.get(0), records.get(0))) {
            assertThat(trust.get(record).status()).as(record).isIn(403, 404);
        }
        strangeProvider.get(referral.patient()).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-commissioner", "demo-admin"})
    void aRoleWithoutRecordsFindsNone(String client) {
        var caller = everybody.as(client);

        assertThat(caller.get(referral.patient()).status()).isIn(403, 404);
        for (var search : List.of("Patient?_total=accurate", "Task?_include=Task:patient", "Patient?_summary=count")) {
            var answer = caller.get(search);
            assertThat(answer.status()).isIn(200, 403);
            assertThat(answer.body()).doesNotContain("\"entry\"", "\"total\":1", "\"total\": 1");
        }
        caller.get("Organization").hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient?_id=%s",
                "Patient?_id=%s&_total=accurate",
                "Patient?_id=%s&_summary=count",
                "Patient?_id=%s&_elements=id",
                "Patient?_id=%s&_summary=true",
                "Patient?_id=%s&_revinclude=Task:patient",
                "Task?patient=Patient/%s&_include=Task:patient",
                "Task?patient:Patient.identifier=https://fhir.nhs.uk/Id/nhs-number%%7C$NHS",
                "Task?patient.family=$FAMILY",
                "ServiceRequest?patient=Patient/%s&_revinclude:iterate=Task:focus",
                "Encounter?subject=Patient/%s",
                "Provenance?target=Patient/%s",
                "Encounter?patient=Patient/%s&status:not=cancelled"
            })
    void noSearchFindsOrCountsWhatIsHidden(String search) {
        var asked = search.replace("$NHS", person.nhsNumber())
                .replace("$FAMILY", person.family())
                .replace("%%", "%")
                .replace("%s", referral.patient().substring(8));

        assertThat(network.get(asked).hasStatus(200).body())
                .containsAnyOf(referral.patient().substring(8), "\"total\":1", "\"total\": 1");
        var all = Stream.of(stranger, strangeProvider)
                .map(caller -> caller.get(asked))
                .toList();
        assertThat(all).allMatch(answer -> List.of(200, 400, 403).contains(answer.status()));
        var answers = all.stream()
                .filter(answer -> answer.status() == 200)
                .map(Answer::bundle)
                .toList();
        assertThat(answers).as(all.toString()).isNotEmpty().allSatisfy(hidden -> {
            assertThat(hidden.getEntry()).isEmpty();
            assertThat(hidden.getTotal()).isZero();
        });
    }

    @Test
    void theDirectoryLeadsToNobodysRecords() {
        var asked = Labels.PRACTICE + "&_revinclude=Patient:general-practitioner";

        // A page does not hold all who are there.
        assertThat(Seen.addresses(practice.get(asked))).anyMatch(found -> found.startsWith("Patient/"));
        assertThat(Seen.addresses(stranger.get(asked))).doesNotContain(referral.patient());
    }

    @Test
    void whatIsIncludedIsHeldToTheCircleToo() {
        var asked = "Task?_id=" + onward.get(2).substring(5)
                + "&_include=Task:focus&_include=Task:patient&_include:iterate=ServiceRequest:based-on&_total=accurate";

        assertThat(Seen.addresses(network.get(asked)))
                .contains(referral.serviceRequest(), referral.patient(), onward.get(1));
        assertThat(Seen.addresses(trust.get(asked)))
                .contains(referral.patient(), onward.get(1), onward.get(2))
                .doesNotContain(referral.serviceRequest());
        assertThat(trust.get(asked).bundle().getTotal()).isEqualTo(1);
        assertThat(trust.get(asked.replace("&_total=accurate", "")).bundle().getTotal())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch", "transaction"})
    void entriesAreAnsweredAsRequestsAre(String type) {
        var bundle = Changes.bundle(
                type,
                Changes.entry("GET", referral.patient(), ""),
                Changes.entry("GET", "Patient/nobody", ""),
                Changes.entry("GET", "Patient?_id=" + referral.patient().substring(8), ""));

        var answer = stranger.post("", bundle).hasStatus(200);
        var entries = answer.bundle().getEntry();
        assertThat(entries.get(0).getResponse().getStatus())
                .isEqualTo(entries.get(1).getResponse().getStatus())
                .startsWith("404");
        assertThat(Seen.all((Bundle) entries.get(2).getResource())).isEmpty();
        assertThat(answer.body()).doesNotContain(person.family());

        assertThat(Seen.all(network.post("", bundle).hasStatus(200).bundle()).map(Resource::fhirType))
                .filteredOn("Patient"::equals)
                .hasSize(2);
    }

    @Test
    void aConditionDoesNotMatchWhatIsHidden() {
        var task = network.get(onward.get(2)).as(Task.class);
        task.setId((String) null);
        task.setMeta(null);
        task.getIdentifierFirstRep().setValue(story.identifier("CONDITION"));
        task.getFor().setReference("Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|" + person.nhsNumber());
        var right = Json.of(task);
        var wrong = right.replace(person.nhsNumber(), "9990000999");

        // Nor does a provider find out by a reference what it is not shown of a person whom it sees.
        for (var caller : List.of(stranger, trust)) {
            var answer = caller.post("Task", right);
            assertThat(answer.status()).isBetween(400, 422);
            assertThat(answer.body().replace(person.nhsNumber(), "9990000999"))
                    .isEqualTo(caller.post("Task", wrong).body());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient?_tag=x",
                "Patient?_security=x",
                "Patient?_security=https://sprig-fhir.github.io/ig/CodeSystem/circle-of-care%7Cprovider.1",
                "Patient?_profile=https://sprig-fhir.github.io/ig/StructureDefinition/sprig-patient",
                "Patient?_source=x",
                "Patient?_has:Task:patient:status=requested",
                "Organization?_has:Patient:general-practitioner:family=x",
                "Organization?_has:Patient:organization:family=x",
                "Task?patient.organization.name=x",
                "Communication?based-on.code=x",
                "Task?_sort=patient.name",
                "Patient?_revinclude=*"
            })
    void nobodyAsksRoundTheCorner(String search) {
        for (var caller : List.of(network, practice, trust)) {
            var answer = caller.get(search);
            assertThat(answer.status()).as(answer.request() + answer.body()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient?family=$FAMILY",
                "Patient?identifier=https://fhir.nhs.uk/Id/nhs-number%7C$NHS",
                "Patient?birthdate=1948-03-07",
                "Patient?_sort=birthdate",
                "Task?patient.family=$FAMILY",
                "Task?_sort=patient"
            })
    void aProviderDoesNotAskForWhatItIsNotShown(String search) {
        var answer = trust.get(search.replace("$FAMILY", person.family()).replace("$NHS", person.nhsNumber()));

        if (!search.equals("Task?_sort=patient")) {
            assertThat(answer.hasStatus(400).rules()).containsExactly("search-withheld");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Task?owner=$SERVICE&status=requested&_sort=due",
                "Task?owner=$SERVICE&status=received,accepted,in-progress,on-hold&_sort=due",
                "Task?owner=$SERVICE&status=requested&due=lt2026-10-19&_sort=due",
                "Task?owner=$SERVICE&status=in-progress&review=le2026-10-19&_sort=review",
                "Task?owner=$SERVICE&status=completed,failed&_lastUpdated=ge2026-10-01&_sort=-_lastUpdated",
                "Task?open-pool=requested&_sort=due",
                "Task?owner=$SERVICE&_include=Task:focus&_include=Task:patient&_count=5&_total=accurate"
            })
    void worklistsWorkForLinkWorkersAndProviders(String search) {
        for (var caller : List.of(network, trust)) {
            caller.get(search.replace("$SERVICE", "HealthcareService/any")).hasStatus(200);
        }
    }

    @Test
    void whatWasDeletedIsGoneForWhoSawItAndUnknownToOthers() {
        var asked = FeedbackIT.subscription(
                new Receiver().address(),
                FeedbackIT.HANDOVER,
                "Task?owner="
                        + network.get(referral.task()).as(Task.class).getOwner().getReference());
        var deleted = "Subscription/"
                + network.post("Subscription", Json.of(asked)).hasStatus(201).id();
        assertThat(network.delete(deleted).status()).isIn(200, 204);

        network.get(deleted).hasStatus(410);
        network.get(deleted + "/_history").hasStatus(200);
        stranger.get(deleted).hasStatus(404);
        stranger.get(deleted + "/_history").hasStatus(404);
    }

    @Test
    void aReferenceByIdentifierLeadsToWhomTheSenderSees() {
        var consent = story.consent("BY-IDENTIFIER", Story.TRUST, "2026-10-07T10:00:00Z")
                .replaceAll(
                        "\"Patient[/?][^\"]+\"",
                        "\"Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|" + person.nhsNumber() + "\"");

        var stored = network.post("Consent", consent).hasStatus(201).as(Consent.class);
        assertThat(stored.getPatient().getReference()).isEqualTo(referral.patient());
        stranger.post("Consent", consent).hasStatus(422);
    }

    @Test
    void noLabelLeavesTheServer() {
        var patched = trust.patch(
                onward.get(2), Server.JSON_PATCH, Worker.patch("received", ""), "Prefer", "return=representation");
        var all = List.of(
                network.get(referral.patient()),
                network.get(referral.patient() + "/_history"),
                network.get(
                        "Task?patient=" + referral.patient() + "&_revinclude=Provenance:target&_include=Task:focus"),
                network.post("", Changes.bundle("batch", Changes.entry("GET", referral.patient(), ""))),
                patched);

        assertThat(all)
                .allSatisfy(answer -> assertThat(answer.hasStatus(200).body()).doesNotContain(CIRCLE));
    }

    @Test
    void whoWritesIsShownWhatTheyWrote() {
        var again = practice.post("", story.gpReferral(), "Prefer", "return=representation")
                .hasStatus(200);

        assertThat(Seen.all(again.bundle()).map(Resource::fhirType)).contains("Patient", "Task");
    }

    @Test
    void aDeclinedHandoverIsGoneAtOnce() {
        trust.get(referral.patient()).hasStatus(200);
        new Worker(trust).take(onward.get(2), "rejected");

        trust.get(referral.patient()).hasStatus(404);
        trust.get(onward.get(1)).hasStatus(404);
        trust.get(onward.get(2)).hasStatus(404);
        assertThat(Seen.addresses(trust.get("Task?_id=" + onward.get(2).substring(5))))
                .isEmpty();
    }

    @Test
    void somebodyElsesLinkShowsWhatTheOneWhoFollowsItMaySee() {
        var next = network.get("Task?_count=1&_sort=-_lastUpdated&patient=" + referral.patient())
                .hasStatus(200)
                .bundle()
                .getLink("next")
                .getUrl();
        var path = next.substring(next.indexOf("/fhir/") + 6);

        assertThat(Seen.addresses(network.get(path))).hasSize(1);
        assertThat(Seen.addresses(stranger.get(path))).isEmpty();
    }
}
