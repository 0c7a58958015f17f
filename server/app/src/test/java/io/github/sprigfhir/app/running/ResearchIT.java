package io.github.sprigfhir.app.running;

import static io.github.sprigfhir.app.running.Research.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Copies for research: of whom, with what in them, and gone when they are to be. */
@GuardedServer
class ResearchIT {

    private static final String OTHER = "other-study";

    private final JdbcClient database;
    private final Research research;
    private final Server server;
    private final Server linkWorker;

    ResearchIT(@LocalServerPort int port, @Autowired ApplicationContext beans) {
        this.database = JdbcClient.create(beans.getBean(DataSource.class));
        server = new Server(port);
        research = new Research(beans, server);
        linkWorker = server.as("demo-link-worker");
    }

    @Test
    void onlyThoseWhoAgreedAreCopiedAndNobodyCanBeToldFromTheOthers() {
        var agreed = research.people(true, 3);
        var silent = research.people(false, 1);
        agreed.forEach(this::knowMoreOf);

        research.release();

        var copies = research.copies(PROJECT);
        assertThat(copies).isNotEmpty();
        var text = text(copies);
        Stream.concat(agreed.stream(), silent.stream()).forEach(one -> {
            var person = one.person();
            assertThat(text).doesNotContain(person.nhsNumber(), person.family(), person.birthDate(), person.ownWords());
            for (var id : one.ids()) {
                assertThat(text).doesNotContain(id);
            }
        });
        assertThat(text).doesNotContain("record-kind", "shopping", "steady", "Lives alone");
        assertThat(text).doesNotContain("Patient?identifier", "\"text\"", "\"display\"", "\"identifier\"", "narrative");
        assertThat(copies.stream()
                        .filter(Patient.class::isInstance)
                        .map(Patient.class::cast)
                        .toList())
                .hasSize(research.people(PROJECT))
                .allSatisfy(one -> assertThat(one.hasBirthDate()).isFalse());
        assertThat(copies).hasAtLeastOneElementOfType(Observation.class);
        assertThat(copies.stream()
                        .map(one -> one.getMeta().getLastUpdatedElement().getValueAsString())
                        .collect(Collectors.toSet()))
                .hasSize(1)
                .allMatch(moment -> moment.contains("T00:00:00"));
        assertThat(subjects()).isZero();
    }

    /** Entries of the national record, which are nobody's outcome. */
    private void knowMoreOf(Research.Somebody one) {
        var gp = server.as("demo-gp");
        var entries = new Entries(server, one.referral());
        for (var example : List.of(
                "Observation-example-household",
                "Observation-example-assessment",
                "Observation-example-pregnancy",
                "CarePlan-example-care-package",
                "QuestionnaireResponse-example-about-me")) {
            gp.post(example.substring(0, example.indexOf('-')), entries.ofThePractice(example))
                    .hasStatus(201);
        }
    }

    @Test
    void noTableNamesAnybodyOrADay() {
        var people = research.people(true, 4);
        research.release();

        var tables = database.sql(
                        "select table_name from information_schema.columns where column_name = 'partition_id'")
                .query(String.class)
                .list();
        assertThat(tables).contains("hfj_resource", "hfj_res_ver", "hfj_res_link", "hfj_spidx_date");
        var rows = tables.stream()
                .flatMap(table -> database
                        .sql("select t::text from %s t where partition_id = ?".formatted(table))
                        .param(research.partition(OTHER))
                        .query(String.class)
                        .list()
                        .stream())
                .collect(Collectors.joining("\n"));

        assertThat(rows).contains("Patient", "Observation");
        people.forEach(one -> {
            var person = one.person();
            assertThat(rows)
                    .doesNotContain(person.nhsNumber(), person.family(), person.birthDate(), person.ownWords())
                    .doesNotContain(one.ids());
        });
        // Other than the day of the release, which is told of all, there is no day of that autumn: only intervals.
        assertThat(rows).doesNotContain("2026-09-", Story.PRACTICE).doesNotContainPattern("\\b202609[0-3]\\d\\b");
    }

    @Test
    void theOperatorIsToldHowEachReleaseStands() throws IOException {
        research.people(true, 3);
        research.release();

        var health = server.askAt("/actuator/health", "GET", BodyPublishers.noBody());
        var told = new ObjectMapper().readTree(health.hasStatus(200).body()).at("/components/research/details");
        var project = told.get(PROJECT);
        assertThat(project.get("shown").asInt()).isEqualTo(research.people(PROJECT));
        assertThat(project.get("smallestGroup").asInt()).isEqualTo(research.smallest(PROJECT));
        assertThat(project.get("isBeingMade").asBoolean()).isFalse();
        assertThat(project.get("daysLate").asInt()).isZero();
        assertThat(LocalDate.parse(project.get("due").asText()))
                .isEqualTo(LocalDate.parse(project.get("released").asText()).plusDays(28));
        assertThat(told.at("/ended-study/open").asBoolean(true)).isFalse();
        assertThat(told.at("/ended-study").has("due")).isFalse();
    }

    @Test
    void neitherProjectsNorReleasesShareAPseudonym() {
        research.people(true, 3);
        research.release();
        var first = research.ids(PROJECT);
        var partition = research.partition(PROJECT);

        research.release();

        assertThat(first).isNotEmpty().doesNotContainAnyElementsOf(research.ids(OTHER));
        assertThat(research.ids(OTHER)).isNotEmpty();
        assertThat(research.ids(PROJECT)).hasSameSizeAs(first).doesNotContainAnyElementsOf(first);
        assertThat(research.partition(PROJECT)).isNotEqualTo(partition);
        assertThat(research.in(partition)).isEmpty();
        assertThat(searchedBy(first)).isZero();
    }

