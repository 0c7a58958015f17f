package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What no scope of a token allows is refused on every way in, and is left out of every answer. */
@GuardedServer
class ScopesIT {

    private final Server server;

    ScopesIT(@LocalServerPort int port) {
        this.server = new Server(port);
    }

    @Test
    void aScopeOpensItsTypeAndItsActsOnly() {
        var reader = server.as("demo-link-worker", "system/Organization.rs");
        assertThat(reader.get("Organization?name=Riverside").found()).hasSize(1);
        refused(reader.get("Task"));
        reader.get("Organization/_history").hasStatus(405);
        refused(reader.post("Organization", "{\"resourceType\": \"Organization\"}"));
        refused(reader.put("Organization/1", "{\"resourceType\": \"Organization\", \"id\": \"1\"}"));
        refused(reader.patch("Organization/1", Server.JSON_PATCH, "[]"));
        refused(reader.delete("Organization/1"));
        refused(reader.delete("Organization?identifier=x%7Cy"));
    }

    @Test
    void wordsOfTheFirstVersionOfSmartAreUnderstood() {
        assertThat(server.as("demo-link-worker", "system/Organization.read")
                        .get("Organization?name=Riverside")
                        .found())
                .hasSize(1);
        refused(server.as("demo-link-worker", "system/Organization.write").get("Organization?name=Riverside"));
    }

    @Test
    void everyEntryOfABundleMustBeAllowed() {
        var reader = server.as("demo-link-worker", "system/Organization.rs system/Location.c");
        for (var type : List.of("batch", "transaction")) {
            var mixed = Changes.bundle(
                    type,
                    Changes.entry("GET", "Organization?name=Riverside", ""),
                    Changes.entry("GET", "Task?status=requested", ""),
                    Changes.entry("DELETE", "Location/1", ""));
            var answer = reader.transaction(mixed).hasStatus(403);
            assertThat(answer.rules()).containsExactly("scope-missing", "scope-missing");
            assertThat(answer.expressions()).containsExactly("Bundle.entry[1].request", "Bundle.entry[2].request");
        }
        reader.transaction(Changes.bundle("batch", Changes.entry("GET", "Organization?name=Riverside", "")))
                .hasStatus(200);
    }

    @Test
    void whatIsIncludedOrLookedIntoIsAskedForToo() {
        var reader = server.as("demo-link-worker", "system/HealthcareService.rs");
        assertThat(reader.get("HealthcareService?_include=HealthcareService:organization")
                        .bundle()
                        .getEntry())
                .isNotEmpty()
                .noneMatch(entry -> entry.getResource() instanceof Organization);
        refused(reader.get("HealthcareService?organization.name=Riverside"));
        refused(reader.get("HealthcareService?_revinclude=PractitionerRole:service"));
        refused(reader.get("HealthcareService?_has:PractitionerRole:service:active=true"));
        refused(reader.transaction(
                Changes.bundle("batch", Changes.entry("GET", "HealthcareService?organization.name=Riverside", ""))));
    }

    @Test
    void whoMayOnlyCreateMayNotRead() {
        var writer = server.as("demo-admin", "system/Organization.c");
        var made = writer.post("Organization", """
                        {"resourceType": "Organization", "name": "Scope Example Trust", "active": true,
                         "identifier": [{"system": "https://register-of-charities.charitycommission.gov.uk", "value": "9999777"}]}""").hasStatus(201);
        refused(writer.get("Organization/" + made.id()));
        refused(writer.get("Organization?identifier=9999777"));
    }

    @Test
    void operationsAreWhatTheyDo() {
        var reader = server.as("demo-link-worker", "system/*.rs");
        refused(reader.post("Task/1/$return", "{\"resourceType\": \"Parameters\"}"));
        refused(reader.post("ServiceRequest/1/$handover", "{\"resourceType\": \"Parameters\"}"));
        refused(reader.post("ServiceRequest/1/$escalate", "{\"resourceType\": \"Parameters\"}"));
    }

