package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Provenance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A feed of a real server is imported, published at /oruk, and imported again. */
@RunningServer
class OpenReferralIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final AtomicInteger FEEDS = new AtomicInteger();
    private static final int PER_PAGE = 3;

    private final Server server;
    private final JdbcClient database;
    private final String feed = "it-" + FEEDS.incrementAndGet();
    private final List<String> services = new ArrayList<>();
    private Function<Integer, String> page = this::page;
    private HttpServer publisher = none();

    OpenReferralIT(@LocalServerPort int port, @Autowired DataSource database) {
        this.server = new Server(port);
        this.database = JdbcClient.create(database);
    }

    @BeforeEach
    void publish() {
        publisher = none();
        publisher.createContext("/", exchange -> {
            try (exchange) {
                var query = String.valueOf(exchange.getRequestURI().getQuery());
                var number = Integer.parseInt(query.replaceFirst(".*\\bpage=(\\d+).*", "$1"));
                var body = page.apply(number).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        publisher.start();
    }

    @AfterEach
    void stop() {
        publisher.stop(0);
    }

    @Test
    void aFeedIsImportedPublishedAndFoundUnchanged() {
        IntStream.range(0, 7).forEach(number -> services.add(service(number, "active")));

        var first = run(true);
        assertThat(first).containsEntry("standing", "DONE").containsEntry("created", 7);
        var stored = stored("s0");
        assertThat(stored.getActive()).isTrue();
        assertThat(server.get("Provenance?target=HealthcareService/" + stored.getIdPart())
                        .found())
                .hasSize(1)
                .first()
                .satisfies(one -> assertThat(
                                ((Provenance) one).getAgentFirstRep().getWho().getDisplay())
                        .contains(feed));

        var second = run(true);
        assertThat(second)
                .containsEntry("unchanged", 7)
                .containsEntry("created", 0)
                .containsEntry("changed", 0);
        assertThat(stored("s0").getMeta().getVersionId()).isEqualTo("1");

        for (int number = 0; number < 7; number++) {
            assertThat(json("/oruk/services/" + feed + "-s" + number)).isEqualTo(tree(services.get(number)));
        }
    }

    @Test
    void whatChangesIsWrittenAndWhatIsGoneIsRetired() {
        IntStream.range(0, 6).forEach(number -> services.add(service(number, "active")));
        run(true);
        services.set(1, services.get(1).replace("Example group 1", "Example group one"));
        services.remove(5);

        assertThat(run(true))
                .containsEntry("changed", 1)
                .containsEntry("unchanged", 4)
                .containsEntry("retired", 1);
        assertThat(stored("s1").getName()).isEqualTo("Example group one");
        assertThat(stored("s5").getActive()).isFalse();
        assertThat(server.askAt("/oruk/services/" + feed + "-s5", "GET", BodyPublishers.noBody())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSmallFeedMayLoseMostOfItsServices() {
        IntStream.range(0, 4).forEach(number -> services.add(service(number, "active")));
        run(true);
        services.subList(1, 4).clear();

        assertThat(run(true)).containsEntry("retired", 3).containsEntry("unchanged", 1);
    }

    @Test
    void roomThatAFeedTellsOfIsHeldToItsDate() {
        services.add(service(0, "active", Instant.now().minus(Duration.ofDays(2))));
        services.add(service(1, "active", Instant.now().minus(Duration.ofDays(200))));
        run(true);
        assertThat(room("s0")).isEqualTo("available");
        assertThat(room("s1")).isEqualTo("unknown");

        services.set(0, service(0, "active", Instant.now().minus(Duration.ofDays(201))));
        services.set(1, service(1, "active", Instant.now().minus(Duration.ofDays(1))));
        assertThat(run(true)).containsEntry("changed", 2);
        assertThat(room("s0")).as("older than what was known").isEqualTo("available");
        assertThat(room("s1")).isEqualTo("available");
    }

    private String room(String id) {
        return ((Coding) stored(id)
                        .getExtensionByUrl("https://sprig-fhir.github.io/ig/StructureDefinition/service-capacity")
                        .getExtensionByUrl("status")
                        .getValue())
                .getCode();
    }

    private String service(int number, String status, Instant counted) {
        return service(number, status)
                .replace(
                        "\"last_modified\"",
                        "\"service_capacity\": [{\"id\": \"c\", \"available\": 3, \"updated\": \"%s\"}], \"last_modified\""
                                .formatted(counted));
    }

    @Test
    void anEmptyFeedRetiresNothing() {
        IntStream.range(0, 4).forEach(number -> services.add(service(number, "active")));
        run(true);
        services.clear();

        assertThat(run(true)).containsEntry("retired", 0);
        assertThat(stored("s0").getActive()).isTrue();

        assertThat(run(true, true)).containsEntry("retired", 4);
        assertThat(stored("s0").getActive()).isFalse();
    }

    @Test
    void whatCannotBeTakenIsToldAndTheRestIsTaken() {
        services.add(service(0, "active"));
        services.add(service(0, "active").replace("Example group", "Another group"));
        services.add("{\"schedules\": [], \"id\": \"" + feed + "-x\"}");
        services.add(service(1, "flourishing"));
        services.add("7");

        assertThat(run(true)).containsEntry("created", 2).containsEntry("refused", 3);
        assertThat(stored("s0").getName()).isEqualTo("Example group 0");
        assertThat(stored("s1").getActive()).isFalse();
        assertThat(remarks()).contains("duplicate-id", "no-name", "no-organisation", "unknown-status", "not-a-service");
    }

    @Test
    void aFeedThatGoesRoundInACircleIsLeft() {
        IntStream.range(0, 2).forEach(number -> services.add(service(number, "active")));
        page = number -> envelope(services, false);

        assertThat(run(true)).containsEntry("standing", "STOPPED").containsEntry("created", 2);
        assertThat(remarks()).contains("run-ended");
    }

    @Test
    void aFeedOfAMillionPagesIsLeftAtTheLimit() {
        page = number -> "{\"total_pages\": 1000000, \"contents\": [%s]}".formatted(service(number, "active"));

        assertThat(run(true)).containsEntry("standing", "STOPPED").containsEntry("created", RunningServer.MOST_PAGES);
        assertThat(remarks()).contains("run-ended");
    }

    @Test
    void aFeedThatBreaksOffLeavesWhatIsWhole() {
        IntStream.range(0, 6).forEach(number -> services.add(service(number, "active")));
        page = number -> number == 1 ? page(1) : "{\"contents\": [{\"id\":";

        assertThat(run(true)).containsEntry("standing", "STOPPED").containsEntry("created", PER_PAGE);

        page = this::page;
        assertThat(run(true)).containsEntry("created", 3).containsEntry("unchanged", 3);
    }

    @Test
    void theDirectoryIsAskedAsTheStandardSays() {
        IntStream.range(0, 5).forEach(number -> services.add(service(number, "active")));
        run(true);
        var ours = "organization_id=" + feed + "-o";

        var list = json("/oruk/services?per_page=2&page=2&" + ours);
        assertThat(list.path("total_items").asInt()).isEqualTo(5);
        assertThat(list.path("total_pages").asInt()).isEqualTo(3);
        assertThat(list.path("size").asInt()).isEqualTo(2);
        assertThat(list.path("first_page").asBoolean()).isFalse();
        assertThat(list.path("contents").get(0).has("schedules")).isFalse();
        assertThat(found("search=group&" + ours)).isEqualTo(5);
        assertThat(found("search=zebra&" + ours)).isZero();
        assertThat(found("maximum_age=17&" + ours)).isZero();
        assertThat(found("minimum_age=18&" + ours)).isEqualTo(5);
        assertThat(found("taxonomy_term_id=" + feed + "-t&" + ours)).isEqualTo(5);
        assertThat(found("postcode=zz993wz&proximity=1000&" + ours)).isEqualTo(5);
        assertThat(found("modified_after=2099-01-01&" + ours)).isZero();
        assertThat(json("/oruk/service_at_locations/" + feed + "-l0")
                        .path("service")
                        .path("id")
                        .asText())
                .isEqualTo(feed + "-s0");
        assertThat(json("/oruk/taxonomy_terms/" + feed + "-t").path("name").asText())
                .isEqualTo("Befriending");
        assertThat(json("/oruk/").path("version").asText()).isEqualTo("HSDS-UK-3.0");
        for (var wrong : List.of(
                "page=0",
                "per_page=x",
                "page=1&page=2",
                "colour=red",
                "proximity=5",
                "minimum_age=-1",
                "modified_after=soon",
                "full=yes",
                "format=xml",
                "postcode=ZZ000ZZ&proximity=5")) {
            assertThat(server.askAt("/oruk/services?" + wrong, "GET", BodyPublishers.noBody())
                            .hasStatus(400)
                            .body())
                    .as(wrong)
                    .contains("\"error\"", "\"remedy\"");
        }
    }

    private int found(String query) {
        return json("/oruk/services?" + query).path("total_items").asInt();
    }

    private JsonNode json(String path) {
        return tree(server.askAt(path, "GET", BodyPublishers.noBody())
                .hasStatus(200)
                .body());
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private HealthcareService stored(String id) {
        return (HealthcareService)
                server.get("HealthcareService?identifier=https://sprig-fhir.github.io/ig/open-referral/%s%%7C%s-%s"
                                .formatted(feed, feed, id))
                        .found()
                        .get(0);
    }

    private String page(int number) {
        var first = (number - 1) * PER_PAGE;
        var last = Math.min(first + PER_PAGE, services.size());
        return envelope(first >= last ? List.of() : services.subList(first, last), last >= services.size());
    }

    private static String envelope(List<String> services, boolean last) {
        return "{\"last_page\": %s, \"contents\": [%s]}".formatted(last, String.join(",", services));
    }

    private String service(int number, String status) {
        return """
                {"id": "%1$s-s%2$d", "name": "Example group %2$d", "status": "%3$s", "minimum_age": 18, "licences": "none",
                 "organization": {"id": "%1$s-o", "name": "Example Trust", "parent_organization_id": "%1$s-o"},
                 "schedules": [{"id": "t", "freq": "WEEKLY", "byday": "MO", "notes": "x"}],
                 "service_at_locations": [{"id": "%1$s-l%2$d", "location": {"id": "%1$s-lo", "location_type": "physical",
                    "name": "Example Hall", "latitude": 54.5, "longitude": -2.5, "addresses": [{"id": "a",
                    "address_1": "1 Example Bank", "city": "Exampleby", "postal_code": "ZZ99 3WZ", "country": "GB"}]}}],
                 "last_modified": "2026-03-15T10:30:45.123Z",
                 "attributes": [{"id": "at", "taxonomy_term": {"id": "%1$s-t", "name": "Befriending", "taxonomy": "Own"}}]}
                """.formatted(feed, number, status);
    }

    private Map<String, Object> run(boolean whole) {
        return run(whole, false);
    }

    private Map<String, Object> run(boolean whole, boolean retireAll) {
        var id = database.sql("""
                        insert into sprig_feed_run (feed, address, whole, retire_all, asked_by)
                        values (?, ?, ?, ?, 'a test') returning id
                        """)
                .params(feed, "http://127.0.0.1:" + publisher.getAddress().getPort(), whole, retireAll)
                .query(Long.class)
                .single();
        var patience = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < patience) {
            var row = database.sql("select * from sprig_feed_run where id = ? and ended is not null")
                    .param(id)
                    .query()
                    .listOfRows();
            if (!row.isEmpty()) {
                return row.get(0);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new AssertionError("the run has not ended");
    }

    private List<String> remarks() {
        return database
                .sql("select f.remark from sprig_feed_finding f join sprig_feed_run r on r.id = f.run where r.feed = ?")
                .param(feed)
                .query(String.class)
                .list()
                .stream()
                .distinct()
                .collect(Collectors.toList());
    }

    private static HttpServer none() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
