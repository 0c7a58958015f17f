package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A search by pages: each link holds its search, and the next page is as true as the first. */
@RunningServer
class PagingIT {

    /** With what is recorded of each, more than a page of the usual size. */
    private static final int PEOPLE = 11;

    private final Server server;
    private final String family;
    private final List<String> people = new ArrayList<>();

    PagingIT(@LocalServerPort int port) {
        server = new Server(port);
        var one = Person.next();
        family = one.family() + "page";
        Story.about(one, server);
        for (int i = 0; i < PEOPLE; i++) {
            var person = Person.next();
            people.add(server.post("Patient", person.patient().replace(person.family(), family))
                    .hasStatus(201)
                    .id());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&_sort=birthdate",
                "&_sort=gender,-birthdate",
                "&_sort=gender",
                "&_sort=-_lastUpdated",
                "&_total=accurate"
            })
    void everyResultIsShownOnce(String more) {
        for (int size : List.of(1, 2, 3, PEOPLE, PEOPLE + 1)) {
            var found = new ArrayList<String>();
            var page = server.get("Patient?family=" + family + "&_count=" + size + more)
                    .hasStatus(200)
                    .bundle();
            found.addAll(ids(page));
            while (page.getLink("next") != null) {
                page = follow(page.getLink("next").getUrl()).hasStatus(200).bundle();
                assertThat(page.getEntry()).isNotEmpty();
                found.addAll(ids(page));
            }
            assertThat(found).as("%s by %d", more, size).containsExactlyInAnyOrderElementsOf(people);
            assertThat(page.getTotal()).isEqualTo(PEOPLE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "&_count=1", "&_count=4", "&_count=11", "&_count=4&_total=accurate", "&_count=4&_offset=0"})
    void whatIsIncludedIsOnThePageOfItsMatchAndTakesNobodysPlace(String more) {
        var search = "Patient?family=" + family + "&_revinclude=Provenance:target&_sort=_id" + more;
        var found = new ArrayList<String>();
        for (var first : List.of(server.get(search).hasStatus(200).bundle(), byForm(search), inBatch(search))) {
            found.clear();
            for (var next = first; next != null; next = nextOf(next)) {
                var matches = ids(next, "Patient");
                assertThat(targets(next)).as(search).containsExactlyInAnyOrderElementsOf(matches);
                found.addAll(matches);
            }
            assertThat(found).as(search).containsExactlyInAnyOrderElementsOf(people);
        }
    }

    @Test
    void thePageBeforeIsTheOneThatWasThere() {
        var first = server.get("Patient?family=" + family + "&_count=3").bundle();
        var second = follow(first.getLink("next").getUrl()).bundle();

        assertThat(ids(follow(
                                second.getLink("previous") == null
                                        ? second.getLink("prev").getUrl()
                                        : second.getLink("previous").getUrl())
                        .bundle()))
                .isEqualTo(ids(first));
    }

    @Test
    void whatWasAskedForHoldsForEveryPage() {
        for (var shape : List.of("_elements=gender", "_summary=true", "_elements=gender&_total=accurate")) {
            var first = server.get("Patient?family=" + family + "&_count=3&" + shape)
                    .bundle();
            var second = follow(first.getLink("next").getUrl()).bundle();

            assertThat(second.getEntry()).hasSize(3).allSatisfy(entry -> {
                var patient = (Patient) entry.getResource();
                assertThat(patient.getCommunication()).isEmpty();
                assertThat(patient.getMeta().getTag())
                        .anyMatch(tag -> tag.getCode().equals("SUBSETTED"));
            });
            assertThat(second.hasTotal()).isEqualTo(shape.contains("accurate"));
        }
    }

    @Test
    void totalsAreTrueWhereTheyAreGiven() {
        assertThat(server.get("Patient?family=" + family + "&_count=2&_total=accurate")
                        .bundle()
                        .getTotal())
                .isEqualTo(PEOPLE);
        assertThat(server.get("Patient?family=" + family + "&_summary=count")
                        .bundle()
                        .getTotal())
                .isEqualTo(PEOPLE);
        assertThat(server.get("Patient?family=" + family + "&_count=2").bundle().hasTotal())
                .isFalse();
        assertThat(server.get("Patient?family=" + family + "&_count=20")
                        .bundle()
                        .getTotal())
                .isEqualTo(PEOPLE);
        var after =
                server.get("Patient?family=" + family + "&_count=2&_offset=50").bundle();
        assertThat(after.hasTotal()).isFalse();
        assertThat(after.getEntry()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"_offset=-1", "_offset=x", "_offset=10001", "_offset=99999999999", "_offset=1&_offset=2"})
    void whatIsTooDeepIsRefused(String offset) {
        assertThat(server.get("Patient?family=" + family + "&" + offset)
                        .hasStatus(400)
                        .rules())
                .hasSize(1);
    }

    @Test
    void noMoreThanTheLargestPageIsShownAndTheRestIsNotForgotten() {
        var page = server.get("StructureDefinition?_count=2147483647&_elements=url")
                .hasStatus(200)
                .bundle();

        assertThat(page.getLink("self").getUrl()).contains("_count=200");
        assertThat(page.getEntry()).hasSizeLessThanOrEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?_getpages=5b1c7a10-0000-4000-8000-000000000001", "?_getpages=x&_getpagesoffset=2&_count=2"})
    void noSearchIsKept(String path) {
        assertThat(server.get(path).status()).isIn(400, 404, 405);
    }

    private Answer follow(String url) {
        return server.get(url.substring(url.indexOf("/fhir/") + 6));
    }

    private @Nullable Bundle nextOf(Bundle page) {
        var next = page.getLink("next");
        return next == null ? null : follow(next.getUrl()).hasStatus(200).bundle();
    }

    private Bundle byForm(String search) {
        var parts = search.split("\\?", 2);
        return server.send("POST", parts[0] + "/_search", "application/x-www-form-urlencoded", parts[1])
                .hasStatus(200)
                .bundle();
    }

    private Bundle inBatch(String search) {
        var batch = new Bundle().setType(Bundle.BundleType.BATCH);
        batch.addEntry().getRequest().setMethod(Bundle.HTTPVerb.GET).setUrl(search);
        return (Bundle) server.post("", Json.of(batch))
                .hasStatus(200)
                .bundle()
                .getEntryFirstRep()
                .getResource();
    }

    private static List<String> targets(Bundle page) {
        return page.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(Provenance.class::isInstance)
                .map(resource -> ((Provenance) resource)
                        .getTargetFirstRep()
                        .getReferenceElement()
                        .getIdPart())
                .toList();
    }

    private static List<String> ids(Bundle page, String type) {
        return page.getEntry().stream()
                .map(entry -> entry.getResource().getIdElement())
                .filter(id -> id.getResourceType().equals(type))
                .map(IdType::getIdPart)
                .toList();
    }

    private static List<String> ids(Bundle page) {
        return page.getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .toList();
    }
}
