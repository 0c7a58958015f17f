package io.github.sprigfhir.domain.terminology;

/** A code of a system, which is named by its URI. */
public record Code(String system, String code) {

    /** The system of SNOMED CT. */
    public static final String SNOMED = "http://snomed.info/sct";

    public boolean isSnomed() {
        return system.equals(SNOMED);
    }
}
