package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whatever belongs to an episode is stored under its profile, once, and found from its referral. */
@RunningServer
class EpisodeResourcesIT {

    private static final String PROFILES = "https://sprig-fhir.github.io/ig/StructureDefinition/";

    private final Server server;
    private final Story story;
    private final Story.Referral referral;
    private final ApplicationContext beans;

    EpisodeResourcesIT(@LocalServerPort int port, ApplicationContext beans) {
        server = new Server(port);
        story = Story.about(Person.next(), server);
        referral = story.refer();
        this.beans = beans;
    }

    @Test
    void anOfferIsStoredAsOne() {
        var stored = server.transaction(story.offer()).locations();

        assertThat(stored.get(0)).isEqualTo(referral.patient());
        assertThat(profilesOf(stored.get(1))).containsExactly(PROFILES + "sprig-offer");
    }

    @Test
    void aContactAndAGoalAreStoredOnce() {
        var first = server.transaction(story.contact()).locations();
        var second = server.transaction(story.contact()).locations();

        assertThat(second).isEqualTo(first);
        assertThat(profilesOf(first.get(0))).containsExactly(PROFILES + "sprig-contact");
        assertThat(profilesOf(first.get(1))).containsExactly(PROFILES + "sprig-goal");
    }

    @ParameterizedTest
    @CsvSource({
        "Encounter-example-contact, sprig-contact",
        "Communication-example-signposting, sprig-signposting",
        "Observation-example-outcome-baseline, sprig-outcome-ons4"
    })
    void anIdentifierIsUniqueWithinItsType(String example, String profile) {
        var type = example.substring(0, example.indexOf('-'));
        var stored = server.post(type, ofThisPerson(example)).hasStatus(201);

        assertThat(profilesOf(type + "/" + stored.id())).containsExactly(PROFILES + profile);
        assertThat(server.post(type, ofThisPerson(example)).hasStatus(409).rules())
                .containsExactly("duplicate-identifier");
    }

    @Test
    void aWholeEpisodeIsOneSearch() {
        server.transaction(story.contact()).hasStatus(200);
        server.transaction(story.supportPlan()).hasStatus(200);
        server.transaction(story.onwardReferral()).hasStatus(200);
        server.post("Communication", ofThisPerson("Communication-example-signposting"))
                .hasStatus(201);

        var episode = server.get(
                        ("ServiceRequest?_id=%s&_revinclude=ServiceRequest:based-on&_revinclude=Goal:addresses&_revinclude=CarePlan:referral"
                                        + "&_revinclude:iterate=Task:focus&_revinclude:iterate=Encounter:based-on"
                                        + "&_revinclude:iterate=Communication:based-on"
                                        + "&_revinclude:iterate=Observation:based-on")
                                .formatted(referral.serviceRequest().replace("ServiceRequest/", "")))
                .hasStatus(200)
                .bundle();

        assertThat(episode.getEntry())
                .extracting(entry -> entry.getResource().fhirType())
                .contains("Encounter", "Goal", "CarePlan", "Communication", "Observation")
                .containsOnlyOnce("Goal");
        assertThat(episode.getEntry().stream().filter(entry -> entry.getResource() instanceof Task))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Encounter, date=2026-09-14&status=finished",
        "Encounter, type=https://sprig-fhir.github.io/ig/CodeSystem/contact-mode%7Cin-person",
        "Goal, lifecycle-status=active",
        "CarePlan, status=active&review=2026-10-26",
        "Communication, category=https://sprig-fhir.github.io/ig/CodeSystem/communication-kind%7Csignposting",
        "Task, status=requested&review=2026-10-19"
    })
    void whatIsWrittenIsFoundByWhatMatters(String type, String criteria) {
        server.transaction(story.contact()).hasStatus(200);
        server.transaction(story.supportPlan()).hasStatus(200);
        server.post("Communication", ofThisPerson("Communication-example-signposting"))
                .hasStatus(201);
        server.post("Task", reviewed()).hasStatus(201);

        assertThat(server.get("%s?patient=%s&%s".formatted(type, referral.patient(), criteria))
                        .found())
                .hasSize(1);
        assertThat(server.get("%s?patient=%s&%s&identifier=nothing".formatted(type, referral.patient(), criteria))
                        .found())
                .isEmpty();
    }

    @Test
    void aContactThatSaysNotWhetherThePersonCameIsRefused() {
        var contact = Json.read(Encounter.class, ofThisPerson("Encounter-example-contact"));
        contact.setExtension(null);

        assertThat(server.post("Encounter", Json.of(contact)).hasStatus(422).rules())
                .contains("sprig-attendance-stated", "sprig-length-stated");
    }

    @Test
    void hapisOwnDeliveryOfSubscriptionsIsNotThere() {
        assertThat(beans.getBeanDefinitionNames())
                .extracting(name -> String.valueOf(beans.getType(name, false)))
                .noneMatch(
                        type -> type.matches(".*ca\\.uhn\\.fhir\\.jpa\\.(topic|subscription\\.(match|submit))\\..*"));
    }

    @ParameterizedTest
    @CsvSource({"handover, ServiceRequest", "return, Task", "escalate, ServiceRequest"})
    void anOperationsDefinitionCanBeRead(String code, String type) {
        var definition =
                server.get("OperationDefinition/" + code).hasStatus(200).as(OperationDefinition.class);

        assertThat(definition.getResource().get(0).getValue()).isEqualTo(type);
        assertThat(server.get("OperationDefinition?url=" + definition.getUrl()).found())
                .hasSize(1);
    }

    private List<String> profilesOf(String address) {
        return Json.read(server.get(address).hasStatus(200).body()).getMeta().getProfile().stream()
                .map(profile -> profile.getValue())
                .toList();
    }

    private String reviewed() {
        var handover = Json.read(Task.class, ofThisPerson("Task-example-handover"));
        handover.getIdentifierFirstRep().setValue(story.identifier("REVIEWED"));
        handover.addExtension(PROFILES + "review-by", new DateType("2026-10-19"));
        return Json.of(handover);
    }

    /** A published example, pointing at what this test's story has stored. */
    private String ofThisPerson(String file) {
        return story.toldAnew(file + ".json")
                .replaceFirst("\"id\": \"[^\"]+\",", "")
                .replace("Patient/example-patient", referral.patient())
                .replace("ServiceRequest/example-referral", referral.serviceRequest())
                .replace("PractitionerRole/example-link-worker-role", found("PractitionerRole", "999000000030"))
                .replace("PractitionerRole/example-gp-role", found("PractitionerRole", "999000000013"))
                .replace("HealthcareService/example-link-worker-service", service("Dale"))
                .replace("HealthcareService/example-choir", service("Riverside Example Choir"));
    }

    private String service(String name) {
        return only("HealthcareService?name=" + name.replace(" ", "%20"));
    }

    private String found(String type, String identifier) {
        return only(type + "?identifier=" + identifier);
    }

    private String only(String search) {
        var resource = server.get(search).found().get(0);
        return resource.fhirType() + "/" + resource.getIdPart();
    }
}
