package io.github.sprigfhir.app.terminology;

import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.writing.CodingCheck;
import io.github.sprigfhir.domain.kernel.Parsed;
import io.github.sprigfhir.domain.kernel.SnomedCode;
import io.github.sprigfhir.domain.terminology.Code;
import io.github.sprigfhir.domain.terminology.CodeJudge;
import io.github.sprigfhir.domain.terminology.CodeJudge.Finding;
import io.github.sprigfhir.domain.terminology.CodeJudge.Known;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Coding;
import org.springframework.stereotype.Component;

/**
 * Looks up every code of SNOMED CT that is written, once an edition is loaded: one that does not exist is refused, one that
 * is no longer active or is called by a name that is not its own is taken with a warning.
 */
@Component
final class SnomedCheck implements CodingCheck {

    private final CurrentSnomed snomed;
    private final TerminologySettings settings;

    SnomedCheck(CurrentSnomed snomed, TerminologySettings settings) {
        this.snomed = snomed;
        this.settings = settings;
    }

    @Override
    public void check(Coding coding, Supplier<String> path, List<Problem> problems) {
        if (Code.SNOMED.equals(coding.getSystem())
                && coding.hasCode()
                && SnomedCode.parse(coding.getCode()) instanceof Parsed.Valid<SnomedCode> sound) {
            var concepts = snomed.now();
            concepts.version().ifPresent(version -> CodeJudge.judge(
                            coding.getCode(),
                            coding.getDisplay(),
                            known(concepts, sound.value()),
                            "SNOMED CT (%s)".formatted(version))
                    .forEach(finding -> problems.add(problem(finding, path.get()))));
        }
    }

    /** The codes that this server writes itself are known without an edition, and in one that lacks them. */
    private Optional<Known> known(Concepts concepts, SnomedCode code) {
        return concepts.find(code)
                .map(concept -> CodeFacts.known(concepts, code, concept))
                .or(() -> snomed.known().find(code).map(concept -> Known.as(concept.display())));
    }

    private Problem problem(Finding finding, String path) {
        return finding.isError() && settings.refuseUnknown()
                ? Problem.invalid(finding.rule(), path + ".code", finding.text(), finding.remedy())
                : Problem.warning(finding.rule(), path, finding.text() + " " + finding.remedy());
    }
}
