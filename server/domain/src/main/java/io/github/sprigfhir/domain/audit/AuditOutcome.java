package io.github.sprigfhir.domain.audit;

import java.util.Arrays;
import java.util.Optional;

/** How an act ended: FHIR R4's AuditEventOutcome, whose words are those of DICOM (spec decision 42). */
public enum AuditOutcome {
    SUCCESS(0),
    /** The sender can put it right and try again. */
    MINOR(4),
    /** Refused for who asked, or the server failed. */
    SERIOUS(8),
    /** The server could not serve anybody. */
    MAJOR(12);

    private static final int FIRST_REFUSAL = 400;
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int FIRST_FAILURE = 500;
    private static final int UNAVAILABLE = 503;

    private final int code;

    AuditOutcome(int code) {
        this.code = code;
    }

    /** What an HTTP status means. */
    public static AuditOutcome ofStatus(int status) {
        if (status < FIRST_REFUSAL) {
            return SUCCESS;
        }
        if (status == UNAVAILABLE) {
            return MAJOR;
        }
        return status >= FIRST_FAILURE || status == UNAUTHORISED || status == FORBIDDEN ? SERIOUS : MINOR;
    }

    /** The outcome of that code; none where it is not one. */
    public static Optional<AuditOutcome> of(int code) {
        return Arrays.stream(values()).filter(outcome -> outcome.code == code).findFirst();
    }

    public int code() {
        return code;
    }
}
