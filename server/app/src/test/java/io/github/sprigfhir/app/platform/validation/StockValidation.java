package io.github.sprigfhir.app.platform.validation;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;

/** HAPI's validation as its documentation sets it up, with nothing of ours: the measure of ours. */
final class StockValidation {

    private final FhirValidator validator;

    @SuppressWarnings("deprecation") // the same link of the chain as in ours
    StockValidation(List<Resource> definitions) {
        var ours = new PrePopulatedValidationSupport(Corpus.FHIR);
        for (var definition : definitions) {
            switch (definition.fhirType()) {
                case "StructureDefinition" -> ours.addStructureDefinition(definition);
                case "ValueSet" -> ours.addValueSet(definition);
                default -> ours.addCodeSystem(definition);
            }
        }
        var unknown = new UnknownCodeSystemWarningValidationSupport(Corpus.FHIR);
        unknown.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
        var chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(Corpus.FHIR),
                ours,
                new CommonCodeSystemsTerminologyService(Corpus.FHIR),
                new InMemoryTerminologyServerValidationSupport(Corpus.FHIR),
                new SnapshotGeneratingValidationSupport(Corpus.FHIR),
                unknown);
        chain.setCodeableConceptValidationSuccessfulIfNotAllCodingsAreValid(true);
        var instance = new FhirInstanceValidator(chain);
        instance.setAnyExtensionsAllowed(false);
        instance.setErrorForUnknownProfiles(true);
        instance.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        instance.setAssumeValidRestReferences(true);
        instance.setCustomExtensionDomains(
                "https://fhir.hl7.org.uk/", "http://hl7.org/fhir/uv/subscriptions-backport/");
        validator = Corpus.FHIR.newValidator().registerValidatorModule(instance);
    }

    /** Rule and place of each error. */
    Set<String> errors(Resource resource, String profile) {
        var options = new ValidationOptions();
        options.addProfile(profile);
        return validator.validateWithResult(resource, options).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(StockValidation::describe)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String describe(SingleValidationMessage message) {
        var place = message.getLocationString();
        return Problems.rule(message.getMessageId()) + " at " + (place == null ? "" : place);
    }
}
