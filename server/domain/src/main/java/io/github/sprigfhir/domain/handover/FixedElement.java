package io.github.sprigfhir.domain.handover;

/** What is settled when a handover begins and never changes after, by the path of its element in FHIR's Task. */
public enum FixedElement {
    FOCUS("focus"),
    FOR("for"),
    REQUESTER("requester"),
    CODE("code"),
    INTENT("intent"),
    PART_OF("partOf"),
    AUTHORED_ON("authoredOn"),
    /** More may be added; none that is there goes. */
    IDENTIFIER("identifier"),
    /** When it must have been acknowledged, which this server computes. */
    ACKNOWLEDGE_BY("restriction.period.end");

    private final String path;

    FixedElement(String path) {
        this.path = path;
    }

    /** The path below Task, such as {@code restriction.period.end}. */
    public String path() {
        return path;
    }
}
