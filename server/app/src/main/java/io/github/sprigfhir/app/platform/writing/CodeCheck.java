package io.github.sprigfhir.app.platform.writing;

import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import io.github.sprigfhir.domain.kernel.CodeRules;
import io.github.sprigfhir.domain.kernel.SystemForm;
import io.github.sprigfhir.domain.kernel.Verdict;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Puts identifiers and codings into their registered form, and finds those whose check digits are wrong. */
public final class CodeCheck {

    private static final Pattern SYSTEM_IN_ADDRESS = Pattern.compile("https?://[^|,&=\\s]+(?=(\\||%7C|%7c))");

    /** Any other search would be carried out unchecked, and would tell what is there (spec decision 44). */
    private static final Pattern BY_IDENTIFIER = Pattern.compile("[A-Z][A-Za-z]{1,40}\\?identifier=[^&,]{1,500}");

    private CodeCheck() {}

    /** Changes the element in place where a known alias was sent; errors are refusals, warnings are for the sender. */
    static void check(Base element, Supplier<String> path, List<Problem> problems) {
        if (element instanceof Identifier identifier) {
            judge(identifier.getSystem(), identifier.getValue(), path, ".value", problems, (system, value) -> {
                identifier.setSystem(system);
                identifier.setValue(value);
            });
        } else if (element instanceof Coding coding) {
            judge(coding.getSystem(), coding.getCode(), path, ".code", problems, (system, code) -> {
                coding.setSystem(system);
                coding.setCode(code);
            });
        } else if (element instanceof Reference reference && isConditional(reference)) {
            reference.setReference(registered(reference.getReference()));
            if (!BY_IDENTIFIER.matcher(reference.getReference()).matches()) {
                problems.add(Problem.invalid(
                        ServerRule.REFERENCE_FORM,
                        path.get(),
                        "A conditional reference searches by one identifier and by nothing else.",
                        "Refer as Type?identifier=system|value, or by id."));
            }
        }
    }

    private static void judge(
            @Nullable String system,
            @Nullable String value,
            Supplier<String> path,
            String part,
            List<Problem> problems,
            BiConsumer<String, @Nullable String> store) {
        if (system == null) {
            return;
        }
        var verdict = CodeRules.decide(system, value);
        if (verdict instanceof Verdict.Normalised normalised) {
            store.accept(normalised.system(), normalised.value());
            problems.add(Problem.warning(ServerRule.STORED_IN_REGISTERED_FORM, path.get(), normalised.note()));
        } else if (verdict instanceof Verdict.Refused refused) {
            var refusal = refused.refusal();
            problems.add(Problem.invalid(refusal.reason(), path.get() + part, refusal.text(), refusal.remedy()));
        }
    }

    static boolean isConditional(Reference reference) {
        return reference.hasReference() && reference.getReference().indexOf('?') > 0;
    }

    /** A search or match address in which every known alias of a system is replaced by its registered form. */
    public static String registered(String address) {
        return SYSTEM_IN_ADDRESS
                .matcher(address)
                .replaceAll(match -> SystemForm.of(match.group()) instanceof SystemForm.Alias alias
                        ? alias.system().uri()
                        : match.group());
    }
}
