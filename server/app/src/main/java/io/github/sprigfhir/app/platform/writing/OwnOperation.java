package io.github.sprigfhir.app.platform.writing;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** The operations that this server offers; HAPI would answer to many more. */
enum OwnOperation {
    HANDOVER("ServiceRequest", "handover"),
    ESCALATE("ServiceRequest", "escalate"),
    RETURN("Task", "return"),
    COMPLETENESS("ServiceRequest", "completeness"),
    COMPLETENESS_OF_ALL("HealthcareService", "completeness"),
    STATUS("Subscription", "status"),
    FIND_SERVICES("HealthcareService", "find-services"),
    EVALUATE_MEASURE("Measure", "evaluate-measure"),
    OUTCOMES("Patient", "outcomes"),
    EVERYTHING("Patient", "everything"),
    LASTN("Observation", "lastn"),
    EXTRACT("QuestionnaireResponse", "extract"),
    EXPORT("", "export"),
    EXPORT_PEOPLE("Patient", "export"),
    EXPORT_GROUP("Group", "export"),
    EXPORT_STATUS("", "export-status"),
    EXPORT_FILE("", "export-file"),
    VIEW("", "viewdefinition-run"),
    LOOKUP("CodeSystem", "lookup"),
    SUBSUMES("CodeSystem", "subsumes"),
    VALIDATE_CODE("CodeSystem", "validate-code"),
    VALIDATE_MEMBER("ValueSet", "validate-code"),
    EXPAND("ValueSet", "expand"),
    TRANSLATE("ConceptMap", "translate");

    private static final String DEFINITIONS = "https://sprig-fhir.github.io/ig/OperationDefinition/";

    private final String type;
    private final String operation;

    OwnOperation(String type, String operation) {
        this.type = type;
        this.operation = operation;
    }

    static boolean isOffered(RequestDetails request) {
        return Arrays.stream(values())
                .anyMatch(own -> own.type.equals(Objects.requireNonNullElse(request.getResourceName(), ""))
                        && ("$" + own.operation).equals(request.getOperation())
                        && own.isOn(request.getId() == null));
    }

    private boolean isOn(boolean type) {
        return switch (this) {
            case EXTRACT, VALIDATE_CODE, VALIDATE_MEMBER, EXPAND, TRANSLATE -> true;
            case FIND_SERVICES, LASTN, EXPORT, EXPORT_PEOPLE, EXPORT_STATUS, EXPORT_FILE, VIEW, LOOKUP, SUBSUMES ->
                type;
            default -> !type;
        };
    }

    static Stream<OwnOperation> of(String type) {
        return Arrays.stream(values()).filter(own -> own.type.equals(type));
    }

    /** Its name without the dollar. */
    String operation() {
        return operation;
    }

    /** The canonical address of its definition, which this server serves. */
    String definition() {
        return DEFINITIONS + operation;
    }
}
