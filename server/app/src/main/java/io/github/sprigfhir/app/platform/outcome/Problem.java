package io.github.sprigfhir.app.platform.outcome;

import io.github.sprigfhir.domain.kernel.Rule;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * One thing to tell the sender of a request.
 *
 * @param rule the rule that was broken, whose key goes into the answer
 * @param expression the FHIRPath of the element, or empty where the request as a whole is meant
 * @param text what is wrong, in plain English and without personal data
 * @param remedy what the sender can do, or empty where the text says it all
 */
public record Problem(
        IssueSeverity severity, IssueType type, Rule rule, String expression, String text, String remedy) {

    /** An error in the content of the request. */
    public static Problem invalid(Rule rule, String expression, String text, String remedy) {
        return new Problem(IssueSeverity.ERROR, IssueType.INVALID, rule, expression, text, remedy);
    }

    /** Something the sender should know although the request succeeded. */
    public static Problem warning(Rule rule, String expression, String text) {
        return new Problem(IssueSeverity.WARNING, IssueType.INFORMATIONAL, rule, expression, text, "");
    }

    public boolean isError() {
        return severity == IssueSeverity.ERROR || severity == IssueSeverity.FATAL;
    }

    /** The same problem with the element's path prefixed, for a resource inside a Bundle. */
    public Problem within(String container) {
        var dot = expression.indexOf('.');
        var rest = dot < 0 ? "" : expression.substring(dot);
        return new Problem(severity, type, rule, container + rest, text, remedy);
    }
}
