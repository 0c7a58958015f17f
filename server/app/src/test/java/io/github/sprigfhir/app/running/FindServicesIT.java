package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Finding services: over HTTP with real tokens, by the index that each write keeps. */
@GuardedServer
class FindServicesIT {

    private static final String REASON = "https://sprig-fhir.github.io/ig/StructureDefinition/match-reason";

    private final Server server;
    private final Server editor;
    private final Server linkWorker;

    FindServicesIT(@LocalServerPort int port) {
        server = new Server(port);
        editor = server.as("demo-admin");
        linkWorker = server.as("demo-link-worker");
    }

    /** A service at a place of its own, with a word in its name that no other has. */
    private final class Listed {

        private final String word =
                "zq" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        private String organisation = "";
        private String location = "";
        private String address = "";

        Listed at(String position, String more) {
            var stored = editor.transaction(Changes.bundle(
                            "transaction",
                            Changes.entry("POST", "Organization", """
                                    {"resourceType": "Organization", "active": true, "name": "Example Makers",
                                     "identifier": [{"system": "https://finding.example/id", "value": "O-%s"}]}""".formatted(word)),
                            Changes.entry("POST", "Location", place(position))))
                    .locations();
            organisation = stored.get(0);
            location = stored.get(1);
            address = "HealthcareService/"
                    + editor.post("HealthcareService", service(word, more))
                            .hasStatus(201)
                            .id();
            return this;
        }

        private String place(String position) {
            return """
                    {"resourceType": "Location", "status": "active", "name": "Example Hall", %s
                     "identifier": [{"system": "https://finding.example/id", "value": "L-%s"}]}""".formatted(position.isEmpty() ? "" : position + ",", word);
        }

        String service(String name, String more) {
            return """
                    {"resourceType": "HealthcareService", "active": true, "name": "%s group", %s
                     "identifier": [{"system": "https://finding.example/id", "value": "S-%s"}],
                     "category": [{"coding": [{"system": "https://sprig-fhir.github.io/ig/CodeSystem/service-category",
                        "code": "community-service"}]}],
                     "providedBy": {"reference": "%s"}, "location": [{"reference": "%s"}],
                     "extension": [{"url": "https://sprig-fhir.github.io/ig/StructureDefinition/service-need",
                        "valueCodeableConcept": {"coding": [{
                            "system": "https://sprig-fhir.github.io/ig/CodeSystem/need-category",
                            "code": "arts-culture-nature"}]}}]}""".formatted(name, more.isEmpty() ? "" : more + ",", word, organisation, location);
        }
    }

    private static String position(double latitude, double longitude) {
        return "\"position\": {\"latitude\": %s, \"longitude\": %s}".formatted(latitude, longitude);
    }

    /** One that says much of itself: see the parameters of the tests. */
    private Listed detailed(String position) {
        var listed = new Listed().at(position, """
                "serviceProvisionCode": [{"coding": [{
                    "system": "http://terminology.hl7.org/CodeSystem/service-provision-conditions", "code": "cost"}]}],
                "communication": [{"coding": [{"system": "urn:ietf:bcp:47", "code": "cy"}]}],
                "characteristic": [{"coding": [{
                    "system": "https://sprig-fhir.github.io/ig/CodeSystem/service-accessibility", "code": "hearing-loop"}]}],
                "eligibility": [{
                    "code": {"coding": [{"system": "https://sprig-fhir.github.io/ig/CodeSystem/eligibility-kind", "code": "age"}]},
                    "extension": [{"url": "https://sprig-fhir.github.io/ig/StructureDefinition/eligibility-ages",
                        "valueRange": {
                            "low": {"value": 18, "unit": "years", "system": "http://unitsofmeasure.org", "code": "a"},
                            "high": {"value": 65, "unit": "years", "system": "http://unitsofmeasure.org", "code": "a"}}}]}],
                "availableTime": [{"daysOfWeek": ["tue"], "availableStartTime": "10:00:00", "availableEndTime": "11:30:00"}]""");
        var id = idOf(listed.address);
        var scheduled = editor.get(listed.address).body().replaceFirst("\"extension\":\\s*\\[", """
                "extension": [{"url": "https://sprig-fhir.github.io/ig/StructureDefinition/service-schedule", "extension": [
                    {"url": "start", "valueDate": "2026-11-06"},
                    {"url": "rule", "valueString": "FREQ=MONTHLY;BYDAY=1FR"},
                    {"url": "opens", "valueTime": "18:00:00"}, {"url": "closes", "valueTime": "20:00:00"}]},""");
        editor.put("HealthcareService/" + id, scheduled).hasStatus(200);

        return listed;
    }

