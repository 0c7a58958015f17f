package io.github.sprigfhir.app.terminology;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.terminology.CodeVerdicts.Verdict;
import io.github.sprigfhir.domain.kernel.Parsed;
import io.github.sprigfhir.domain.kernel.SnomedCode;
import io.github.sprigfhir.domain.terminology.Code;
import io.github.sprigfhir.domain.terminology.CodeJudge.Finding;
import io.github.sprigfhir.domain.terminology.CodeRule;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.springframework.stereotype.Component;

/** {@code CodeSystem/$subsumes} of FHIR R4: whether one code is a kind of another of the same system. */
@Component
final class SubsumesOperation implements SprigFeature {

    private static final Set<String> PARAMETERS = Set.of("codeA", "codeB", "system", "codingA", "codingB");

    private final CodeVerdicts verdicts;
    private final CurrentSnomed snomed;
    private final CodeSystems systems;

    SubsumesOperation(CodeVerdicts verdicts, CurrentSnomed snomed, CodeSystems systems) {
        this.verdicts = verdicts;
        this.snomed = snomed;
        this.systems = systems;
    }

    /** Answers with the outcome; 400 with all that is wrong, 422 for codes that are not known here. */
    @Operation(name = "$subsumes", type = CodeSystem.class, idempotent = true)
    public Parameters subsumes(RequestDetails request) {
        var called = new Called(request);
        var asked = called.reader();
        asked.check(PARAMETERS);
        var one = called.code("codingA", "codeA", "");
        var other = called.code("codingB", "codeB", "");
        if (one.isPresent()
                && other.isPresent()
                && !Objects.equals(one.get().getSystem(), other.get().getSystem())) {
            asked.problem("codingB", "The two codes are of different systems.", "Send two codes of one system.");
        }
        asked.refuse();
        return answer(one.orElseThrow(), other.orElseThrow());
    }

    private Parameters answer(Coding one, Coding other) {
        var wrong = Stream.of(verdicts.of(one), verdicts.of(other))
                .map(Verdict::findings)
                .flatMap(List::stream)
                .filter(Finding::isError)
                .map(finding -> Problem.invalid(finding.rule(), "Parameters", finding.text(), finding.remedy()))
                .toList();
        if (!wrong.isEmpty()) {
            throw Refusals.unprocessable(wrong);
        }
        return new Parameters().addParameter("outcome", new CodeType(outcome(one, other)));
    }

    private String outcome(Coding one, Coding other) {
        if (one.getCode().equals(other.getCode())) {
            return "equivalent";
        }
        if (isKindOf(other, one)) {
            return "subsumes";
        }
        return isKindOf(one, other) ? "subsumed-by" : "not-subsumed";
    }

    private boolean isKindOf(Coding narrow, Coding wide) {
        if (!Code.SNOMED.equals(narrow.getSystem())) {
            return systems.find(narrow.getSystem())
                    .filter(system -> system.isKindOf(narrow.getCode(), wide.getCode()))
                    .isPresent();
        }
        var concepts = snomed.now();
        if (!concepts.isWhole()) {
            throw Refusals.unprocessable(List.of(Problem.invalid(
                    CodeRule.EDITION_NEEDED,
                    "Parameters",
                    "What is a kind of what in SNOMED CT cannot be said here: no edition is loaded.",
                    "Ask a server on which a licensed edition is loaded, or the operator to load one.")));
        }
        return SnomedCode.parse(narrow.getCode()) instanceof Parsed.Valid<SnomedCode> kind
                && concepts.ancestors(kind.value()).stream()
                        .anyMatch(above -> above.value().equals(wide.getCode()));
    }
}
