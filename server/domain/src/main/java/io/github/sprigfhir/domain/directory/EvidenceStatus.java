package io.github.sprigfhir.domain.directory;

import java.util.Arrays;
import java.util.Optional;

/** How evidence or a pledge stands; HL7's code system {@code verificationresult-status}. */
public enum EvidenceStatus {
    /** Somebody says so, and nobody else has looked. */
    ATTESTED("attested"),
    VALIDATED("validated"),
    IN_PROCESS("in-process"),
    /** It holds, and has to be given again soon. */
    REQ_REVALID("req-revalid"),
    VAL_FAIL("val-fail"),
    /** It held, and was not given again. */
    REVAL_FAIL("reval-fail");

    private final String code;

    EvidenceStatus(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether it holds as long as its time has not run out. */
    boolean holds() {
        return this == ATTESTED || this == VALIDATED || this == REQ_REVALID;
    }

    /** The status with this code, if there is one. */
    public static Optional<EvidenceStatus> of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst();
    }
}