    private static String idOf(String address) {
        return address.substring(address.indexOf('/') + 1);
    }

    private Bundle find(String query) {
        return linkWorker
                .get("HealthcareService/$find-services?" + query)
                .hasStatus(200)
                .bundle();
    }

    private static List<String> names(Bundle answer) {
        return matches(answer)
                .map(entry -> ((HealthcareService) entry.getResource()).getName())
                .toList();
    }

    private static Stream<BundleEntryComponent> matches(Bundle answer) {
        return answer.getEntry().stream().filter(entry -> entry.getSearch().getMode() == SearchEntryMode.MATCH);
    }

    private static List<String> notes(Bundle answer) {
        return answer.getEntry().stream()
                .filter(entry -> entry.getSearch().getMode() == SearchEntryMode.OUTCOME)
                .flatMap(entry -> ((OperationOutcome) entry.getResource()).getIssue().stream())
                .map(issue -> issue.getDetails().getCodingFirstRep().getCode() + ": "
                        + issue.getDetails().getText())
                .toList();
    }

    @Test
    void theNearestThatSuitsComesFirstWithItsReasons() {
        var alike = "\"comment\": \"%s\"".formatted(new Listed().word);
        var near = new Listed().at(position(57.001, -4.001), alike);
        var far = new Listed().at(position(57.05, -4.001), alike);
        new Listed().at(position(57.6, -4.001), alike);

        var answer = find(
                "need=arts-culture-nature&position=57.0%7C-4.0&distance=10&text=" + alike.replaceAll(".* \"|\"", ""));

        assertThat(names(answer)).containsExactly(near.word + " group", far.word + " group");
        var first = matches(answer).findFirst().orElseThrow();
        assertThat(first.getSearch().getScore()).isBetween(new BigDecimal("0.5"), BigDecimal.ONE);
        assertThat(first.getSearch().getExtensionsByUrl(REASON).stream()
                        .map(reason -> reason.getExtensionString("text")))
                .contains("It helps with what is needed.", "It is 200 metres away.");
        assertThat(first.getFullUrl()).endsWith("/fhir/" + near.address);
        assertThat(answer.getEntry().stream().map(entry -> entry.getResource().fhirType()))
                .contains("Location", "Organization");
    }

    @Test
    void wordsAreFoundMisspeltAndWithoutAccents() {
        var choir = new Listed().at(position(57.2, -5), "\"comment\": \"Côr cymysg yn Nhŷ'r Gymuned, gardening too\"");

        assertThat(find("text=cor%20cymysg%20" + choir.word).getTotal()).isOne();
        assertThat(find("text=C%C3%94R%20" + choir.word).getTotal()).isOne();
        assertThat(find("text=gardning%20" + choir.word).getTotal()).isOne();
        assertThat(find("text=the%20gardens%20" + choir.word).getTotal()).isOne();
        assertThat(find("text=the%20submarine%20" + choir.word).getTotal()).isZero();
    }

