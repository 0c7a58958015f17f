package io.github.sprigfhir.app.running;

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
        return IntStream.range(0, many).mapToObj(i -> somebody(agreed)).toList();
    }

    private Somebody somebody(boolean agreed) {
        var person = Person.next();
        var story = Story.about(person, admin);
        var referral = story.referredBy(gp);
        new Worker(linkWorker).take(referral.task(), "in-progress");
        linkWorker.transaction(story.contact()).hasStatus(200);
        linkWorker.transaction(story.onwardReferral()).hasStatus(200);
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

    int people(String project) {
        return database.sql("select count(*) from hfj_resource where partition_id = ? and res_type = 'Patient'")
                .param(partition(project))
                .query(Integer.class)
                .single();
    }
}
