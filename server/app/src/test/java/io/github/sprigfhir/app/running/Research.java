package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import io.github.sprigfhir.app.platform.copies.Copying;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who have agreed to research or not, and what is released of them. */
final class Research {

    /** That of the demo researcher: two people share what is shown of each. */
    static final String PROJECT = "loneliness-study";

    private final ApplicationContext beans;
    private final JdbcClient database;
    private final Server admin;
    private final Server gp;
    private final Server linkWorker;

    Research(ApplicationContext beans, Server server) {
        this.beans = beans;
        this.database = JdbcClient.create(beans.getBean(DataSource.class));
        admin = server.as("demo-admin");
        gp = server.as("demo-gp");
        linkWorker = server.as("demo-link-worker");
    }

    /** Somebody who was referred and seen, and what they have said about research. */
    record Somebody(Person person, Story.Referral referral, String consent) {

        Set<String> ids() {
            return Stream.of(referral.patient(), referral.serviceRequest(), referral.task())
                    .map(address -> address.replaceFirst(".*/", ""))
                    .collect(Collectors.toSet());
        }
    }

    List<Somebody> people(boolean agreed, int many) {
        return people(agreed, many, 1);
    }

    /** As many of them, each seen as often. */
    List<Somebody> people(boolean agreed, int many, int contacts) {
        return IntStream.range(0, many)
                .mapToObj(i -> somebody(agreed, contacts))
                .toList();
    }

    private Somebody somebody(boolean agreed, int contacts) {
        var person = Person.next();
        var story = Story.about(person, admin);
        var referral = story.referredBy(gp);
        new Worker(linkWorker).take(referral.task(), "in-progress");
        for (int contact = 1; contact <= contacts; contact++) {
            linkWorker
                    .transaction(story.contact()
                            .replace("CONTACT-" + person.number() + "-1", "CONTACT-" + person.number() + "-" + contact))
                    .hasStatus(200);
        }
        linkWorker.transaction(story.onwardReferral()).hasStatus(200);
        linkWorker.post("QuestionnaireResponse", story.answers(referral)).hasStatus(201);
        linkWorker.transaction(story.exitOutcome()).hasStatus(200);
        var consent = agreed
                ? gp.post("Consent", research(story, referral)).hasStatus(201).id()
                : "";
        return new Somebody(person, referral, "Consent/" + consent);
    }

    void takeBack(Somebody one) {
        gp.patch(one.consent(), Server.JSON_PATCH, Handover.statusPatch("inactive"))
                .hasStatus(200);
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

    void release() {
        release(beans);
    }

    /** As if it were time again for every project. */
    static void release(ApplicationContext beans) {
        JdbcClient.create(beans.getBean(DataSource.class))
                .sql("update sprig_release set day = day - 28")
                .update();
        beans.getBean("releasing", Runnable.class).run();
    }

    /** As if it were time again for every project, but before anybody's copies are noted as made the database gives up. */
    void releaseInterrupted(int afterHowMany) {
        database.sql("""
                        create function sprig_test_interruption() returns trigger language plpgsql as $$ begin
                            if (select count(*) from sprig_release_subject
                                where release = new.release and written) >= %d then
                                raise exception 'interrupted'; end if;
                            return new; end $$
                        """.formatted(afterHowMany)).update();
        database.sql("""
                        create trigger sprig_test_interruption before update of written on sprig_release_subject
                        for each row execute function sprig_test_interruption()
                        """).update();
        try {
            assertThatThrownBy(this::release).hasStackTraceContaining("interrupted");
        } finally {
            database.sql("drop function sprig_test_interruption cascade").update();
        }
    }

    /** As after a restart. */
    void goOn() {
        beans.getBean("releasing", Runnable.class).run();
    }

    /** What comes of it while a project has no release. */
    <T> T beforeItsFirstRelease(String project, Supplier<T> asked) {
        var current = "update sprig_release set emptied = %s where project = ? and emptied is %s";
        database.sql(current.formatted("timestamp '2000-01-01'", "null"))
                .param(project)
                .update();
        try {
            return asked.get();
        } finally {
            database.sql(current.formatted("null", "not null and emptied = timestamp '2000-01-01'"))
                    .param(project)
                    .update();
        }
    }

    /** All that is in the current release of a project. */
    List<Resource> copies(String project) {
        return in(partition(project));
    }

    List<Resource> in(int partition) {
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

    int partition(String project) {
        return database.sql("""
                        select partition from sprig_release
                        where project = ? and ended is not null and emptied is null order by number desc limit 1
                        """).param(project).query(Integer.class).single();
    }

    Set<String> ids(String project) {
        return copies(project).stream().map(Resource::getIdPart).collect(Collectors.toSet());
    }

    /** The keys of the copies that there are of people in a release that is not finished. */
    List<Long> unfinished(String project) {
        return database.sql("""
                        select c.res_id from sprig_release r join hfj_resource c on c.partition_id = r.partition
                        where r.project = ? and r.ended is null and c.res_type = 'Patient'
                        """).param(project).query(Long.class).list();
    }

    List<Long> keys(String project) {
        return database.sql("select res_id from hfj_resource where partition_id = ? and res_type = 'Patient'")
                .param(partition(project))
                .query(Long.class)
                .list();
    }

    /** How many the smallest group of the current release is of people of whom the same is shown, as it is written down. */
    int smallest(String project) {
        return database.sql(
                        "select smallest from sprig_release where project = ? and partition = ? and emptied is null")
                .params(project, partition(project))
                .query(Integer.class)
                .single();
    }

    int people(String project) {
        return database.sql("select count(*) from hfj_resource where partition_id = ? and res_type = 'Patient'")
                .param(partition(project))
                .query(Integer.class)
                .single();
    }
}
