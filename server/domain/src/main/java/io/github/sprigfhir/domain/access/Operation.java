package io.github.sprigfhir.domain.access;

import java.util.Arrays;
import java.util.Optional;

/** An operation of ours as what it does in the end: an act on a kind of resource, by rules of its own. */
public enum Operation {
    HANDOVER("handover", Kind.SERVICE_REQUEST, Act.CREATE),
    ESCALATE("escalate", Kind.SERVICE_REQUEST, Act.UPDATE),
    RETURN("return", Kind.TASK, Act.UPDATE),
    STATUS("status", Kind.SUBSCRIPTION, Act.READ),
    FIND_SERVICES("find-services", Kind.HEALTHCARE_SERVICE, Act.SEARCH),
    EVALUATE_MEASURE("evaluate-measure", Kind.DEFINITION, Act.READ),
    OUTCOMES("outcomes", Kind.PATIENT, Act.READ),
    LASTN("lastn", Kind.OBSERVATION, Act.SEARCH),
    EXTRACT("extract", Kind.QUESTIONNAIRE_RESPONSE, Act.READ);

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
        return this == FIND_SERVICES || this == LASTN || this == EXTRACT;
    }

    /** Whether it can be called on one of its resources. */
    public boolean isOnOne() {
        return this != FIND_SERVICES && this != LASTN;
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
