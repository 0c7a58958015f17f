package io.github.sprigfhir.app.terminology;

import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.terminology.CodeFacts.Fact;
import io.github.sprigfhir.app.terminology.ValueSets.NotUnderstood;
import io.github.sprigfhir.domain.kernel.CodeRules;
import io.github.sprigfhir.domain.kernel.Verdict.Refused;
import io.github.sprigfhir.domain.terminology.Code;
import io.github.sprigfhir.domain.terminology.CodeJudge;
import io.github.sprigfhir.domain.terminology.CodeJudge.Finding;
import io.github.sprigfhir.domain.terminology.CodeRule;
import io.github.sprigfhir.domain.terminology.Contents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ValueSet;
import org.springframework.stereotype.Component;

/** Judges codes for somebody who asks about them. */
@Component
final class CodeVerdicts {

    private final CodeFacts facts;
    private final ValueSets valueSets;
    private final CurrentSnomed snomed;

    CodeVerdicts(CodeFacts facts, ValueSets valueSets, CurrentSnomed snomed) {
        this.facts = facts;
        this.valueSets = valueSets;
        this.snomed = snomed;
    }

    /**
     * What is said of one.
     *
     * @param display by which it should be called
     * @param version of its system
     * @param findings all that is wrong with it, or worth knowing
     */
    record Verdict(Coding coding, Optional<String> display, Optional<String> version, List<Finding> findings) {

        boolean isSound() {
            return findings.stream().noneMatch(Finding::isError);
        }

        List<Problem> problems() {
            return findings.stream()
                    .map(one -> one.isError()
                            ? Problem.invalid(one.rule(), "Coding", one.text(), one.remedy())
                            : Problem.warning(one.rule(), "Coding", one.text() + " " + one.remedy()))
                    .toList();
        }
    }

    /** Of a code by itself. */
    Verdict of(Coding coding) {
        var code = new Code(coding.getSystem(), coding.getCode());
        if (CodeRules.decide(code.system(), code.code()) instanceof Refused refused) {
            var why = refused.refusal();
            return new Verdict(
                    coding,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(new Finding(why.reason(), true, why.text(), why.remedy())));
        }
        return facts.of(code)
                .map(fact -> new Verdict(
                        coding,
                        fact.known().map(CodeJudge.Known::display),
                        Optional.of(fact.version()).filter(version -> !version.isEmpty()),
                        judged(coding, fact)))
                .orElseGet(() ->
                        new Verdict(coding, Optional.empty(), Optional.empty(), List.of(unknownSystem(code.system()))));
    }

    /** Of a code in a value set. */
    Verdict of(Coding coding, ValueSet valueSet) {
        var alone = of(coding);
        var findings = new ArrayList<>(alone.findings());
        try {
            var contents = valueSets.contents(valueSet);
            var code = new Code(coding.getSystem(), coding.getCode());
            var concepts = snomed.now();
            if (contents.listed().containsKey(code)) {
                // Listed by name: the value set knows it, whatever else is loaded.
                findings.removeIf(
                        one -> one.rule() == CodeRule.CODE_SYSTEM_UNKNOWN || one.rule() == CodeRule.EDITION_NEEDED);
                return new Verdict(
                        coding,
                        alone.display()
                                .or(() -> Optional.ofNullable(contents.listed().get(code))),
                        alone.version(),
                        findings);
            }
            if (!contents.has(code, concepts)) {
                findings.add(absent(coding, valueSet, contents, concepts));
            }
        } catch (NotUnderstood unclear) {
            findings.add(new Finding(
                    CodeRule.CODE_SYSTEM_UNKNOWN,
                    true,
                    unclear.why(),
                    "The guide's page on terminology says what is understood."));
        }
        return new Verdict(coding, alone.display(), alone.version(), findings);
    }

    private static List<Finding> judged(Coding coding, Fact fact) {
        if (fact.known().isEmpty() && !fact.isWhole()) {
            return List.of(new Finding(
                    CodeRule.EDITION_NEEDED,
                    true,
                    "Whether %s has the code %s cannot be said here: only a few of its codes are known."
                            .formatted(fact.systemName(), coding.getCode()),
                    "Ask a server on which a licensed edition is loaded, or the operator to load one."));
        }
        var findings = new ArrayList<>(
                CodeJudge.judge(coding.getCode(), coding.getDisplay(), fact.known(), fact.systemName()));
        if (!fact.isWhole()) {
            findings.add(new Finding(
                    CodeRule.EDITION_NEEDED,
                    false,
                    "Of %s only a few codes are known here, of which this is one.".formatted(fact.systemName()),
                    "Whether it is still active, a server with a licensed edition can say."));
        }
        return findings;
    }

    private static Finding absent(Coding coding, ValueSet valueSet, Contents contents, Concepts concepts) {
        var name = valueSet.hasUrl() ? valueSet.getUrl() : "that was sent";
        if (coding.getSystem().equals(Code.SNOMED) && contents.meant().isPresent() && !concepts.isWhole()) {
            return new Finding(
                    CodeRule.EDITION_NEEDED,
                    true,
                    "Whether the code %s is in the value set %s cannot be said here: no edition of SNOMED CT is loaded, and it is none of the codes that are known without one."
                            .formatted(coding.getCode(), name),
                    "Ask a server on which a licensed edition is loaded, or the operator to load one.");
        }
        var others = contents.listed().keySet().stream()
                .filter(one -> one.code().equals(coding.getCode()))
                .map(Code::system)
                .toList();
        return CodeJudge.notIn(coding.getCode(), coding.getSystem(), name, others);
    }

    private static Finding unknownSystem(String system) {
        return new Finding(
                CodeRule.CODE_SYSTEM_UNKNOWN,
                true,
                "The code system %s is not known here.".formatted(system),
                "Check its spelling against the guide's page on identifiers and codes.");
    }
}
