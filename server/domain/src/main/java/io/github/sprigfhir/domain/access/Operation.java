package io.github.sprigfhir.domain.access;

import java.util.Arrays;
import java.util.Optional;

/** An operation of ours as what it does in the end: an act on a kind of resource, by rules of its own. */
public enum Operation {
    HANDOVER("handover", Kind.SERVICE_REQUEST, Act.CREATE),
    ESCALATE("escalate", Kind.SERVICE_REQUEST, Act.UPDATE),
    RETURN("return", Kind.TASK, Act.UPDATE),
    COMPLETENESS("completeness", Kind.SERVICE_REQUEST, Act.READ),
    STATUS("status", Kind.SUBSCRIPTION, Act.READ),
    FIND_SERVICES("find-services", Kind.HEALTHCARE_SERVICE, Act.SEARCH),
    EVALUATE_MEASURE("evaluate-measure", Kind.DEFINITION, Act.READ),
    OUTCOMES("outcomes", Kind.PATIENT, Act.READ),
    EVERYTHING("everything", Kind.PATIENT, Act.READ),
    LASTN("lastn", Kind.OBSERVATION, Act.SEARCH),
    EXTRACT("extract", Kind.QUESTIONNAIRE_RESPONSE, Act.READ),
    /** Also of all that there is, as are its state and its files. */
    EXPORT("export", Kind.PATIENT, Act.SEARCH),
    EXPORT_STATUS("export-status", Kind.PATIENT, Act.SEARCH),
    EXPORT_FILE("export-file", Kind.PATIENT, Act.SEARCH),
    /** Of whichever type the view is. */
    VIEWDEFINITION_RUN("viewdefinition-run", Kind.PATIENT, Act.SEARCH),
    LOOKUP("lookup", Kind.DEFINITION, Act.READ),
    SUBSUMES("subsumes", Kind.DEFINITION, Act.READ),
    /** Of a code system or a value set. */
    VALIDATE_CODE("validate-code", Kind.DEFINITION, Act.READ),
    EXPAND("expand", Kind.DEFINITION, Act.READ),
    TRANSLATE("translate", Kind.DEFINITION, Act.READ);

    private final String code;
    private final Kind kind;
    private final Act act;

    Operation(String code, Kind kind, Act act) {
        this.code = code;
        this.kind = kind;
        this.act = act;
    }

    /** Its name without the dollar. */
    public String code() {
        return code;
    }

    /** What it is called on. */
    public Kind kind() {
        return kind;
    }

    /** Whether it can be called on the type. */
    public boolean isOnType() {
        return switch (this) {
            case EXTRACT, VALIDATE_CODE, EXPAND, TRANSLATE -> true;
            default -> !isOnOne();
        };
    }

    /** Whether it can be called on one of its resources. */
    public boolean isOnOne() {
        return switch (this) {
            case FIND_SERVICES, LASTN, EXPORT, EXPORT_STATUS, EXPORT_FILE, VIEWDEFINITION_RUN, LOOKUP, SUBSUMES ->
                false;
            default -> true;
        };
    }

    /** What it comes to, for a scope. */
    public Act act() {
        return act;
    }

    /** The operation of that name, without the dollar; none where there is none. */
    public static Optional<Operation> ofCode(String code) {
        return Arrays.stream(values())
                .filter(operation -> operation.code.equals(code))
                .findFirst();
    }
}
