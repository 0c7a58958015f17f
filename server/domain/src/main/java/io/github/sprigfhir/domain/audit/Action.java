package io.github.sprigfhir.domain.audit;

/** What kind of act an event records: FHIR R4's AuditEventAction. */
public enum Action {
    CREATE('C'),
    READ('R'),
    UPDATE('U'),
    DELETE('D'),
    EXECUTE('E');

    private final char code;

    Action(char code) {
        this.code = code;
    }

    public char code() {
        return code;
    }
}
