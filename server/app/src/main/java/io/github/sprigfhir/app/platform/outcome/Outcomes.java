package io.github.sprigfhir.app.platform.outcome;

import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;

/** Writes problems down as an OperationOutcome. */
public final class Outcomes {

    /** The system of {@code issue.details.coding}: the key of the rule that was broken. */
    public static final String RULE_SYSTEM = "https://sprig-fhir.github.io/ig/CodeSystem/rule";

    private Outcomes() {}

    public static OperationOutcome of(List<Problem> problems) {
        var outcome = new OperationOutcome();
        problems.forEach(problem -> outcome.addIssue(issue(problem)));
        return outcome;
    }

    private static OperationOutcome.OperationOutcomeIssueComponent issue(Problem problem) {
        var issue = new OperationOutcome.OperationOutcomeIssueComponent()
                .setSeverity(problem.severity())
                .setCode(problem.type());
        issue.getDetails()
                .setText(problem.text())
                .addCoding()
                .setSystem(RULE_SYSTEM)
                .setCode(problem.rule().key());
        if (!problem.remedy().isEmpty()) {
            issue.setDiagnostics(problem.remedy());
        }
        if (!problem.expression().isEmpty()) {
            issue.addExpression(problem.expression());
        }
        return issue;
    }
}
