package io.github.sprigfhir.app.terminology;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.definitions.Offered;
import io.github.sprigfhir.app.platform.outcome.Outcomes;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import io.github.sprigfhir.app.terminology.CodeVerdicts.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code $validate-code} of FHIR R4: whether a code exists, is called as it is said to be, and is in a value set. */
@Component
final class ValidateCodeOperation implements SprigFeature {

    private static final String NAME = "$validate-code";

    private static final Set<String> OF_A_SYSTEM =
            Set.of("url", "code", "display", "coding", "codeableConcept", "displayLanguage");
    private static final Set<String> OF_A_VALUE_SET = Set.of(
            "url",
            "valueSet",
            "valueSetVersion",
            "code",
            "system",
            "display",
            "coding",
            "codeableConcept",
            "displayLanguage");

    private final CodeVerdicts verdicts;
    private final AskedValueSet valueSets;
    private final Offered offered;

    ValidateCodeOperation(CodeVerdicts verdicts, AskedValueSet valueSets, Offered offered) {
        this.verdicts = verdicts;
        this.valueSets = valueSets;
        this.offered = offered;
    }

    /** Whether the code is of the system, which {@code url} or the coding names. */
    @Operation(name = NAME, type = CodeSystem.class, idempotent = true)
    public Parameters ofSystem(@IdParam(optional = true) @Nullable IdType id, RequestDetails request) {
        var called = new Called(request);
        var asked = called.reader();
        asked.check(OF_A_SYSTEM);
        var url = id == null ? Called.registered(asked.one("url").orElse("")) : urlOf(id);
        var codes = called.codes(url);
        if (!url.isEmpty() && codes.stream().anyMatch(one -> !url.equals(one.getSystem()))) {
            asked.problem("url", "The coding is of another system.", "Leave url out, or send a coding of that system.");
        }
        asked.refuse();
        return answer(codes.stream().map(verdicts::of).toList());
    }

    /** Whether the code is in the value set. */
    @Operation(name = NAME, type = ValueSet.class, idempotent = true)
    public Parameters ofValueSet(@IdParam(optional = true) @Nullable IdType id, RequestDetails request) {
        var called = new Called(request);
        var asked = called.reader();
        asked.check(OF_A_VALUE_SET);
        var codes = called.codes("");
        var valueSet = valueSets.by(asked, id);
        asked.refuse();
        return answer(codes.stream()
                .map(one -> verdicts.of(one, valueSet.orElseThrow()))
                .toList());
    }

    private String urlOf(IdType id) {
        return offered.definitions()
                .filter(CodeSystem.class::isInstance)
                .map(CodeSystem.class::cast)
                .filter(one -> one.getIdPart().equals(id.getIdPart()))
                .map(CodeSystem::getUrl)
                .findFirst()
                .orElseThrow(() -> Refusals.notFound(new Problem(
                        IssueSeverity.ERROR,
                        IssueType.NOTFOUND,
                        ServerRule.NOT_FOUND,
                        "",
                        "There is no code system of that id here.",
                        "Search CodeSystem for those that there are.")));
    }

    /** Of several codings one is enough; then what is said of it is the answer. */
    private static Parameters answer(List<Verdict> all) {
        var sound = all.stream().filter(Verdict::isSound).findFirst();
        var told = sound.map(List::of).orElse(all);
        var answer = new Parameters();
        answer.addParameter("result", sound.isPresent());
        var problems = told.stream().flatMap(one -> one.problems().stream()).toList();
        if (!problems.isEmpty()) {
            answer.addParameter(
                    "message",
                    problems.stream()
                            .map(problem -> (problem.text() + " " + problem.remedy()).strip())
                            .collect(Collectors.joining(" ")));
        }
        told.stream().findFirst().ifPresent(one -> {
            one.display().ifPresent(display -> answer.addParameter("display", display));
            coding(answer, one.coding(), one.version());
        });
        if (!problems.isEmpty()) {
            answer.addParameter().setName("issues").setResource(Outcomes.of(problems));
        }
        return answer;
    }

    private static void coding(Parameters answer, Coding coding, Optional<String> version) {
        answer.addParameter().setName("code").setValue(coding.getCodeElement());
        answer.addParameter().setName("system").setValue(coding.getSystemElement());
        version.ifPresent(which -> answer.addParameter("version", which));
    }
}
