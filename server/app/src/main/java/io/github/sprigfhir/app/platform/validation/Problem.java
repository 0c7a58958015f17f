package io.github.sprigfhir.app.platform.validation;

/**
 * One thing that validation found in a resource.
 *
 * @param severity how bad it is; anything but {@link Severity#ERROR} may be stored
 * @param expression where, as a simple FHIRPath such as {@code ServiceRequest.reasonCode[0]}
 * @param rule the key of the invariant that failed, such as {@code sprig-ref-1}, or else the id of the validator's rule
 * @param text what is wrong, in plain English, with the sender's own free values left out
 */
public record Problem(Severity severity, String expression, String rule, String text) {

    /** How bad a problem is. */
    public enum Severity {
        ERROR,
        WARNING,
        INFORMATION
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
