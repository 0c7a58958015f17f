package io.github.sprigfhir.app.directory.openreferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.domain.directory.feed.NeedTable;
import io.github.sprigfhir.domain.directory.feed.Remark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in from a feed goes out again as it came, but for what was changed here. */
class RoundTripTest {

    /** The standard's own examples are under CC BY-SA, so they are not among ours. */
    private static final Path EXAMPLES = Path.of(System.getProperty("sprig.oruk-examples", "/work/shared/data/oruk"));

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

    private final NeedTable needs = new NeedTable(List.of());
    private final Mapping mapping = new Mapping("example", needs);
    private final Publication publication = new Publication(needs);

    @ParameterizedTest
    @ValueSource(strings = {"service_full.json", "service_list.json", "service_at_location_full.json"})
    void theStandardsExamplesComeBackFieldByField(String name) throws IOException {
        var file = EXAMPLES.resolve(name);
        assumeTrue(Files.exists(file), "the standard's examples are not here");
        var read = Json.read(Files.readString(file));
        var sent = (ObjectNode)
                (read.has("contents")
                        ? read.path("contents").get(0)
                        : read.has("service") ? read.get("service") : read);

        assertThat(published(new Documents(sent.deepCopy(), mapping))).isEqualTo(sent);
    }

    @Test
    void everythingThatIsNotMappedComesBackToo() {
        var sent = Json.read(Documents.RICH);

        assertThat(published(new Documents(sent.deepCopy(), mapping))).isEqualTo(sent);
    }

