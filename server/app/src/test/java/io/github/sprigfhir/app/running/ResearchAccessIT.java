package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.app.platform.definitions.FhirPackage;
import io.github.sprigfhir.domain.kernel.Role;
import io.github.sprigfhir.domain.research.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What a researcher finds by plain FHIR: the copies of their project, and nothing beside. */
@GuardedServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResearchAccessIT {

    private static final int FEW = 5;
    private static final String MADE =
            "(?<=\"resourceType\":\"Bundle\",\"id\":\"[-0-9a-f]{36}\",)\"meta\":\\{\"lastUpdated\":\"[^\"]*\"";

    private final Research research;
    private final Clients clients;
    private final Server researcher;
    private final Server linkWorker;
    private final FhirPackage definitions;
    private List<Research.Somebody> people = List.of();
    private Set<String> ids = Set.of();

    ResearchAccessIT(@LocalServerPort int port, @Autowired ApplicationContext beans) {
        var server = new Server(port);
        research = new Research(beans, server);
        clients = new Clients(server, beans);
        researcher = server.as("demo-researcher");
        linkWorker = server.as("demo-link-worker");
        definitions = beans.getBean(FhirPackage.class);
    }

    @BeforeAll
    void release() {
        people = research.people(true, 6);
        research.release();
        ids = research.ids(Research.PROJECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient",
                "Patient?gender=female,male&_revinclude=Encounter:patient",
                "Patient?_has:Encounter:patient:status=finished",
                "Patient?_has:Observation:patient:value-quantity=gt0",
                "ServiceRequest?status=active,completed&_include=ServiceRequest:subject",
                "ServiceRequest?need=loneliness-isolation&_has:Observation:based-on:status=final",
                "Task?focus:ServiceRequest.need=loneliness-isolation&_include=Task:patient&_include=Task:focus",
                "Encounter?status=finished&_sort=_id",
                "Observation?change=better,worse,same,reliably-better,reliably-worse,no-reliable-change",
                "Patient?_has:Observation:patient:change=better,worse,same,reliably-better,reliably-worse,no-reliable-change",
                "Observation?component-code-value-quantity=http://loinc.org%7C44255-8$ge1",
                "Patient?_has:Observation:patient:component-code-value-quantity=http://loinc.org%7C44255-8$ge1",
                "Encounter?patient.gender=female,male",
                "Observation?subject.gender=female,male&patient.gender=female,male",
                "Observation?status=final&_include=Observation:based-on",
                "Observation?subject:Patient.gender=female,male&_lastUpdated=gt2020-01-01"
            })
    void everySearchFindsCopiesOfTheProjectOnly(String search) {
        var found = Seen.all(all(search)).map(Resource::getIdPart).toList();

        assertThat(found).isNotEmpty();
        assertThat(ids).containsAll(found);
    }

    @Test
    void whatItFindsIsTheWholeRelease() {
        assertThat(Seen.all(all("Patient"))).hasSize(research.people(Research.PROJECT));
    }

    @Test
    void whatIsSentAsAFormIsAskedInTheProjectToo() {
        var answer =
                researcher.send("POST", "Patient/_search", "application/x-www-form-urlencoded", "gender=female,male");

        assertThat(Seen.all(answer.hasStatus(200).bundle()).map(Resource::getIdPart))
                .isNotEmpty()
                .allMatch(ids::contains);
    }

    @Test
    void nothingIsWritten() {
        researcher.post("Patient", "{\"resourceType\": \"Patient\"}").hasStatus(403);
        var copy = "Patient/"
                + Seen.all(researcher.get("Patient?_count=1").bundle())
                        .findFirst()
                        .orElseThrow()
                        .getIdPart();
        var body = "{\"resourceType\": \"Patient\", \"id\": \"%s\"}".formatted(copy.substring("Patient/".length()));
        researcher.put(copy, body).hasStatus(403);
        researcher.delete(copy).hasStatus(403);
        linkWorker.put(copy, body).hasStatus(404, 405);
    }

    @Test
    void aRecordIsThereForNobodyByItsTrueId() {
        for (var one : people) {
            var referral = one.referral();
            for (var address : List.of(referral.patient(), referral.serviceRequest(), referral.task())) {
                researcher.get(address).hasStatus(404);
                researcher.get(address + "/_history/1").hasStatus(404);
                researcher.get(address + "/_history").hasStatus(404);
            }
            assertThat(researcher
                            .get("Task?patient=" + referral.patient())
                            .bundle()
                            .getEntry())
                    .isEmpty();
            assertThat(researcher
                            .get("Patient?identifier=" + one.person().nhsNumber())
                            .bundle()
                            .getEntry())
                    .isEmpty();
        }
        researcher
                .get("Organization/"
                        + linkWorker
                                .get("Organization?_count=1")
                                .bundle()
                                .getEntryFirstRep()
                                .getResource()
                                .getIdPart())
                .hasStatus(404);
        var copy = Seen.all(researcher.get("Patient?_count=1").bundle())
                .findFirst()
                .orElseThrow();
        linkWorker.get("Patient/" + copy.getIdPart()).hasStatus(404);
        researcher.get("Patient/" + copy.getIdPart()).hasStatus(200);
    }

    /** In a project that is shown intervals there is no day of that autumn; a Bundle says when it was made. */
    @Test
    void nothingThatIsToldNamesAnybodyOrADay() {
        var other = clients.as(Role.RESEARCHER, "ResearchStudy/other-study");
        var copy = Seen.all(other.get("Encounter?_count=1").bundle())
                .findFirst()
                .orElseThrow()
                .getIdPart();
        var asked = new ArrayList<>(Elements.types().stream()
                .flatMap(type -> Stream.of(type + "?_count=200", type + "?_summary=count", type + "/nothing"))
                .toList());
        definitions
                .views()
                .forEach(view -> asked.add("$viewdefinition-run?_format=json&viewReference=" + view.address()));
        asked.addAll(List.of(
                "Encounter/" + copy,
                "Encounter/" + copy + "/_history",
                "Encounter/" + copy + "/_history/1",
                "Encounter/" + copy + "/_history/99",
                "Encounter?date=yesterday",
                "Patient?birthdate=gt1900-01-01",
                "Patient?name=a",
                "Patient?nothing=x&_sort=name",
                "Patient?_tag=x",
                "Patient?_lastUpdated=gt2026-01-01",
                "Patient/$everything",
                "$export-status?job=nothing",
                "Consent",
                "AuditEvent",
                "_history"));
        var told = asked.stream()
                .map(address -> {
                    var answer = other.get(address);
                    return answer.headers().map() + answer.body().replaceAll(MADE, "");
                })
                .collect(Collectors.joining("\n"));

        assertThat(told).contains("masked", "not-found", "Observation/", "\"age_band\"");
        assertThat(told)
                .doesNotContain(Story.PRACTICE, "2026-09-")
                .doesNotContainPattern("T(?!00:00:00)\\d\\d:\\d\\d:");
        people.forEach(one -> {
            var person = one.person();
            assertThat(told)
                    .doesNotContain(person.nhsNumber(), person.family(), person.birthDate(), person.ownWords())
                    .doesNotContain(one.ids());
        });
    }

    @Test
    void totalsAreToldAsReportsTellThem() {
        var all = researcher.get("Patient?_summary=count").bundle();
        assertThat(all.getTotal() % FEW).isZero();
        assertThat(all.getTotal()).isPositive();
        assertThat(researcher
                        .get("Patient?gender=unknown&_summary=count")
                        .bundle()
                        .getTotal())
                .isZero();
        var few = researcher
                .get("Patient?_total=accurate&_id="
                        + Seen.all(researcher.get("Patient?_count=1").bundle())
                                .findFirst()
                                .orElseThrow()
                                .getIdPart())
                .bundle();
        assertThat(few.getTotalElement().hasValue()).isFalse();
        assertThat(few.getTotalElement().getExtensionFirstRep().getValue().primitiveValue())
                .isEqualTo("masked");
    }

    @Test
    void anotherProjectIsAnotherWorld() {
        var other = clients.as(Role.RESEARCHER, "ResearchStudy/other-study");

        var found = Seen.all(other.get("Patient?_count=200").bundle())
                .map(Resource::getIdPart)
                .toList();

        assertThat(found).isNotEmpty().doesNotContainAnyElementsOf(ids);
        researcher.get("Patient/" + found.get(0)).hasStatus(404);
    }

    @Test
    void whatTheServerUnderstandsIsReadByThemToo() {
        assertThat(researcher.get("Measure?_count=1").bundle().getEntry()).hasSize(1);
        assertThat(researcher.get("Questionnaire?_count=1").bundle().getEntry()).hasSize(1);
        researcher.get("Measure/outcomes").hasStatus(200);
    }

    @Test
    void theLatestScoresOfACopyAreFound() {
        var score = Seen.all(researcher.get("Observation?_count=1").bundle())
                .map(Observation.class::cast)
                .findFirst()
                .orElseThrow();

        var latest = researcher.get(
                "Observation/$lastn?patient=" + score.getSubject().getReference());

        assertThat(Seen.addresses(latest))
                .isNotEmpty()
                .allMatch(address -> ids.contains(address.replaceFirst(".*/", "")));
    }

    @Test
    void aBatchIsAskedInTheProjectToo() {
        var answer =
                researcher.transaction("""
                {"resourceType": "Bundle", "type": "batch", "entry": [
                  {"request": {"method": "GET", "url": "Patient?_count=2"}},
                  {"request": {"method": "GET", "url": "%s"}}]}""".formatted(people.get(0).referral().patient()));

        var entries = answer.hasStatus(200).bundle().getEntry();
        assertThat(Seen.all((Bundle) entries.get(0).getResource()).map(Resource::getIdPart))
                .isNotEmpty()
                .allMatch(ids::contains);
        assertThat(entries.get(1).getResponse().getStatus()).startsWith("404");
    }

    @Test
    void whoActsForNoOpenProjectIsLetIntoNone() {
        assertThat(clients.as(Role.RESEARCHER, "ResearchStudy/ended-study")
                        .get("Patient")
                        .hasStatus(403)
                        .rules())
                .contains("research-project-ended");
        assertThat(clients.as(Role.RESEARCHER, "ResearchStudy/no-study")
                        .get("Patient")
                        .hasStatus(403)
                        .rules())
                .contains("research-project-unknown");
        assertThat(clients.as(Role.RESEARCHER, "Organization/1")
                        .get("Patient")
                        .hasStatus(403)
                        .rules())
                .contains("organisation-unknown");
    }

    @Test
    void beforeTheFirstReleaseThereIsNothingYet() {
        var answer = research.beforeItsFirstRelease(
                "other-study",
                () -> clients.as(Role.RESEARCHER, "ResearchStudy/other-study").get("Patient"));

        assertThat(answer.hasStatus(503).rules()).contains("research-not-released");
    }

    private Bundle all(String search) {
        return researcher
                .get(search + (search.contains("?") ? "&" : "?") + "_count=200")
                .hasStatus(200)
                .bundle();
    }
}
