package io.github.sprigfhir.app.terminology;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.terminology.CodeFacts.Fact;
import io.github.sprigfhir.domain.terminology.Code;
import io.github.sprigfhir.domain.terminology.CodeRule;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.springframework.stereotype.Component;

/** {@code CodeSystem/$lookup} of FHIR R4: what a code means. */
@Component
final class LookupOperation implements SprigFeature {

    private static final Set<String> PARAMETERS =
            Set.of("code", "system", "coding", "version", "displayLanguage", "property");

    private final CodeFacts facts;
    private final Particulars particulars;

    LookupOperation(CodeFacts facts, Particulars particulars) {
        this.facts = facts;
        this.particulars = particulars;
    }

    /** Answers with the code's names and properties; 400 with all that is wrong, 404 for a code that is not known here. */
    @Operation(name = "$lookup", type = CodeSystem.class, idempotent = true)
    public Parameters lookUp(RequestDetails request) {
        var called = new Called(request);
        var asked = called.reader();
        asked.check(PARAMETERS);
        var coding = called.code("coding", "code", "");
        var language = asked.one("displayLanguage").orElse("");
        var version = asked.one("version");
        var properties = Set.copyOf(asked.called().all("property").toList());
        asked.refuse();
        var code =
                new Code(coding.orElseThrow().getSystem(), coding.orElseThrow().getCode());
        var fact = facts.of(code)
                .orElseThrow(() -> unknown(CodeRule.CODE_SYSTEM_UNKNOWN, "That code system is not known here."));
        if (version.isPresent() && !fact.version().equals(version.get())) {
            throw unknown(
                    CodeRule.CODE_SYSTEM_UNKNOWN,
                    fact.version().isEmpty()
                            ? "Of that code system no version is known here."
                            : "Of that code system another version is known here: " + fact.version());
        }
        if (fact.known().isEmpty()) {
            throw absent(fact);
        }
        return particulars.of(code, fact, language, properties);
    }

    private static RuntimeException absent(Fact fact) {
        return fact.isWhole()
                ? unknown(CodeRule.CODE_UNKNOWN, "%s has no such code.".formatted(fact.systemName()))
                : unknown(
                        CodeRule.EDITION_NEEDED,
                        "No edition of %s is loaded here; of the codes that are known without one it is none."
                                .formatted(fact.systemName()));
    }

    private static RuntimeException unknown(CodeRule rule, String text) {
        return Refusals.notFound(new Problem(
                IssueSeverity.ERROR,
                IssueType.NOTFOUND,
                rule,
                "",
                text,
                "Search CodeSystem for those that are known; the guide's page on terminology says what is besides."));
    }
}