    @Test
    void aChangeIsFoundAtOnceAndSoIsAnEnd() {
        var listed = new Listed().at(position(57.3, -5), "");
        var other = new Listed();

        editor.put(listed.address, listed.service(other.word, "\"id\": \"" + idOf(listed.address) + "\""))
                .hasStatus(200);

        assertThat(find("text=" + listed.word).getTotal()).isZero();
        assertThat(find("text=" + other.word).getTotal()).isOne();

        editor.delete(listed.address).hasStatus(200, 204);
        assertThat(find("text=" + other.word).getTotal()).isZero();
    }

    @Test
    void aServiceMovesWithItsPlaceAndIsCalledByItsOrganisation() {
        var listed = new Listed().at("\"address\": {\"postalCode\": \"zz993cz\"}", "");
        assertThat(find("text=" + listed.word + "&postcode=ZZ99%203CZ&distance=1")
                        .getTotal())
                .isOne();

        var place = listed.place(position(58, -6)).replaceFirst("\\{", "{\"id\": \"" + idOf(listed.location) + "\",");
        editor.put(listed.location, place).hasStatus(200);
        var name = new Listed().word;
        editor.patch(
                        listed.organisation,
                        Server.JSON_PATCH,
                        "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"%s\"}]".formatted(name))
                .hasStatus(200);

        assertThat(find("text=" + listed.word + "&postcode=ZZ99%203CZ&distance=1")
                        .getTotal())
                .isZero();
        assertThat(find("text=" + name + "&position=58%7C-6&distance=1").getTotal())
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "age=17, 0",
        "age=18, 1",
        "age=65, 1",
        "age=66, 0",
        "day=tue, 1",
        "day=wed, 0",
        "day=tue&time=10:00:00, 1",
        "day=tue&time=11:30:00, 0",
        "date=2026-12-04, 1",
        "date=2026-12-11, 0",
        "date=2026-12-04&time=18:30:00, 1",
        "date=2026-12-04&time=21:00:00, 0",
        "free=true, 0",
        "language=cy, 1",
        "language=pl, 0",
        "accessibility=hearing-loop, 1",
        "'accessibility=hearing-loop,quiet-space', 0",
        "level=1, 0",
        "mode=group, 1",
        "need=bereavement, 0",
        "'need=bereavement,arts-culture-nature', 1"
    })
    void whatIsAskedMustBeMet(String asked, int found) {
        var listed = detailed(position(57.4, -5));

        assertThat(find("text=" + listed.word + "&" + asked).getTotal()).isEqualTo(found);
    }

    @Test
    void whereNothingSuitsItSaysWhatToAskLessOf() {
        var listed = new Listed().at(position(59, -7), """
                "serviceProvisionCode": [{"coding": [{
                    "system": "http://terminology.hl7.org/CodeSystem/service-provision-conditions", "code": "cost"}]}]""");

        var answer = find("need=arts-culture-nature&position=59%7C-7&distance=2&free=true&text=" + listed.word);

        assertThat(answer.getTotal()).isZero();
        assertThat(notes(answer)).singleElement(as(STRING)).startsWith("""
                        finding-nothing-suitable: Nothing fits all that was asked. Ask for less: free rules out""");
    }

    @Test
    void pagesFollowEachOther() {
        var alike = "\"comment\": \"%s\"".formatted(new Listed().word);
        var one = new Listed().at(position(59.5, -7), alike);
        var two = new Listed().at(position(59.51, -7), alike);

        var first = find("position=59.5%7C-7&distance=5&count=1&text=" + alike.replaceAll(".* \"|\"", ""));
        assertThat(names(first)).containsExactly(one.word + " group");
        assertThat(first.getTotal()).isEqualTo(2);
        var next = first.getLink("next").getUrl();
        var second =
                linkWorker.get(next.replaceAll(".*/fhir/", "")).hasStatus(200).bundle();
        assertThat(names(second)).containsExactly(two.word + " group");
        assertThat(second.getLink("next")).isNull();
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndNothingOfItRepeated() {
        var answer = linkWorker
                .get("HealthcareService/$find-services?need=joy&postcode=LS99%209ZZ&age=old&day=today&mood=good"
                        + "&position=1000&count=1000&free=perhaps&time=soon&distance=-1&referral=ServiceRequest/1")
                .hasStatus(400);

        assertThat(answer.rules()).containsOnly("operation-parameter");
        assertThat(answer.expressions())
                .extracting(path -> path.replaceAll(".*'(.*)'.*", "$1"))
                .contains(
                        "need",
                        "postcode",
                        "age",
                        "day",
                        "mood",
                        "position",
                        "count",
                        "free",
                        "time",
                        "distance",
                        "referral");
        assertThat(answer.body()).doesNotContain("LS99", "joy\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-researcher", "demo-commissioner"})
    void whoRefersNobodyMayNotCall(String client) {
        assertThat(server.as(client)
                        .get("HealthcareService/$find-services")
                        .hasStatus(403)
                        .rules())
                .containsAnyOf("access-role", "scope-missing");
    }

    @Test
    void aReferralBringsItsNeedsAndItsPersonAndTheAnswerNothingOfThem() {
        var person = Person.next();
        var story = Story.about(person, server.as("demo-admin"));
        var stored = server.as("demo-gp").transaction(story.gpReferral()).locations();
        var referral = stored.stream()
                .filter(one -> one.startsWith("ServiceRequest/"))
                .findFirst()
                .orElseThrow();
        var body = """
                {"resourceType": "Parameters", "parameter": [
                    {"name": "referral", "valueReference": {"reference": "%s"}}]}""".formatted(referral);

        var answer = linkWorker.post("HealthcareService/$find-services", body).hasStatus(200);

        assertThat(names(answer.bundle())).contains("Riverside Example Walking Group");
        assertThat(matches(answer.bundle())
                        .findFirst()
                        .orElseThrow()
                        .getSearch()
                        .hasExtension())
                .isTrue();
        assertThat(answer.body()).doesNotContain(referral, "Patient/");
        assertThat(server.as("demo-provider")
                        .post("HealthcareService/$find-services", body)
                        .status())
                .isIn(403, 404);
        assertThat(server.as("demo-directory-editor")
                        .post("HealthcareService/$find-services", body)
                        .status())
                .isIn(403, 404);
    }

    @Test
    void whoPrefersWelshIsNotSentToWhatIsInEnglishOnly() {
        var story = Story.about(Person.next(), server.as("demo-admin"));
        var inWelsh = story.gpReferral().replaceAll("\"en\"", "\"cy\"").replaceAll("\"English\"", "\"Welsh\"");
        var referral = server.as("demo-gp").transaction(inWelsh).hasStatus(200).locations().stream()
                .filter(one -> one.startsWith("ServiceRequest/"))
                .findFirst()
                .orElseThrow();

        var answer = linkWorker
                .post("HealthcareService/$find-services", """
                        {"resourceType": "Parameters", "parameter": [
                            {"name": "referral", "valueReference": {"reference": "%s"}}]}""".formatted(referral))
                .hasStatus(200)
                .bundle();

        assertThat(names(answer)).doesNotContain("Riverside Example Walking Group");
    }

    @Test
    void aReferralThatIsNotThereIsNotFound() {
        linkWorker.post("HealthcareService/$find-services", """
                {"resourceType": "Parameters", "parameter": [
                    {"name": "referral", "valueReference": {"reference": "ServiceRequest/none"}}]}""").hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({
        "need=arts-culture-nature, 1",
        "need=bereavement, 0",
        "language=cy, 1",
        "language=urn:ietf:bcp:47%7Ccy, 1",
        "language=pl, 0",
        "day=tue, 1",
        "day=wed, 0",
        "provision=cost, 1",
        "provision=free, 0",
        "mode=group, 0",
        "capacity=available, 0",
        "'level=1,2,3', 0",
        "characteristic=hearing-loop, 1",
        "characteristic=quiet-space, 0",
        "lowest-age=le18&highest-age=ge18, 1",
        "lowest-age=le17&highest-age=ge17, 0",
        "lowest-age=le66&highest-age=ge66, 0",
        "open=tue, 1",
        "open=tue-10:00, 1",
        "open=tue-11:30, 0",
        "open=2026-12-04T18:30, 1",
        "open=2026-12-04T21:00, 0",
        "open=2026-12-11, 0",
        "near=57.41%7C-5%7C2%7Ckm, 1",
        "near=57.41%7C-5%7C1000%7Cm, 0",
        "near=57.41%7C-5, 1",
        "near=ZZ99%203CZ%7C10, 0",
        "location.near=57.41%7C-5%7C2%7Ckm, 1",
        "location.near=57.41%7C-5%7C1%7Ckm, 0",
        "near=57.4%7C-5%7C1&text=zqnobody, 0"
    })
    void plainSearchFindsBySays(String asked, int found) {
        var listed = detailed(position(57.4, -5));
        var mine = asked.contains("text=") ? "" : "&text=" + listed.word;

        var all = linkWorker
                .get("HealthcareService?" + asked + mine + "&_total=accurate")
                .hasStatus(200)
                .bundle();
        assertThat(all.getTotal()).as(asked).isEqualTo(found);
        assertThat(names(all)).hasSize(found);
    }

    @Test
    void plainSearchFindsTheAgelessAndTheWordsOfOthersMisspeltAndInWelsh() {
        var listed = new Listed().at("\"address\": {\"postalCode\": \"ZZ99 3CZ\"}", """
                "comment": "Grŵp siân a chanu Cymraeg yn yr ardd"\
                """);

        for (var asked : List.of(
                "text=SIAN%20GR%C5%B4P",
                "text=cymreag",
                "text=si%C3%A2n",
                "text=cymraeg",
                "lowest-age=le99&highest-age=ge99",
                "near=zz993cz%7C0.1",
                "near=ZZ99%203CZ%7C100%7Cm")) {
            var all = asked.startsWith("text=")
                    ? "HealthcareService?" + asked + "%20" + listed.word
                    : "HealthcareService?" + asked + "&text=" + listed.word;
            assertThat(names(linkWorker.get(all).hasStatus(200).bundle()))
                    .as(asked)
                    .hasSize(1);
        }
        for (var asked : List.of("text=SIAN%20GR%C5%B4P", "text=cymreag", "text=si%C3%A2n", "text=cymraeg")) {
            assertThat(names(find(asked + "%20" + listed.word))).as(asked).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text=,",
                "text=a&text=b",
                "text=a,b",
                "near=LS99%209ZZ",
                "near=here",
                "near=1%7C2%7C3%7Cmiles",
                "near=54%7C-2%7C2000",
                "near=",
                "open=today",
                "open=tue-25:00",
                "open=2026-02-30",
                "text:missing=true",
                "text:exact=a",
                "opening=tue",
                "_sort=text",
                "day:contains=t",
                "lowest-age=young"
            })
    void whatAPlainSearchCannotMeanIsAnErrorAndNotLeftOut(String asked) {
        assertThat(linkWorker.get("HealthcareService?" + asked).status())
                .as(asked)
                .isEqualTo(400);
    }

    @Test
    void allThatIsWrongWithAPlainSearchIsToldAtOnce() {
        var answer = linkWorker
                .get("HealthcareService?text=%3F&near=LS99%209ZZ&open=soon")
                .hasStatus(400);
        assertThat(answer.rules()).containsExactly("search-parameter", "search-parameter", "search-parameter");
        assertThat(answer.body()).doesNotContain("LS99");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PractitionerRole?service.text=choir",
                "PractitionerRole?service.near=54%7C-2",
                "Location?_has:HealthcareService:location:text=choir",
                "Location?_has:HealthcareService:location:open=tue"
            })
    void throughAChainItIsRefused(String asked) {
        assertThat(linkWorker.get(asked).status()).as(asked).isEqualTo(400);
    }
}
