package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The CapabilityStatement says what this server does: all of it, and nothing else. */
@RunningServer
class CapabilityStatementIT {

    private static final String UNSUPPORTED = "not-supported";

    private final Server server;
    private final CapabilityStatementRestComponent rest;
    private final CapabilityStatement statement;

    CapabilityStatementIT(@LocalServerPort int port) {
        server = new Server(port);
        statement = server.get("metadata").hasStatus(200).as(CapabilityStatement.class);
        rest = statement.getRestFirstRep();
    }

    @Test
    void exactlyTheTypesOfTheDesignAreListed() {
        assertThat(rest.getResource())
                .extracting(CapabilityStatementRestResourceComponent::getType)
                .containsExactlyInAnyOrder(
                        "AuditEvent",
                        "CarePlan",
                        "CodeSystem",
                        "Communication",
                        "Composition",
                        "ConceptMap",
                        "Condition",
                        "Consent",
                        "Encounter",
                        "Flag",
                        "Goal",
                        "Group",
                        "HealthcareService",
                        "Location",
                        "Measure",
                        "NamingSystem",
                        "Observation",
                        "ObservationDefinition",
                        "OperationDefinition",
                        "Organization",
                        "Patient",
                        "Practitioner",
                        "PractitionerRole",
                        "Provenance",
                        "Questionnaire",
                        "QuestionnaireResponse",
                        "SearchParameter",
                        "ServiceRequest",
                        "StructureDefinition",
                        "Subscription",
                        "Task",
                        "ValueSet",
                        "VerificationResult");
    }