    @Test
    void whoeverTakesItBackIsGoneAtOnce() {
        var people = research.people(true, 4);
        research.release();
        var before = research.people(PROJECT);
        var ids = research.ids(PROJECT);
        var rows = rows();

        research.takeBack(people.get(0));

        assertThat(research.people(PROJECT)).isEqualTo(before - 1);
        assertThat(rows()).isLessThan(rows);
        ids.removeAll(research.ids(PROJECT));
        assertThat(ids).isNotEmpty();
        assertThat(searchedBy(ids)).isZero();
        research.release();
        assertThat(research.people(PROJECT)).isEqualTo(before - 1);
    }

    @Test
    void whoeverTakesItBackDuringAReleaseIsNotInIt() throws InterruptedException {
        var people = research.people(true, 5);
        research.release();
        var before = research.people(PROJECT);

        var releasing = new Thread(research::release);
        releasing.start();
        people.subList(0, 2).forEach(research::takeBack);
        releasing.join();

        assertThat(research.people(PROJECT)).isEqualTo(before - 2);
    }

    @Test
    void aReleaseThatIsInterruptedGoesOnWhereItWas() {
        research.people(true, 4);
        research.release();
        var before = research.ids(PROJECT);

        research.releaseInterrupted(2);

        var half = research.unfinished(PROJECT);
        assertThat(half).hasSize(2);
        assertThat(research.ids(PROJECT)).isEqualTo(before);

        research.goOn();

        assertThat(research.ids(PROJECT)).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
        assertThat(research.keys(PROJECT)).doesNotHaveDuplicates().containsAll(half);
        assertThat(research.ids(OTHER)).isNotEmpty();
        assertThat(subjects()).isZero();
    }

    /** Three were seen twice and look alike; when one of them has gone, the project that asks for two still shows them. */
    @Test
    void whoIsLeftAloneDuringAReleaseIsNotInIt() {
        var three = research.people(true, 3, 2);
        research.people(true, 3);
        research.release();
        var two = research.people(PROJECT);
        var others = research.people(OTHER);

        research.releaseInterrupted(0);
        research.takeBack(three.get(0));
        research.goOn();

        assertThat(research.people(PROJECT)).isEqualTo(two - 1);
        assertThat(research.people(OTHER)).isEqualTo(others - 3);
        assertThat(research.smallest(PROJECT)).isEqualTo(2);
        assertThat(research.smallest(OTHER)).isGreaterThanOrEqualTo(3);
        assertThat(crowds(research.copies(OTHER))).allMatch(crowd -> crowd >= 3);
    }

    /** How many people each thing is shown of: of their traits, and when what was. */
    private static Collection<Long> crowds(List<Resource> copies) {
        var parser = FhirContext.forR4Cached().newJsonParser();
        return copies.stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .map(person -> {
                    var traits = parser.encodeResourceToString(
                            person.copy().setMeta(null).setId(""));
                    var days = copies.stream()
                            .filter(copy ->
                                    parser.encodeResourceToString(copy).contains("Patient/" + person.getIdPart()))
                            .map(ResearchIT::days)
                            .sorted()
                            .toList();
                    return traits + days;
                })
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values();
    }

    private static String days(Resource copy) {
        return copy.fhirType()
                + Stream.of("authoredOn", "lastModified", "effective", "period")
                        .filter(name -> copy.getNamedProperty(name) != null)
                        .flatMap(name -> copy.getNamedProperty(name).getValues().stream())
                        .map(value -> value instanceof Period period
                                ? period.getStartElement().getValueAsString()
                                        + period.getEndElement().getValueAsString()
                                : value.primitiveValue())
                        .toList();
    }

    @Test
    void whatChangesShowsWithTheNextReleaseAndNotBefore() {
        var people = research.people(true, 3);
        research.release();
        var before = failed();

        people.forEach(one -> new Worker(linkWorker)
                .move(one.referral().task(), "failed", "26")
                .hasStatus(200));

        assertThat(failed()).isEqualTo(before);
        research.release();
        assertThat(failed()).isEqualTo(before + 3);
    }

    private long failed() {
        return research.copies(PROJECT).stream()
                .filter(Task.class::isInstance)
                .filter(one -> ((Task) one).getStatus() == Task.TaskStatus.FAILED)
                .count();
    }

    private int rows() {
        return database.sql("select count(*) from hfj_res_ver v join hfj_resource r on r.res_id = v.res_id"
                        + " where r.partition_id = ?")
                .param(research.partition(PROJECT))
                .query(Integer.class)
                .single();
    }

    private int subjects() {
        return database.sql("select count(*) from sprig_release_subject")
                .query(Integer.class)
                .single();
    }

    /** How many rows of our own tables are of these copies. */
    private int searchedBy(Set<String> ids) {
        return database.sql("""
                        select (select count(*) from sprig_item where id = any(?))
                            + (select count(*) from sprig_change where id = any(?))
                        """)
                .params(ids.toArray(String[]::new), ids.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    private static String text(List<Resource> resources) {
        var parser = FhirContext.forR4Cached().newJsonParser();
        return resources.stream().map(parser::encodeResourceToString).collect(Collectors.joining("\n"));
    }
}
