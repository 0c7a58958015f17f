package io.github.sprigfhir.profiles;

import static java.util.stream.Collectors.joining;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;

/** HL7's validator over FHIR R4, our artefacts and any others, with no terminology server and no network. */
final class ProfileValidator {

    /** Extensions under this address pass unseen where UK Core is not loaded, and are checked where it is. */
    static final String UK_CORE_EXTENSIONS = "https://fhir.hl7.org.uk/";

    /** HAPI reads its own extensions from search parameters, but defines them nowhere. */
    private static final String HAPI_EXTENSIONS = "http://hapifhir.io/fhir/";

    /** HL7's Subscriptions Backport is not ours to ship either; the subscription profile checks what matters of it. */
    private static final String BACKPORT_EXTENSIONS = "http://hl7.org/fhir/uv/subscriptions-backport/";

    // R4 takes seconds to parse, so all validators share it.
    private static final IValidationSupport R4 = new DefaultProfileValidationSupport(Artefacts.FHIR);

    /** The validator as the server has it when no licensed or national package is loaded. */
    static final ProfileValidator OURS = new ProfileValidator(Artefacts.OURS.definitions());

    private final ValidationSupportChain chain;
    private final FhirValidator validator;

    ProfileValidator(Stream<Resource> definitions) {
        PrePopulatedValidationSupport own = new PrePopulatedValidationSupport(Artefacts.FHIR);
        definitions.forEach(own::addResource);
        chain = new ValidationSupportChain(
                R4,
                own,
                new CommonCodeSystemsTerminologyService(Artefacts.FHIR),
                new InMemoryTerminologyServerValidationSupport(Artefacts.FHIR),
                new SnapshotGeneratingValidationSupport(Artefacts.FHIR),
                unknownCodeSystemsWarn());
        // FHIR asks for one coding of a bound concept to be in the value set, so that others may be given beside it.
        chain.setCodeableConceptValidationSuccessfulIfNotAllCodingsAreValid(true);
        FhirInstanceValidator rules = new FhirInstanceValidator(chain);
        rules.setAnyExtensionsAllowed(false);
        rules.setCustomExtensionDomains(UK_CORE_EXTENSIONS, BACKPORT_EXTENSIONS, HAPI_EXTENSIONS);
        rules.setErrorForUnknownProfiles(true);
        rules.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        rules.setAssumeValidRestReferences(true);
        validator = Artefacts.FHIR.newValidator().registerValidatorModule(rules);
    }

    /** The errors in a resource, against the profiles it claims and those given; empty if there is none. */
    String errorsIn(Resource resource, String... profiles) {
        ValidationOptions options = new ValidationOptions();
        Stream.of(profiles).forEach(options::addProfile);
        return validator.validateWithResult(resource, options).getMessages().stream()
                .filter(m -> m.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(ProfileValidator::line)
                .collect(joining("\n"));
    }

    StructureDefinition snapshotOf(StructureDefinition profile) {
        return (StructureDefinition) Objects.requireNonNull(chain.generateSnapshot(
                new ValidationSupportContext(chain), profile.copy(), profile.getUrl(), null, null));
    }

    static SearchParameter searchParameterOfR4(String url) {
        return Objects.requireNonNull(R4.<SearchParameter>fetchAllSearchParameters()).stream()
                .filter(p -> p.getUrl().equals(url))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("R4 has no search parameter " + url));
    }

    private static String line(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }

    /** Its successor works on HTTP responses only. */
    @SuppressWarnings("deprecation")
    private static IValidationSupport unknownCodeSystemsWarn() {
        var support = new UnknownCodeSystemWarningValidationSupport(Artefacts.FHIR);
        support.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.WARNING);
        return support;
    }
}