    @Test
    void everyPartIsMapped() {
        var read = new Documents(Json.read(Documents.RICH), mapping);
        var service = read.service();

        assertThat(read.mapped().findings()).isEmpty();
        assertThat(service.getActive()).isTrue();
        assertThat(service.getComment()).isEqualTo("Songs, then tea.");
        assertThat(service.getExtraDetails()).isEqualTo("Closed in August");
        assertThat(service.getTelecom())
                .extracting(one -> one.getValue())
                .contains("01632 960001", "sing@choir.example");
        assertThat(service.getExtensionsByUrl(Codes.SERVICE_NEED)).hasSize(1);
        assertThat(service.getType()).hasSize(2);
        assertThat(service.getType().get(0).getCodingFirstRep().getSystem())
                .isEqualTo("https://taxonomy.example/activities");
        assertThat(service.getAvailableTime()).hasSize(1);
        assertThat(service.getExtensionByUrl(Codes.SERVICE_SCHEDULE)
                        .getExtensionByUrl("rule")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("FREQ=MONTHLY;BYDAY=1SU");
        assertThat(PublishedService.ages(service).orElseThrow().getHigh().getValue())
                .isEqualByComparingTo("25");
        assertThat(service.getServiceProvisionCodeFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("cost");
        assertThat(service.getCharacteristicFirstRep().hasCoding(Codes.ACCESSIBILITY, "wheelchair-access"))
                .isTrue();
        assertThat(service.getCommunicationFirstRep().hasCoding(Codes.LANGUAGE, "en"))
                .isTrue();
        assertThat(service.getLocation()).hasSize(1);
        assertThat(service.getCoverageArea()).hasSize(1);
        assertThat(((Coding) service.getExtensionByUrl(Codes.SERVICE_CAPACITY)
                                .getExtensionByUrl("status")
                                .getValue())
                        .getCode())
                .isEqualTo("available");
        assertThat(read.stored(Organization.class).findFirst().orElseThrow().getIdentifier())
                .extracting(one -> one.getValue())
                .containsExactly("o-1", "9999002");
    }

    @Test
    void whatIsChangedHereIsPublishedAndTheRestComesBack() {
        var sent = Json.read(Documents.RICH);
        var read = new Documents(sent.deepCopy(), mapping);
        read.service().setName("Example community choir");
        read.stored(Organization.class).forEach(one -> one.setName("Singers of Exampleby"));
        read.stored(Location.class).filter(one -> one.hasPosition()).forEach(one -> one.getAddress()
                .setPostalCode("ZZ99 3VZ"));

        var published = published(read);

        assertThat(published.path("name").asText()).isEqualTo("Example community choir");
        assertThat(published.path("last_modified").asText()).isEqualTo(NOW.toString());
        assertThat(published.path("organization").path("name").asText()).isEqualTo("Singers of Exampleby");
        assertThat(published.path("organization").path("legal_status").asText()).isEqualTo("charity");
        var location = published.path("service_at_locations").path(0).path("location");
        assertThat(location.path("addresses").path(0).path("postal_code").asText())
                .isEqualTo("ZZ99 3VZ");
        assertThat(location.path("transportation").asText()).isEqualTo("Bus 7");
        assertThat(published.path("service_at_locations")).hasSize(2);
        for (var name : List.of("schedules", "languages", "cost_options", "attributes", "contacts", "service_areas")) {
            assertThat(published.get(name)).as(name).isEqualTo(sent.get(name));
        }
    }

    @Test
    void aServiceOfOursIsPublishedInFullAndComesInAgainTheSame() {
        var read = new Documents(Json.read(Documents.RICH), mapping);
        var document = publication.of(read.service(), "1", Optional.empty(), read::read, NOW);

        var again = new Documents(document.deepCopy(), mapping).service();

        assertThat(parts(again)).isEqualTo(parts(read.service()));
        assertThat(again.getAvailableTime()).hasSize(1);
        assertThat(again.getExtensionsByUrl(Codes.SERVICE_SCHEDULE)).hasSize(1);
        assertThat(Json.write(document)).doesNotContain("null");
    }

    private static List<String> parts(HealthcareService service) {
        return List.of(
                service.getName(),
                service.getComment(),
                service.getExtraDetails(),
                String.valueOf(service.getActive()),
                Json.write(PublishedService.WHO.of(service)),
                String.valueOf(
                        PublishedService.COSTS.of(service).path("cost_options").size()));
    }

    @Test
    void aHostileDocumentIsCleanedAndNeverThrows() {
        var sent = Json.read("""
                {"id": "x", "name": "<b>Tea</b><script>alert(1)</script>", "status": 7, "organization": {"id": 5, "name": "O"},
                 "service_at_locations": [3, {"location": {"id": "l", "latitude": 91, "longitude": 1e400}}, {"location": []}],
                 "schedules": "always", "minimum_age": "young", "languages": {"a": 1}, "attributes": [{"taxonomy_term": 1}],
                 "cost_options": [{"amount": -1}], "description": null, "capacities": [{"available": "many"}],
                 "funding": [{"source": {"deep": true}}], "<img src=x>": "y"}
                """);

        var mapped = mapping.map(sent, NOW);

        assertThat(mapped.service().orElseThrow().getName()).isEqualTo("Tea");
        assertThat(mapped.service().orElseThrow().getActive()).isFalse();
        assertThat(mapped.document().has("description")).isFalse();
        assertThat(Json.write(mapped.document())).doesNotContain("<");
        assertThat(mapped.findings())
                .extracting(found -> found.remark())
                .contains(
                        Remark.MARKUP_REMOVED,
                        Remark.UNKNOWN_STATUS,
                        Remark.WRONG_TYPE,
                        Remark.COST_UNREADABLE,
                        Remark.CAPACITY_UNREADABLE,
                        Remark.NO_NEED_KNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"N\", \"organization\": {\"id\": \"o\", \"name\": \"O\"}}",
                "{\"id\": \"1 2\", \"name\": \"N\", \"organization\": {\"id\": \"o\", \"name\": \"O\"}}",
                "{\"id\": \"1\", \"organization\": {\"id\": \"o\", \"name\": \"O\"}}",
                "{\"id\": \"1\", \"name\": \"N\"}",
                "{\"id\": \"1\", \"name\": \"N\", \"organization\": {\"id\": \"o\"}}",
                "{}"
            })
    void whatHasNoIdNameOrOrganisationIsNotTaken(String sent) {
        var mapped = mapping.map(Json.read(sent), NOW);

        assertThat(mapped.service()).isEmpty();
        assertThat(mapped.findings()).anyMatch(found -> found.remark().leavesOutTheService());
    }

    private ObjectNode published(Documents read) {
        return publication.of(read.service(), read.mapped().id(), Optional.of(read.kept()), read::read, NOW);
    }
}
