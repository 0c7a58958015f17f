package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import io.github.sprigfhir.app.platform.copies.Copying;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceFactory;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Copies for research: of whom, with what in them, and gone when they are to be. */
@GuardedServer
class ResearchIT {

    private static final String PROJECT = "loneliness-study";
    private static final String OTHER = "other-study";

    private final ApplicationContext beans;
    private final JdbcClient database;
    private final Server admin;
    private final Server gp;
    private final Server linkWorker;

    ResearchIT(@LocalServerPort int port, @Autowired ApplicationContext beans) {
        this.beans = beans;
        this.database = JdbcClient.create(beans.getBean(DataSource.class));
        var server = new Server(port);
        admin = server.as("demo-admin");
        gp = server.as("demo-gp");
        linkWorker = server.as("demo-link-worker");
    }

    /** Somebody who was referred and seen, and what they have said about research. */
    private record Somebody(Person person, Story.Referral referral, String consent) {}

    @Test
    void onlyThoseWhoAgreedAreCopiedAndNobodyCanBeToldFromTheOthers() {
        var agreed = somebody(true, 3);
        var silent = somebody(false, 1);

        release();

        var copies = all(PROJECT);
        assertThat(copies).isNotEmpty();
        var text = text(copies);
        Stream.concat(agreed.stream(), silent.stream()).forEach(one -> {
            var person = one.person();
            assertThat(text).doesNotContain(person.nhsNumber(), person.family(), person.birthDate(), person.ownWords());
            for (var id : ids(one)) {
                assertThat(text).doesNotContain(id);
            }
        });
        assertThat(text).doesNotContain("Patient?identifier", "\"text\"", "\"display\"", "\"identifier\"", "narrative");
        assertThat(copies.stream()
                        .filter(Patient.class::isInstance)
                        .map(Patient.class::cast)
                        .toList())
                .hasSize(countOf(PROJECT))
                .allSatisfy(one -> assertThat(one.hasBirthDate()).isFalse());
        assertThat(copies).hasAtLeastOneElementOfType(Observation.class);
        assertThat(copies.stream()
                        .map(one -> one.getMeta().getLastUpdatedElement().getValueAsString())
                        .collect(Collectors.toSet()))
                .hasSize(1)
                .allMatch(moment -> moment.contains("T00:00:00"));
    }

    @Test
    void projectsShareNoPseudonym() {
        somebody(true, 3);

        release();

        assertThat(idsOf(PROJECT)).isNotEmpty().doesNotContainAnyElementsOf(idsOf(OTHER));
        assertThat(idsOf(OTHER)).isNotEmpty();
    }

    @Test
    void whoeverTakesItBackIsGoneAtOnce() {
        var people = somebody(true, 4);
        release();
        var before = countOf(PROJECT);
        var rows = rows();

        var leaving = people.get(0);
        gp.patch(leaving.consent(), Server.JSON_PATCH, Handover.statusPatch("inactive"))
                .hasStatus(200);

        assertThat(countOf(PROJECT)).isEqualTo(before - 1);
        assertThat(rows()).isLessThan(rows);
        assertThat(database.sql("select count(*) from sprig_research_subject where project = ?")
                        .param(PROJECT)
                        .query(Integer.class)
                        .single())
                .isEqualTo(before - 1);
        release();
        assertThat(countOf(PROJECT)).isEqualTo(before - 1);
    }

    @Test
    void whatChangesShowsWithTheNextReleaseAndNotBefore() {
        var people = somebody(true, 3);
        release();
        var before = failed();

        people.forEach(one -> new Worker(linkWorker)
                .move(one.referral().task(), "failed", "26")
                .hasStatus(200));

        assertThat(failed()).isEqualTo(before);
        release();
        assertThat(failed()).isEqualTo(before + 3);
    }

    private long failed() {
        return all(PROJECT).stream()
                .filter(Task.class::isInstance)
                .filter(one -> ((Task) one).getStatus() == Task.TaskStatus.FAILED)
                .count();
    }

    private List<Somebody> somebody(boolean agreed, int many) {
        return IntStream.range(0, many).mapToObj(i -> somebody(agreed)).toList();
    }

    private Somebody somebody(boolean agreed) {
        var person = Person.next();
        var story = Story.about(person, admin);
        var referral = story.referredBy(gp);
        new Worker(linkWorker).take(referral.task(), "in-progress");
        linkWorker.transaction(story.contact()).hasStatus(200);
        linkWorker.transaction(story.onwardReferral()).hasStatus(200);
        var consent = agreed
                ? gp.post("Consent", research(story, referral)).hasStatus(201).id()
                : "";
        return new Somebody(person, referral, "Consent/" + consent);
    }

    private static String research(Story story, Story.Referral referral) {
        return """
                {"resourceType": "Consent",
                 "identifier": [{"system": "%s", "value": "%s"}],
                 "status": "active",
                 "scope": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/consentscope", "code": "research"}]},
                 "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "RSDID"}]}],
                 "patient": {"reference": "%s"},
                 "dateTime": "2026-09-07T10:06:00+01:00",
                 "performer": [{"reference": "%s"}],
                 "organization": [{"reference": "Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code|A99001"}],
                 "policyRule": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "OPTIN"}]},
                 "provision": {
                   "type": "permit",
                   "period": {"start": "2026-09-07"},
                   "purpose": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActReason", "code": "HRESCH"}]}}
                """.formatted(Story.PRACTICE, story.identifier("RESEARCH"), referral.patient(), referral.patient());
    }

    private static Set<String> ids(Somebody one) {
        return Stream.of(
                        one.referral().patient(),
                        one.referral().serviceRequest(),
                        one.referral().task())
                .map(address -> address.replaceFirst(".*/", ""))
                .collect(Collectors.toSet());
    }

    /** As if it were time again. */
    private void release() {
        database.sql("delete from sprig_research_release").update();
        beans.getBean("releasing", Runnable.class).run();
    }

    private List<Resource> all(String project) {
        var partition = partition(project);
        var daos = beans.getBean(DaoRegistry.class);
        var all = new ArrayList<Resource>();
        for (var type : new TreeSet<>(database.sql("select distinct res_type from hfj_resource where partition_id = ?")
                .param(partition)
                .query(String.class)
                .list())) {
            all.addAll(daos.getResourceDao(ResourceFactory.createResource(type).getClass())
                    .searchForResources(new SearchParameterMap(), new Copying(partition)));
        }
        return all;
    }

    private int partition(String project) {
        return database.sql("select partition from sprig_project where name = ?")
                .param(project)
                .query(Integer.class)
                .single();
    }

    private Set<String> idsOf(String project) {
        return all(project).stream().map(one -> one.getIdElement().getIdPart()).collect(Collectors.toSet());
    }

    private int countOf(String project) {
        return database.sql("select count(*) from hfj_resource where partition_id = ? and res_type = 'Patient'")
                .param(partition(project))
                .query(Integer.class)
                .single();
    }

    private int rows() {
        return database.sql("select count(*) from hfj_res_ver v join hfj_resource r on r.res_id = v.res_id"
                        + " where r.partition_id = ?")
                .param(partition(PROJECT))
                .query(Integer.class)
                .single();
    }

    private static String text(List<Resource> resources) {
        var parser = FhirContext.forR4Cached().newJsonParser();
        return resources.stream().map(parser::encodeResourceToString).collect(Collectors.joining("\n"));
    }
}
