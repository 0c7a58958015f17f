package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The definitions of the FHIR package can be read, and the searches that they define find; by HAPI's own client. */
@RunningServer
class DefinitionsIT {

    private final Server server;
    private final IGenericClient client;
    private final Story story;
    private Story.Referral referral;

    DefinitionsIT(@LocalServerPort int port) {
        server = new Server(port);
        var fhir = FhirContext.forR4();
        fhir.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        client = fhir.newRestfulGenericClient(server.fhirBase());
        story = Story.about(Person.next(), server);
        referral = story.refer();
    }

    @BeforeEach
    void tellTheWholeStory() {
        server.transaction(story.onwardReferral()).hasStatus(200);
        server.transaction(story.exitOutcome()).hasStatus(200);
    }

    @Test
    void everyProfileHasItsSnapshot() {
        var profiles = search("StructureDefinition?_count=200");

        assertThat(profiles).hasSizeGreaterThan(20).allSatisfy(resource -> assertThat(resource)
                .isInstanceOfSatisfying(StructureDefinition.class, definition -> {
                    assertThat(definition.getUrl()).startsWith("https://sprig-fhir.github.io/ig/StructureDefinition/");
                    assertThat(definition.getSnapshot().getElement())
                            .as(definition.getId())
                            .hasSizeGreaterThan(3);
                }));
    }

    @Test
    void terminologyAndSearchParametersAreReadable() {
        assertThat(client.read()
                        .resource(CodeSystem.class)
                        .withId("need-category")
                        .execute()
                        .getConcept())
                .extracting(concept -> concept.getCode())
                .contains("loneliness-isolation", "other")
                .hasSize(24);
        assertThat(client.read()
                        .resource(ValueSet.class)
                        .withId("need-category")
                        .execute()
                        .getCompose()
                        .getInclude())
                .isNotEmpty();
        assertThat(client.read()
                        .resource(SearchParameter.class)
                        .withId("Task-due")
                        .execute()
                        .getExpression())
                .isEqualTo("Task.restriction.period.end");
        assertThat(client.read()
                        .resource(ConceptMap.class)
                        .withId("need-category-to-snomed")
                        .execute()
                        .getGroup())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"lt2026-09-22, 1", "le2026-09-21, 1", "gt2026-09-22, 0", "2026-09-21, 1", "lt2026-09-21, 0"})
    void handoversAreFoundByTheDayTheyAreDue(String due, int found) {
        assertThat(search("Task?status=requested&due=%s&focus=%s".formatted(due, referral.serviceRequest())))
                .hasSize(found);
    }

    @Test
    void aWorklistIsFoundByOwner() {
        var owner = client.read()
                .resource(Task.class)
                .withUrl(server.fhirBase() + "/" + referral.task())
                .execute()
                .getOwner()
                .getReference();

        assertThat(search("Task?owner=%s&status=requested&_count=200".formatted(owner)))
                .extracting(task -> "Task/" + task.getIdPart())
                .contains(referral.task());
    }

    @ParameterizedTest
    @CsvSource({
        "based-on:ServiceRequest.need=loneliness-isolation, 2",
        "based-on:ServiceRequest.need=bereavement, 2",
        "based-on:ServiceRequest.need=transport-access, 0",
        "value-quantity=ge7, 1",
        "value-quantity=lt5, 1",
        "value-quantity=8, 0",
        "outcome-point=exit, 1",
        "date=ge2026-11-01, 1",
        "code=ons4-life-satisfaction, 2"
    })
    void outcomesAreFoundByTheNeedTheyWereMeasuredFor(String criterion, int found) {
        assertThat(search("Observation?category=survey&subject=%s&%s".formatted(referral.patient(), criterion)))
                .hasSize(found)
                .allMatch(Observation.class::isInstance);
    }

    @Test
    void includedResourcesComeWithWhatRefersToThem() {
        assertThat(search("Task?_id=%s&_include=Task:patient"
                        .formatted(referral.task().replace("Task/", ""))))
                .hasSize(2)
                .anyMatch(Patient.class::isInstance);
        assertThat(search("ServiceRequest?_id=%s&_revinclude=Task:focus&_revinclude=Observation:based-on"
                        .formatted(referral.serviceRequest().replace("ServiceRequest/", ""))))
                .extracting(Resource::fhirType)
                .containsExactlyInAnyOrder("ServiceRequest", "Task", "Observation", "Observation", "Observation");
    }

    @Test
    void peopleAreFoundByWhatRefersToThem() {
        assertThat(search("Patient?_has:Observation:subject:outcome-point=exit&_id="
                        + referral.patient().replace("Patient/", "")))
                .hasSize(1);
        assertThat(search("Patient?_has:Observation:subject:outcome-point=follow-up&_id="
                        + referral.patient().replace("Patient/", "")))
                .isEmpty();
    }

    @Test
    void servicesAndAssurancesAreFoundByOurOwnParameters() {
        assertThat(search("HealthcareService?need=physical-activity")).isNotEmpty();
        assertThat(search("HealthcareService?need=legal-advice")).isEmpty();
        assertThat(search("VerificationResult?identifier=https://dale-link-workers.example/id%7CASSURANCE-1"))
                .hasSize(1);
    }

    @Test
    void whatWasStoredIsFoundAtOnce() {
        assertThat(search("Task?focus=" + referral.serviceRequest() + "&status=received"))
                .isEmpty();
        server.patch(
                        referral.task(),
                        Server.JSON_PATCH,
                        "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"received\"}]")
                .hasStatus(200);

        assertThat(search("Task?focus=" + referral.serviceRequest() + "&status=received"))
                .hasSize(1);
    }

    private List<Resource> search(String url) {
        Bundle bundle = client.search().byUrl(url).returnBundle(Bundle.class).execute();
        assertThat(bundle.getEntry()).allSatisfy(entry -> assertThat((IBaseResource) entry.getResource())
                .isNotNull());
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .toList();
    }
}
