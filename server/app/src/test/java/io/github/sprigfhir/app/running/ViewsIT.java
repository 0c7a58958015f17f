package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sprigfhir.app.platform.definitions.FhirPackage;
import io.github.sprigfhir.app.platform.definitions.View;
import io.github.sprigfhir.domain.kernel.Role;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Views of SQL on FHIR, as a researcher uses them. */
@GuardedServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> POINTS = List.of("baseline", "review", "exit", "follow-up");
    /** What the server writes before it sends anything: twice the buffer of Tomcat, in which it begins. */
    private static final int HELD_BACK = 2 * 8192;

    private static final String RUN = "$viewdefinition-run?viewReference=ViewDefinition/";

    private final Research research;
    private final Server server;
    private final Server researcher;
    private final Server controller;
    private final FhirPackage definitions;
    private final DataSource tables;
    private final JdbcClient database;
    private List<Research.Somebody> people = List.of();

    ViewsIT(@LocalServerPort int port, @Autowired ApplicationContext beans) {
        server = new Server(port);
        research = new Research(beans, server);
        researcher = server.as("demo-researcher");
        controller =
                new Clients(server, beans).as(Role.CONTROLLER, "https://fhir.nhs.uk/Id/ods-organization-code|U99001");
        definitions = beans.getBean(FhirPackage.class);
        tables = beans.getBean(DataSource.class);
        database = JdbcClient.create(tables);
    }

    @BeforeAll
    void release() {
        people = research.people(true, 4, 24);
        research.release();
    }

    @Test
    void eachViewHasARowForEachOfWhatItIsOf() throws IOException {
        var copies = research.copies(Research.PROJECT);

        assertThat(rows("person")).hasSameSizeAs(of(Patient.class, copies)).isNotEmpty();
        assertThat(rows("referral"))
                .hasSameSizeAs(of(ServiceRequest.class, copies))
                .isNotEmpty();
        assertThat(rows("episode"))
                .hasSize(Math.toIntExact(of(ServiceRequest.class, copies).stream()
                        .filter(one -> !one.hasBasedOn())
                        .count()));
        assertThat(rows("need").size())
                .isGreaterThanOrEqualTo(of(ServiceRequest.class, copies).size());
        assertThat(rows("handover")).hasSameSizeAs(of(Task.class, copies)).isNotEmpty();
        assertThat(rows("contact")).hasSameSizeAs(of(Encounter.class, copies)).isNotEmpty();
        assertThat(rows("score"))
                .hasSize(Math.toIntExact(of(Observation.class, copies).stream()
                        .filter(one -> one.getCategoryFirstRep()
                                .getCodingFirstRep()
                                .getCode()
                                .equals("survey"))
                        .count()))
                .isNotEmpty();
        assertThat(rows("service"))
                .hasSameSizeAs(of(HealthcareService.class, copies))
                .isNotEmpty();
    }

    @Test
    void aRowSaysWhatItsCopySays() throws IOException {
        var handovers = of(Task.class, research.copies(Research.PROJECT)).stream()
                .collect(Collectors.toMap(one -> "Task/" + one.getIdPart(), one -> one));

        assertThat(rows("handover")).allSatisfy(row -> {
            var task = Objects.requireNonNull(handovers.get(row.get("handover").asText()));
            assertThat(row.get("status").asText()).isEqualTo(task.getStatus().toCode());
            assertThat(row.get("person")).isEqualTo(text(task.getFor()));
            assertThat(row.get("referral")).isEqualTo(text(task.getFocus()));
            assertThat(row.get("service")).isEqualTo(text(task.getOwner()));
            assertThat(row.get("sent").asText())
                    .isEqualTo(task.getAuthoredOnElement().getValueAsString());
        });
        assertThat(rows("score"))
                .anyMatch(row -> row.get("instrument").asText().equals("ons4")
                        && row.get("value").isNumber()
                        && row.get("point").asText().equals("exit"));
        assertThat(rows("need")).allMatch(row -> row.get("need").isTextual());
        assertThat(rows("person")).anyMatch(row -> row.get("age_band").asText().matches("\\d\\d-\\d\\d|85 and over"));
    }

    @Test
    void theDictionaryTellsEveryColumn() throws IOException {
        for (var view : definitions.views()) {
            var dictionary = JSON.readTree(view.json()).findValues("column").stream()
                    .flatMap(columns -> StreamSupport.stream(columns.spliterator(), false))
                    .toList();

            assertThat(dictionary)
                    .as(view.name())
                    .isNotEmpty()
                    .allMatch(column -> column.hasNonNull("description") && column.hasNonNull("type"));
            assertThat(csv(view, "").get(0))
                    .as(view.name())
                    .containsExactlyElementsOf(dictionary.stream()
                            .map(column -> column.get("name").asText())
                            .toList());
        }
    }

    @Test
    void everyFormSaysTheSame() throws IOException {
        for (var view : definitions.views()) {
            var lines = rows(id(view));
            var array = JSON.readTree(run(id(view) + "&_format=json"));
            var table = csv(view, "");
            assertThat(array).as(view.name()).containsExactlyElementsOf(lines);
            assertThat(table.subList(1, table.size()))
                    .as(view.name())
                    .isEqualTo(lines.stream()
                            .map(line -> StreamSupport.stream(line.spliterator(), false)
                                    .map(value -> value.isNull() ? "" : value.asText())
                                    .toList())
                            .toList());
        }
    }

    @Test
    void aTableMayBeCutShort() throws IOException {
        assertThat(run("person&_limit=2&header=false").lines()).hasSize(2);
        assertThat(run("person&_since=2099-01-01T00:00:00Z&_format=ndjson")).isBlank();
        assertThat(researcher.get(RUN + "person", "Accept", "application/json").body())
                .startsWith("[");
        assertThat(researcher.post("$viewdefinition-run", """
                                {"resourceType": "Parameters", "parameter": [
                                    {"name": "viewReference", "valueUri": "https://sprig-fhir.github.io/ig/ViewDefinition/unmet-need"},
                                    {"name": "_format", "valueCode": "csv"}]}
                                """).hasStatus(200).body())
                .startsWith("unmet_need,");
    }

    /** The SQL that the guide gives, in PostgreSQL. */
    @Test
    void scoresAreJoinedToPairs() throws IOException {
        var sql = Files.readString(Path.of("../../profiles/views/outcome_pair.sql"));
        var referrals = rows("referral").stream()
                .collect(Collectors.toMap(row -> row.get("referral").asText(), row -> row.get(
                                row.get("based_on").isNull() ? "referral" : "based_on")
                        .asText()));
        var stands = rows("score").stream()
                .filter(row -> row.get("value").isNumber())
                .collect(Collectors.groupingBy(
                        row -> referrals.get(row.get("referral").asText()) + " "
                                + row.get("measure").asText()));
        stands.values().removeIf(scores -> scores.size() < 2);

        var pairs = database.sql("""
                        with score as (select * from json_to_recordset(?::json)
                                as t(score text, referral text, status text, measure text, point text, day text, value numeric)),
                            referral as (select * from json_to_recordset(?::json) as t(referral text, based_on text))
                        """ + sql)
                .params(run("score&_format=json"), run("referral&_format=json"))
                .query((row, number) -> "%s %s from %s to %s of %d"
                        .formatted(row.getString(1), row.getString(2), row.getInt(4), row.getInt(5), row.getInt(3)))
                .list();

        assertThat(pairs)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(stands.entrySet().stream()
                        .map(entry -> {
                            var scores = new ArrayList<>(entry.getValue());
                            scores.sort(Comparator.comparing((JsonNode row) ->
                                            POINTS.indexOf(row.get("point").asText()))
                                    .thenComparing(row -> row.get("day").asText())
                                    .thenComparing(row -> row.get("score").asText()));
                            return "%s from %s to %s of %d"
                                    .formatted(
                                            entry.getKey(),
                                            scores.get(0).get("value").asInt(),
                                            scores.get(scores.size() - 1)
                                                    .get("value")
                                                    .asInt(),
                                            scores.size());
                        })
                        .toList());
    }

    @Test
    void whoeverWithdrawsIsInNoTableAfterwards() throws IOException {
        var before = rows("person").size();

        research.takeBack(people.get(3));

        assertThat(rows("person")).hasSize(before - 1);
    }

    @Test
    void aTableOfWhichTheReleaseEndsMeanwhileIsNotGiven() throws SQLException {
        assertThat(run("contact&_format=json").length()).isGreaterThan(HELD_BACK);

        assertThatThrownBy(() -> whileTheReleaseEnds("contact&_format=json")).hasRootCauseInstanceOf(IOException.class);
        for (var form : List.of("csv", "ndjson", "json")) {
            var answer = whileTheReleaseEnds("person&_format=" + form);
            assertThat(answer.hasStatus(503).rules()).containsExactly("conflict");
            assertThat(answer.body()).startsWith("{").contains("another release");
        }
        assertThat(run("person")).isNotBlank();
    }

    private Answer whileTheReleaseEnds(String view) throws SQLException {
        try {
            return Meanwhile.change(
                    tables,
                    "hfj_resource",
                    "update sprig_release set emptied = timestamp '2000-01-01' where emptied is null",
                    () -> researcher.get(RUN + view));
        } finally {
            database.sql("update sprig_release set emptied = null where emptied = timestamp '2000-01-01'")
                    .update();
        }
    }

    @Test
    void theControllerIsGivenTheRecords() throws IOException {
        var somebody = people.get(0).referral();
        var rows = lines(
                controller.get(RUN + "handover&_format=ndjson").hasStatus(200).body());

        assertThat(rows)
                .anyMatch(row -> row.get("handover").asText().equals(somebody.task())
                        && row.get("person").asText().equals(somebody.patient()));
    }

    @ParameterizedTest
    @CsvSource({"demo-admin", "demo-gp", "demo-link-worker", "demo-provider", "demo-commissioner"})
    void nobodyElseIsGivenAny(String client) {
        server.as(client).get(RUN + "service").hasStatus(403);
    }

    @Test
    void scopesAreAskedOfWhatTheViewIsOf() {
        var patientsOnly = server.as("demo-researcher", "system/Patient.rs");

        patientsOnly.get(RUN + "person").hasStatus(200);
        patientsOnly.get(RUN + "handover").hasStatus(403);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        var refused = researcher.get(RUN + "nothing&_format=xlsx&header=perhaps&_limit=-1&_since=yesterday&patient=x");

        assertThat(refused.hasStatus(400).rules()).hasSize(6).containsOnly("operation-parameter");
        researcher.get("$viewdefinition-run").hasStatus(400);
        for (var form : List.of("csv", "ndjson", "json", "xml")) {
            assertThat(researcher
                            .get(RUN + "nothing&_format=" + form)
                            .hasStatus(400)
                            .header("Content-Type"))
                    .startsWith("application/fhir+json");
        }
        var batch = """
                {"resourceType": "Bundle", "type": "batch", "entry": [
                    {"request": {"method": "GET", "url": "%sperson"}}]}
                """.formatted(RUN);
        assertThat(researcher.transaction(batch).body()).contains("400 Bad Request");
    }

    private List<JsonNode> rows(String view) throws IOException {
        return lines(run(view + "&_format=ndjson"));
    }

    private String run(String asked) {
        return researcher.get(RUN + asked).hasStatus(200).body();
    }

    private List<List<String>> csv(View view, String more) throws IOException {
        try (var csv = CSVFormat.RFC4180.parse(new StringReader(run(id(view) + more)))) {
            return csv.stream().map(row -> row.toList()).toList();
        }
    }

    private static List<JsonNode> lines(String body) throws IOException {
        var rows = new ArrayList<JsonNode>();
        for (var line : body.lines().filter(one -> !one.isBlank()).toList()) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    private static String id(View view) {
        return view.address().replaceFirst(".*/", "");
    }

    private static JsonNode text(Reference reference) {
        return JSON.valueToTree(reference.getReference());
    }

    private static <T extends Resource> List<T> of(Class<T> type, List<Resource> copies) {
        return copies.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
