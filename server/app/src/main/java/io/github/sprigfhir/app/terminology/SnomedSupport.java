package io.github.sprigfhir.app.terminology;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import io.github.sprigfhir.app.platform.validation.MoreCodes;
import io.github.sprigfhir.app.terminology.ValueSets.NotUnderstood;
import io.github.sprigfhir.domain.terminology.Code;
import io.github.sprigfhir.domain.terminology.CodeJudge;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the validator of profiles which codes are in value sets that speak of SNOMED CT without listing its codes. Without
 * an edition a code may be in them or not, and is let through; whether it exists is {@link SnomedCheck}'s to say.
 */
@Component
final class SnomedSupport implements MoreCodes {

    private final FhirContext fhir;
    private final CurrentSnomed snomed;

    SnomedSupport(FhirContext fhir, CurrentSnomed snomed) {
        this.fhir = fhir;
        this.snomed = snomed;
    }

    @Override
    public FhirContext getFhirContext() {
        return fhir;
    }

    @Override
    public String getName() {
        return "SNOMED CT";
    }

    @Override
    public boolean isValueSetSupported(ValidationSupportContext context, String address) {
        return context.getRootValidationSupport().fetchValueSet(address) instanceof ValueSet found && isMeaning(found);
    }

    @Override
    public @Nullable CodeValidationResult validateCodeInValueSet(
            ValidationSupportContext context,
            ConceptValidationOptions options,
            @Nullable String system,
            String code,
            @Nullable String display,
            IBaseResource valueSet) {
        if (!(valueSet instanceof ValueSet whole) || system == null || !isMeaning(whole)) {
            return null;
        }
        var concepts = snomed.now();
        try {
            var contents = ValueSets.contents(whole, context.getRootValidationSupport(), concepts);
            var asked = new Code(system, code);
            if (contents.has(asked, concepts) || (asked.isSnomed() && !concepts.isWhole())) {
                return new CodeValidationResult().setCode(code).setDisplay(display);
            }
            var finding = CodeJudge.notIn(code, system, whole.getUrl(), List.of());
            return new CodeValidationResult()
                    .setSeverity(IssueSeverity.ERROR)
                    .setMessage(finding.text() + " " + finding.remedy());
        } catch (NotUnderstood unclear) {
            return new CodeValidationResult().setSeverity(IssueSeverity.WARNING).setMessage(unclear.why());
        }
    }

    private static boolean isMeaning(ValueSet valueSet) {
        return valueSet.getCompose().getInclude().stream()
                .anyMatch(part -> Code.SNOMED.equals(part.getSystem()) && !part.hasConcept());
    }
}