    @ParameterizedTest
    @EnumSource(value = TypeRestfulInteraction.class, mode = EnumSource.Mode.EXCLUDE, names = "NULL")
    void aListedInteractionIsDoneAndAnyOtherRefused(TypeRestfulInteraction interaction) {
        for (var resource : rest.getResource()) {
            var listed = resource.getInteraction().stream().anyMatch(listing -> listing.getCode() == interaction);
            var answer = request(resource.getType(), interaction);

            assertThat(answer.status()).as(answer.request()).isLessThan(500);
            assertThat(isRefused(answer))
                    .as("%s%n%s", answer.request(), answer.body())
                    .isEqualTo(!listed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Medication", "EpisodeOfCare", "Bundle", "SubscriptionTopic", "Basic"})
    void aTypeThatIsNotListedIsUnknown(String type) {
        for (var interaction : EnumSet.complementOf(EnumSet.of(TypeRestfulInteraction.NULL))) {
            var answer = request(type, interaction);

            assertThat(answer.status()).as(answer.request()).isIn(404, 405);
        }
    }

    @Test
    void theWholeSystemTakesTransactionsAndBatchesAndNothingElse() {
        assertThat(rest.getInteraction())
                .extracting(interaction -> interaction.getCode())
                .containsExactlyInAnyOrder(SystemRestfulInteraction.TRANSACTION, SystemRestfulInteraction.BATCH);
        server.transaction(Changes.bundle("transaction")).hasStatus(200);
        server.transaction(Changes.bundle("batch")).hasStatus(200);
        assertThat(isRefused(server.get("_history"))).isTrue();
    }

    @Test
    void onlyOurOwnOperationsAreListedAndAllOthersAreRefused() {
        assertThat(statement.getInstantiates())
                .extracting(CanonicalType::getValue)
                .containsExactly("http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data");
        assertThat(rest.getOperation())
                .extracting(CapabilityStatementRestResourceOperationComponent::getName)
                .containsExactlyInAnyOrder("export", "export-status", "export-file", "viewdefinition-run");
        assertThat(rest.getResource().stream().flatMap(resource -> resource.getOperation().stream()
                        .map(operation -> resource.getType() + "/$" + operation.getName())))
                .containsExactlyInAnyOrder(
                        "CodeSystem/$lookup",
                        "CodeSystem/$subsumes",
                        "CodeSystem/$validate-code",
                        "ConceptMap/$translate",
                        "Group/$export",
                        "HealthcareService/$find-services",
                        "Measure/$evaluate-measure",
                        "Observation/$lastn",
                        "Patient/$everything",
                        "Patient/$export",
                        "Patient/$outcomes",
                        "QuestionnaireResponse/$extract",
                        "HealthcareService/$completeness",
                        "ServiceRequest/$completeness",
                        "ServiceRequest/$handover",
                        "ServiceRequest/$escalate",
                        "Subscription/$status",
                        "Task/$return",
                        "ValueSet/$expand",
                        "ValueSet/$validate-code");
        assertThat(rest.getResource()).allMatch(resource -> isRefused(server.get(resource.getType() + "/$meta")));
        assertThat(Stream.concat(
                        rest.getOperation().stream(),
                        rest.getResource().stream().flatMap(resource -> resource.getOperation().stream())))
                .allSatisfy(operation -> assertThat(server.get("OperationDefinition?url=" + operation.getDefinition())
                                .found())
                        .hasSize(1));
    }

    @Test
    void everySupportedProfileIsReadableAtItsCanonical() {
        var profiles = rest.getResource().stream()
                .flatMap(resource -> resource.getSupportedProfile().stream())
                .map(canonical -> canonical.getValue())
                .toList();

        assertThat(profiles).hasSizeGreaterThan(12).doesNotHaveDuplicates();
        for (var profile : profiles) {
            assertThat(server.get("StructureDefinition?url=" + profile).found())
                    .as(profile)
                    .singleElement()
                    .isInstanceOfSatisfying(StructureDefinition.class, definition -> assertThat(definition.getUrl())
                            .isEqualTo(profile));
        }
    }

    @Test
    void everyListedSearchParameterIsUnderstood() {
        var misunderstood = new ArrayList<String>();
        for (var resource : rest.getResource()) {
            for (var parameter : resource.getSearchParam()) {
                // A reverse chain is no parameter that could have a value by itself; DefinitionsIT searches by one.
                var name = parameter.getName().equals("_has") ? "_has:Task:patient:status" : parameter.getName();
                var answer = server.get("%s?%s=%s".formatted(resource.getType(), name, someValue(parameter)));
                if (answer.status() != 200) {
                    misunderstood.add(answer.request() + " " + answer.status() + " " + answer.body());
                }
            }
        }
        assertThat(misunderstood).isEmpty();
    }

    @Test
    void oursAreAmongTheSearchParameters() {
        assertThat(searchParameters("Task")).contains("due", "owner", "status", "identifier");
        assertThat(searchParameters("ServiceRequest")).contains("need").doesNotContain("unique-identifier");
        assertThat(searchParameters("Observation"))
                .contains("outcome-point", "value-quantity", "based-on", "instrument", "episode", "change");
        assertThat(searchParameters("HealthcareService")).contains("need");
        assertThat(searchParameters("VerificationResult")).contains("identifier");
    }

    @Test
    void everyListedFormatIsAnswered() {
        assertThat(statement.getFormat()).isNotEmpty();
        for (var format : statement.getFormat()) {
            var answer = server.get("Patient?_count=1&_format=" + Server.encoded(format.getValue()));
            assertThat(answer.hasStatus(200).header("Content-Type"))
                    .as(format.getValue())
                    .contains(format.getValue().contains("xml") ? "xml" : "json");
        }
    }

    @Test
    void nothingTellsWhichLibraryAnswers() {
        var answer = server.get("metadata");

        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.equalsIgnoreCase("X-Powered-By") || name.equalsIgnoreCase("Server"));
        assertThat(answer.body()).doesNotContain("HAPI FHIR");
    }

    private List<String> searchParameters(String type) {
        return rest.getResource().stream()
                .filter(resource -> resource.getType().equals(type))
                .flatMap(resource -> resource.getSearchParam().stream())
                .map(CapabilityStatementRestResourceSearchParamComponent::getName)
                .collect(Collectors.toList());
    }

    private Answer request(String type, TypeRestfulInteraction interaction) {
        var nobody = type + "/nobody";
        var empty = "{\"resourceType\":\"%s\",\"id\":\"nobody\"}".formatted(type);
        return switch (interaction) {
            case READ -> server.get(nobody);
            case VREAD -> server.get(nobody + "/_history/1");
            case HISTORYINSTANCE -> server.get(nobody + "/_history");
            case HISTORYTYPE -> server.get(type + "/_history");
            case SEARCHTYPE -> server.get(type + "?_count=1");
            case CREATE -> server.post(type, empty);
            case UPDATE -> server.put(nobody, empty);
            case PATCH -> server.patch(nobody, Server.JSON_PATCH, "[]");
            case DELETE -> server.ask("DELETE", nobody, BodyPublishers.noBody());
            case NULL -> throw new IllegalArgumentException();
        };
    }

    private static boolean isRefused(Answer answer) {
        return answer.status() == 405 && answer.rules().contains(UNSUPPORTED);
    }

    private static String someValue(CapabilityStatementRestResourceSearchParamComponent parameter) {
        return switch (parameter.getType()) {
            case NUMBER, QUANTITY -> "1";
            case DATE -> "2026-09-07";
            case REFERENCE -> parameter.getName().equals("episode") ? "ServiceRequest/nobody" : "Patient/nobody";
            case URI -> "https://nobody.example";
            case COMPOSITE -> parameter.getName().contains("date") ? "nothing$2026-09-07" : "nothing$1";
            case SPECIAL ->
                switch (parameter.getName()) {
                    case "open" -> "tue";
                    case "change" -> "better";
                    default -> "54.5%7C-2.5%7C10%7Ckm";
                };
            case STRING, TOKEN, NULL -> "nothing";
        };
    }
}