    @Test
    void aScopeForAPartIsHeldToThatPart() {
        var whole = server.as("demo-link-worker");
        var story = Story.about(Person.next(), server.as("demo-admin"));
        var mine = story.referredBy(server.as("demo-gp"));
        var other = Story.about(Person.next(), server.as("demo-admin")).referredBy(server.as("demo-gp"));
        new Worker(whole).take(other.task(), "received");
        var part = server.as(
                "demo-link-worker", "system/Task.rus?status=requested system/Patient.s system/ServiceRequest.s");

        part.get(mine.task()).hasStatus(200);
        part.get(other.task()).hasStatus(404);
        part.get(other.task() + "/_history/1").hasStatus(200);
        assertThat(found(part, "Task?_id=" + id(mine.task()) + "," + id(other.task()) + "&_total=accurate"))
                .containsExactly(mine.task());
        assertThat(found(part, "Task?patient=" + other.patient() + "&status:not=cancelled"))
                .isEmpty();
        assertThat(part.transaction(Changes.bundle("batch", Changes.entry("GET", other.task(), "")))
                        .hasStatus(200)
                        .body())
                .contains("404")
                .doesNotContain("\"intent\"");
        // Neither what is outside the part is changed, nor is something moved out of it.
        assertThat(part.patch(mine.task(), Server.JSON_PATCH, Worker.patch("received", "99"))
                        .hasStatus(403)
                        .rules())
                .containsExactly("scope-part-only");
        for (var status : List.of("received", "accepted")) {
            part.patch(other.task(), Server.JSON_PATCH, Worker.patch(status, "99"))
                    .hasStatus(404);
        }
        whole.get(mine.task()).hasStatus(200);
        assertThat(whole.get(mine.task()).as(Task.class).getStatus()).isEqualTo(Task.TaskStatus.REQUESTED);
    }

    @Test
    void aPartThatCannotBeHeldToIsNotEnough() {
        var either = server.as("demo-link-worker", "system/Task.rs?status=requested system/Task.rs?status=received");
        assertThat(either.get("Task").hasStatus(403).rules()).containsExactly("scope-part-only");
        var unknown = server.as("demo-link-worker", "system/Task.rs?mood=good");
        assertThat(unknown.get("Task").hasStatus(403).rules()).containsExactly("scope-part-only");
        var looking = server.as("demo-link-worker", "system/Patient.rs system/Task.rs?status=requested");
        assertThat(looking.get("Patient?_revinclude=Task:patient")
                        .hasStatus(403)
                        .rules())
                .containsExactly("scope-part-only");
        // It would tell a service when somebody was born.
        var probing = server.as("demo-provider", "system/Patient.rs?birthdate=1948-03-07");
        assertThat(probing.get("Patient").hasStatus(400).rules()).containsExactly("search-withheld");
    }

    private static List<String> found(Server caller, String search) {
        return Seen.addresses(caller.get(search).hasStatus(200));
    }

    private static String id(String address) {
        return address.substring(address.indexOf('/') + 1);
    }

    @Test
    void theStatementSaysThatTokensAreNeededAndWhere() {
        var security = server.get("metadata")
                .hasStatus(200)
                .as(CapabilityStatement.class)
                .getRestFirstRep()
                .getSecurity();
        assertThat(security.getServiceFirstRep().getCodingFirstRep().getCode()).isEqualTo("SMART-on-FHIR");
        assertThat(security.getExtensionByUrl("http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris")
                        .getExtensionByUrl("token")
                        .getValue()
                        .primitiveValue())
                .isEqualTo(server.fhirBase().replace("/fhir", "/oauth2/token"));
        assertThat(server.get(".well-known/smart-configuration").hasStatus(200).body())
                .contains("\"token_endpoint\":\"" + server.fhirBase().replace("/fhir", "/oauth2/token") + "\"");
    }

    private static void refused(Answer answer) {
        assertThat(answer.hasStatus(403).rules()).contains("scope-missing");
        assertThat(answer.header("WWW-Authenticate")).contains("insufficient_scope");
    }
}
