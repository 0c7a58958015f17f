package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bulk Data Access 2.0, as a researcher uses it. */
@GuardedServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Research research;
    private final Clients clients;
    private final Server researcher;
    private final Server patientsOnly;
    private final Bulk bulk;
    private final DataSource database;
    private List<Research.Somebody> people = List.of();
    private Set<String> ids = Set.of();

    ExportIT(@LocalServerPort int port, @Autowired ApplicationContext beans) {
        var server = new Server(port);
        research = new Research(beans, server);
        clients = new Clients(server, beans);
        researcher = server.as("demo-researcher");
        bulk = new Bulk(researcher);
        patientsOnly = server.as("demo-researcher", "system/Patient.rs");
        database = beans.getBean(DataSource.class);
    }

    @BeforeAll
    void release() {
        people = research.people(true, 6);
        research.release();
        ids = research.ids(Research.PROJECT);
    }

    @Test
    void everythingThatWasReleasedIsExported() throws Exception {
        var exported = bulk.export("$export");

        assertThat(exported).isEqualTo(ids);
    }

    @Test
    void noLineNamesAnybodyOrAnHour() throws Exception {
        bulk.manifest(bulk.begin("$export"));

        var lines = String.join("\n", everyLine());
        assertThat(lines)
                .contains("Observation")
                .doesNotContain(Story.PRACTICE)
                .doesNotContainPattern("T(?!00:00:00)\\d\\d:");
        people.forEach(one -> assertThat(lines)
                .doesNotContain(
                        one.person().nhsNumber(),
                        one.person().family(),
                        one.person().birthDate(),
                        one.person().ownWords())
                .doesNotContain(one.ids()));
    }

    @Test
    void aLineIsWhatAReadGives() throws Exception {
        var manifest = bulk.manifest(bulk.begin("$export"));
        for (var file : manifest.get("output")) {
            var type = file.get("type").asText();
            var line = bulk.lines(manifest, type).get(0);

            assertThat(line)
                    .isEqualTo(JSON.readTree(researcher
                            .get(type + "/" + line.get("id").asText())
                            .hasStatus(200)
                            .body()));
        }
    }

    @Test
    void whatIsAskedForIsExportedAndNothingElse() throws Exception {
        var state = bulk.begin(
                "Patient/$export?_type=Patient,Observation&_elements=Patient.gender&_typeFilter=Observation%3Fstatus%3Dfinal");
        var manifest = bulk.manifest(state);

        assertThat(manifest.get("output").findValuesAsText("type")).containsExactly("Observation", "Patient");
        var patients = bulk.lines(manifest, "Patient");
        assertThat(patients).allMatch(one -> one.has("gender") && !one.has("extension"));
        assertThat(bulk.lines(manifest, "Observation")).isNotEmpty();
    }

    @Test
    void whoeverWithdrawsIsInNoFileThatIsFetchedAfterwards() throws Exception {
        var manifest = bulk.manifest(bulk.begin("$export"));
        var gone = research.ids(Research.PROJECT);

        research.takeBack(people.get(5));

        ids = research.ids(Research.PROJECT);
        gone.removeAll(ids);
        assertThat(gone).isNotEmpty();
        assertThat(bulk.found(manifest)).isEqualTo(ids);
        assertThat(everyLine()).isNotEmpty().allSatisfy(line -> assertThat(line).doesNotContain(gone));
    }

    @Test
    void whoeverWithdrawsWhileAnExportIsMadeIsNotInIt() throws Exception {
        var before = research.ids(Research.PROJECT);
        var state = withoutRoomFor("Task", () -> {
            var begun = bulk.begin("$export");
            waitUntil("select broke_off > 0 from sprig_export where id = ?", begun);
            assertThat(lines(begun)).anySatisfy(line -> assertThat(line).startsWith("{\"resourceType\":\"Patient\""));
            people.subList(3, 5).forEach(research::takeBack);
            return begun;
        });
        ids = research.ids(Research.PROJECT);
        before.removeAll(ids);

        assertThat(before).isNotEmpty();
        assertThat(bulk.found(bulk.manifest(state))).isEqualTo(ids);
        assertThat(lines(state)).isNotEmpty().allSatisfy(line -> assertThat(line)
                .doesNotContain(before));
    }

    @Test
    void aFileThatIsOverMeanwhileIsNotGiven() throws Exception {
        var state = bulk.begin("$export?_type=Patient");
        bulk.manifest(state);

        var answer = Meanwhile.change(
                database,
                "sprig_export_line",
                "delete from sprig_export where id = '%s'".formatted(job(state)),
                () -> researcher.get(file(state, "Patient")));

        assertThat(answer.hasStatus(404).rules()).containsExactly("not-found");
        assertThat(answer.body())
                .contains("its time is over")
                .doesNotContain(job(state).toString());
    }

    @Test
    void anExportIsThereForItsProjectAlone() throws Exception {
        var state = bulk.begin("$export?_type=Patient");

        clients.as(Role.RESEARCHER, "ResearchStudy/other-study").get(state).hasStatus(404);
        researcher.get("$export-status?job=nothing").hasStatus(404);
        researcher.delete(state).hasStatus(202);
        researcher.get(state).hasStatus(404);
    }

    @Test
    void theGroupOfAProjectIsItsPeople() throws Exception {
        assertThat(bulk.export("Group/loneliness-study/$export"))
                .isNotEmpty()
                .isEqualTo(bulk.export("Patient/$export"))
                .isNotEqualTo(ids);
        researcher.get("Group/other-study/$export", "Prefer", "respond-async").hasStatus(404);
    }

    @Test
    void itIsAskedByABodyToo() throws Exception {
        var body = """
                {"resourceType": "Parameters", "parameter": [
                    {"name": "_type", "valueString": "Patient"},
                    {"name": "_elements", "valueString": "gender"},
                    {"name": "_since", "valueInstant": "2020-01-01T00:00:00Z"},
                    {"name": "_typeFilter", "valueString": "Patient?gender=female,Patient?gender=male"}]}
                """;
        var state = Bulk.state(researcher.post("$export", body, "Prefer", "respond-async"));

        var patients = bulk.lines(bulk.manifest(state), "Patient");
        assertThat(patients).isNotEmpty().allMatch(one -> one.has("gender") && !one.has("extension"));
    }

    @Test
    void aSearchMayLookIntoOtherTypesAndAskOnlyWhatSearchesMay() throws Exception {
        var state =
                bulk.begin("$export?_type=Observation&_typeFilter=Observation%3Fsubject%3APatient.gender%3Dunknown");
        assertThat(bulk.lines(bulk.manifest(state), "Observation")).isEmpty();

        for (var filter : List.of(
                "_tag=x", "_security=x", "nothing=x", "_sort=date", "_lastUpdated=gt2020-01-01", "status:no=x")) {
            researcher
                    .get(
                            "$export?_type=Observation&_typeFilter=Observation%3F" + filter.replace("=", "%3D"),
                            "Prefer",
                            "respond-async")
                    .hasStatus(400);
        }
    }

    @Test
    void scopesAreAskedOfEachTypeThatIsExported() throws Exception {
        var patients = Bulk.state(patientsOnly.get("$export?_type=Patient", "Prefer", "respond-async"));
        bulk.manifest(patients);
        patientsOnly.get(file(patients, "Patient")).hasStatus(200);
        patientsOnly.get("$export", "Prefer", "respond-async").hasStatus(403);
        patientsOnly
                .get("$export?_type=Patient,Task", "Prefer", "respond-async")
                .hasStatus(403);
        patientsOnly
                .get(
                        "$export?_type=Patient&_typeFilter=Patient%3F_has:Task:patient:status%3Dfailed",
                        "Prefer", "respond-async")
                .hasStatus(403);

        var all = bulk.begin("$export?_type=Patient,Task");
        bulk.manifest(all);
        patientsOnly.get(file(all, "Task")).hasStatus(403);
        patientsOnly.get(file(all, "Patient")).hasStatus(200);
    }

    @Test
    void noMoreAreMadeAtOnceThanMayBe() throws Exception {
        var begun = whileAnotherServerExports(() -> {
            var first = bulk.begin("$export?_type=Patient");
            var second = bulk.begin("$export?_type=Patient");
            assertThat(researcher
                            .get("$export", "Prefer", "respond-async")
                            .hasStatus(429)
                            .rules())
                    .containsExactly("limit");
            researcher.delete(second).hasStatus(202);
            researcher.get(first).hasStatus(202);
            return List.of(first, bulk.begin("$export?_type=Task"));
        });

        for (var state : begun) {
            assertThat(bulk.manifest(state).get("output")).isNotEmpty();
        }
    }

    @Test
    void oneThatBreaksOffGoesOnWhereItWas() throws Exception {
        var state = withoutRoomFor("Observation", () -> {
            var begun = bulk.begin("$export");
            waitUntil("select broke_off > 0 from sprig_export where id = ?", begun);
            return begun;
        });
        var manifest = bulk.manifest(state);

        assertThat(bulk.found(manifest)).isEqualTo(ids);
        for (var file : manifest.get("output")) {
            assertThat(bulk.lines(manifest, file.get("type").asText()))
                    .hasSize(file.get("count").asInt());
        }
    }

    @Test
    void oneThatBreaksOffTimeAndAgainIsGivenUp() throws Exception {
        var state = withoutRoomFor("Task", () -> {
            var begun = bulk.begin("$export?_type=Task");
            waitUntil("select failed is not null from sprig_export where id = ?", begun);
            return begun;
        });

        assertThat(researcher.get(state).hasStatus(500).rules()).containsExactly("internal-error");
        assertThat(bulk.export("$export?_type=Task")).isNotEmpty();
    }

    @Test
    void itsFilesEndInTime() throws Exception {
        var state = bulk.begin("$export?_type=Patient");
        bulk.manifest(state);
        var file = file(state, "Patient");
        JdbcClient.create(database)
                .sql("update sprig_export set ended = ended - interval '25 hours' where id = ?")
                .param(job(state))
                .update();

        waitUntil("select not exists (select 1 from sprig_export where id = ?)", state);
        researcher.get(state).hasStatus(404);
        researcher.get(file).hasStatus(404);
    }

    @Test
    void inABatchNothingIsExported() {
        var batch = """
                {"resourceType": "Bundle", "type": "batch", "entry": [
                    {"request": {"method": "GET", "url": "$export"}},
                    {"request": {"method": "GET", "url": "Patient/$export"}}]}
                """;
        var answer = researcher.transaction(batch, "Prefer", "respond-async");

        assertThat(answer.hasStatus(200).body()).doesNotContain("\"202").doesNotContain("\"200");
        assertThat(answer.body().split("400 Bad Request", -1)).hasSize(3);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        var refused = researcher.get(
                "$export?_type=Consent&_since=yesterday&_outputFormat=csv&_elements=Patient!&patient=x&_typeFilter=Flag%3Fx%3Dy",
                "Prefer", "respond-async");

        assertThat(refused.hasStatus(400).rules()).hasSize(6).containsOnly("operation-parameter");
        researcher.get("$export").hasStatus(400);
    }

    private List<String> everyLine() {
        return JdbcClient.create(database)
                .sql("select line from sprig_export_line l join sprig_export e on e.id = l.export where e.release > 0")
                .query(String.class)
                .list();
    }

    private List<String> lines(String state) {
        return JdbcClient.create(database)
                .sql("select line from sprig_export_line where export = ?")
                .param(job(state))
                .query(String.class)
                .list();
    }

    private static UUID job(String state) {
        return UUID.fromString(state.replaceFirst(".*job=", ""));
    }

    private static String file(String state, String type) {
        return state.replace("export-status", "export-file") + "&type=" + type;
    }

    /** Nothing is exported meanwhile. */
    private <T> T whileAnotherServerExports(Callable<T> asked) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('sprig export', 0))");
            try {
                return asked.call();
            } finally {
                statement.execute("select pg_advisory_unlock(hashtextextended('sprig export', 0))");
            }
        }
    }

    /** Writing a part of that type breaks off meanwhile. */
    private <T> T withoutRoomFor(String type, Callable<T> asked) throws Exception {
        var statements = JdbcClient.create(database);
        statements.sql("""
                        create function sprig_test_no_room() returns trigger language plpgsql as $$ begin
                            if new.type = '%s' then raise exception 'no room'; end if;
                            return new; end $$
                        """.formatted(type)).update();
        statements.sql("""
                        create trigger sprig_test_no_room before insert on sprig_export_line
                        for each row execute function sprig_test_no_room()
                        """).update();
        try {
            return asked.call();
        } finally {
            statements.sql("drop function sprig_test_no_room cascade").update();
        }
    }

    private void waitUntil(String question, String state) throws InterruptedException {
        for (int tried = 0; tried < 150; tried++) {
            if (JdbcClient.create(database)
                    .sql(question)
                    .param(job(state))
                    .query(Boolean.class)
                    .single()) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("never: " + question);
    }
}
