package io.github.sprigfhir.domain.kernel;

import java.util.Arrays;
import java.util.Optional;

/** Why a record is read or written: codes of HL7's v3 ActReason, value set PurposeOfUse. */
public enum Purpose {
    TREATMENT("TREAT"),
    CARE_MANAGEMENT("CAREMGT"),
    OPERATIONS("HOPERAT"),
    RESEARCH("HRESCH"),
    SYSTEM_ADMINISTRATION("HSYSADMIN"),
    /** The person, or who may speak for them, asks for their own record. */
    PATIENT_REQUEST("PATRQT"),
    /** Somebody is in danger, and rules that would stand in the way are passed: always recorded and reviewed. */
    BREAK_THE_GLASS("BTG");

    private final String code;

    Purpose(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The purpose of that code; none where it is not one that this server knows. */
    public static Optional<Purpose> of(String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.code.equals(code))
                .findFirst();
    }
}
