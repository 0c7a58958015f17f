package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Spreadsheets and feeds are sent over HTTP with real tokens, checked, imported, and reported on. */
@GuardedServer
class DirectoryImportIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final AtomicInteger FEEDS = new AtomicInteger();
    private static final String IMPORTS = "/directory/imports";
    private static final String CSV = "text/csv";

    private final Server server;
    private final Server admin;
    private final Server editor;
    private final String feed = "sheet-" + FEEDS.incrementAndGet();

    DirectoryImportIT(@LocalServerPort int port) {
        server = new Server(port);
        admin = server.as("demo-admin");
        editor = server.as("demo-directory-editor");
    }

    @Test
    void aSpreadsheetIsCheckedImportedAndImportedAgain() {
        var sheet = """
                reference,name,organisation,needs,postcode,times
                a,Example walks,Example Neighbours,physical-activity,ZZ99 3WZ,Mon 10:00-12:00
                b,Example tea,Example Neighbours,loneliness-isolation,ZZ99 3WZ,
                """;

        var checked =
                json(send(admin, "?check-only=true&feed=" + feed, CSV, sheet).hasStatus(200));
        assertThat(checked.path("right").asBoolean()).isTrue();
        assertThat(runsOf(feed)).isEmpty();

        assertThat(imported(admin, "?feed=" + feed, sheet).path("created").asInt())
                .isEqualTo(2);
        var service = stored(feed, feed + "-a");
        assertThat(service.getActive()).isTrue();
        assertThat(service.getAvailableTime()).hasSize(1);
        assertThat(imported(admin, "?feed=" + feed, sheet).path("unchanged").asInt())
                .isEqualTo(2);

        var without = imported(admin, "?feed=" + feed, sheet.substring(0, sheet.indexOf("b,Ex")));
        assertThat(without.path("retired").asInt()).isEqualTo(1);
        assertThat(stored(feed, feed + "-b").getActive()).isFalse();
        assertThat(runsOf(feed)).hasSize(3);
        assertThat(send(admin, "?feed=" + feed + "&format=text", CSV, sheet)
                        .hasStatus(202)
                        .body())
                .contains("of " + feed, "asked for by demo-admin", "created 0");
    }

    @Test
    void whatIsRefusedIsToldOfAndTheRestIsStored() {
        assertThat(fed("Group").path("created").asInt()).isEqualTo(5);
        admin.delete("HealthcareService/" + stored(feed, "s-3").getIdPart()).hasStatus(200);

        var run = fed("Renamed group");
        assertThat(run.path("changed").asInt()).isEqualTo(4);
        assertThat(run.path("refused").asInt()).isEqualTo(1);
        assertThat(run.path("retired").asInt()).isZero();
        assertThat(run.path("found").toString()).contains("s-3", "\"remark\":\"refused\"", "deleted here");
        assertThat(stored(feed, "s-4").getName()).isEqualTo("Renamed group 4");
    }

    /** A file of five services, imported. */
    private JsonNode fed(String name) {
        var services = IntStream.range(0, 5)
                .mapToObj(number -> """
                        {"id": "s-%d", "name": "%s %d", "status": "active", "organization": {"id": "o", "name": "Example"}}
                        """.formatted(number, name, number))
                .collect(Collectors.joining(",", "[", "]"));
        return ended(
                admin,
                json(send(admin, "?feed=" + feed, "application/json", services).hasStatus(202)));
    }

    @Test
    void theExampleOfTheTemplateIsTaken() {
        var template = server.askAt("/guide/directory-template.csv", "GET", BodyPublishers.noBody())
                .hasStatus(200)
                .body();

        assertThat(imported(admin, "?feed=" + feed, template.replace("# An example: ", ""))
                        .path("created")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatIsWrongIsToldAtOnceAndNothingIsStored() {
        var sheet = "name,organisation,needs,postcode\nA,B,zebras,here\nC,B,bereavement,ZZ99 3WZ\n";

        var told = json(send(admin, "?feed=" + feed, CSV, sheet).hasStatus(422));
        assertThat(told.path("faults").findValuesAsText("column")).containsExactly("needs", "postcode");
        assertThat(send(admin, "?format=text&feed=" + feed, CSV, sheet).body())
                .contains("Nothing was stored", "Row 2, column \"postcode\", which holds one word:");
        assertThat(runsOf(feed)).isEmpty();
    }

    @Test
    void anEditorSendsTheOwnOrganisationsServicesOnly() {
        var run = imported(editor, "", "reference,name,needs,organisation\ne1,Own group,bereavement,Somebody else\n");
        assertThat(run.path("created").asInt()).isEqualTo(1);
        var own = run.path("feed").asText();
        assertThat(own).startsWith("org-");
        var service = stored(own, own + "-e1");
        var organisation = admin.get(service.getProvidedBy().getReference()).as(Organization.class);
        assertThat(service.getProvidedBy().getReference()).isEqualTo("Organization/" + own.substring(4));
        assertThat(organisation.getName()).isNotEqualTo("Somebody else");
        assertThat(organisation.getMeta().getVersionId()).isEqualTo("1");

        assertThat(editor.askAt(IMPORTS + "/" + run.path("run").asText(), "GET", BodyPublishers.noBody())
                        .hasStatus(200)
                        .body())
                .contains("\"created\":1");
        var others = imported(admin, "?feed=" + feed, "name,organisation,needs\nOther group,Others,bereavement\n");
        editor.askAt(IMPORTS + "/" + others.path("run").asText(), "GET", BodyPublishers.noBody())
                .hasStatus(404);
        send(editor, "?feed=" + feed, CSV, "name,needs\nA,bereavement\n").hasStatus(403);
        send(editor, "?address=https://directory.example/oruk", CSV, "").hasStatus(403);
        send(editor, "", "application/json", "[]").hasStatus(403);
    }

    @Test
    void nobodyElseImportsOrReadsReports() {
        for (var client : List.of("demo-gp", "demo-link-worker", "demo-provider")) {
            send(server.as(client), "?feed=" + feed, CSV, "name\nA\n").hasStatus(403);
            server.as(client).askAt(IMPORTS, "GET", BodyPublishers.noBody()).hasStatus(403);
        }
        send(server.as("demo-admin", "system/*.rs"), "?feed=" + feed, CSV, "name\nA\n")
                .hasStatus(403);
        send(server, "?feed=" + feed, CSV, "name\nA\n").hasStatus(401);
        server.askAt(IMPORTS + "/1", "GET", BodyPublishers.noBody()).hasStatus(401);
        admin.askAt("/directory/elsewhere", "GET", BodyPublishers.noBody()).hasStatus(404);
    }

    @Test
    void whatCannotBeReadIsRefusedWithARemedy() {
        send(admin, "", CSV, "name,organisation,needs\nA,B,bereavement\n").hasStatus(400);
        send(admin, "?feed=Not+a+name", CSV, "name,organisation,needs\nA,B,bereavement\n")
                .hasStatus(400);
        send(admin, "?feed=x&colour=red", CSV, "").hasStatus(400);
        send(admin, "?feed=" + feed, CSV, "").hasStatus(400);
        send(admin, "?feed=" + feed + "&address=ftp://directory.example", CSV, "")
                .hasStatus(400);
        send(admin, "?feed=" + feed, "text/html", "<p>").hasStatus(415);
        send(admin, "?feed=" + feed, "multipart/form-data; boundary=x", "--x--").hasStatus(415);
        send(admin, "?feed=" + feed, CSV, "x".repeat(5 * 1024 * 1024 + 1)).hasStatus(413);
        send(admin, "?feed=" + feed + "&format=xml", CSV, "name,organisation,needs\nA,B,bereavement\n")
                .hasStatus(400);
        assertThat(runsOf(feed)).isEmpty();
    }

    @Test
    void aFeedAtAPrivateAddressIsNotRead() {
        var asked = json(send(admin, "?feed=%s&address=https://169.254.169.254/oruk".formatted(feed), CSV, "")
                .hasStatus(202));
        var run = ended(admin, asked);
        assertThat(run.path("standing").asText()).isEqualTo("stopped");
        assertThat(run.path("reason").asText()).contains("not public");
    }

    private JsonNode imported(Server by, String query, String sheet) {
        var run = ended(by, json(send(by, query, CSV, sheet).hasStatus(202)));
        assertThat(run.path("standing").asText()).as(run.toString()).isEqualTo("done");
        return run;
    }

    private static JsonNode ended(Server by, JsonNode asked) {
        var patience = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < patience) {
            var run = json(by.askAt(IMPORTS + "/" + asked.path("run").asText(), "GET", BodyPublishers.noBody())
                    .hasStatus(200));
            if (run.has("ended")) {
                return run;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new AssertionError("the run has not ended");
    }

    private JsonNode runsOf(String name) {
        return json(admin.askAt(IMPORTS + "?feed=" + name, "GET", BodyPublishers.noBody())
                        .hasStatus(200))
                .path("runs");
    }

    private static Answer send(Server by, String query, String type, String body) {
        return by.askAt(IMPORTS + query, "POST", BodyPublishers.ofString(body), "Content-Type", type);
    }

    private HealthcareService stored(String name, String id) {
        return (HealthcareService)
                admin.get("HealthcareService?identifier=https://sprig-fhir.github.io/ig/open-referral/%s%%7C%s"
                                .formatted(name, id))
                        .found()
                        .get(0);
    }

    private static JsonNode json(Answer answer) {
        try {
            return MAPPER.readTree(answer.body());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(answer.body(), broken);
        }
    }
}
