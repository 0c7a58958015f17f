package io.github.sprigfhir.app.platform.validation;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hl7.fhir.common.hapi.validation.validator.FhirDefaultPolicyAdvisor;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.ValidatorSession;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.hl7.fhir.r5.utils.validation.constants.IdStatus;
import org.hl7.fhir.r5.utils.xver.XVerExtensionManagerOld;
import org.hl7.fhir.utilities.http.ManagedWebAccess;
import org.hl7.fhir.utilities.http.ManagedWebAccess.WebAccessPolicy;
import org.hl7.fhir.utilities.i18n.I18nConstants;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.utilities.validation.ValidationMessage.IssueSeverity;
import org.hl7.fhir.validation.ValidatorSettings;
import org.hl7.fhir.validation.instance.InstanceValidator;

/**
 * Puts a resource through HL7's own instance validator, exactly as HAPI's FhirInstanceValidator does, but keeps the
 * costly validator objects for the next resource instead of building one each time.
 */
final class FullValidation {

    /** Also keeps small hashes of those texts, which cannot be cleared: so no validator lives for ever. */
    private static final int USES = 1_000;

    private record Reusable(InstanceValidator validator, int usesLeft) {}

    private final FhirContext fhir;
    private final IWorkerContext definitions;
    private final List<String> toleratedExtensions;
    private final Queue<Reusable> idle = new ConcurrentLinkedQueue<>();

    FullValidation(FhirContext fhir, IWorkerContext definitions, List<String> toleratedExtensions) {
        this.fhir = fhir;
        this.definitions = definitions;
        this.toleratedExtensions = toleratedExtensions;
        // HL7's library is also a tool that fetches what it is pointed at; here it must never leave the machine.
        ManagedWebAccess.setAccessPolicy(WebAccessPolicy.PROHIBITED);
    }

    /** Everything the validator has to say about the resource, judged against all the profiles given. */
    List<ValidationMessage> messages(IBaseResource resource, List<String> profileUrls) {
        var messages = new ArrayList<ValidationMessage>();
        var unknown = new ArrayList<ValidationMessage>();
        var profiles = new ArrayList<StructureDefinition>();
        for (var url : profileUrls) {
            var profile = definitions.fetchResource(StructureDefinition.class, url);
            if (profile == null) {
                unknown.add(unknownProfile(url));
            } else {
                profiles.add(profile);
            }
        }
        boolean noneKnown = profiles.isEmpty();
        var json = fhir.newJsonParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
        var reusable = idle.poll();
        if (reusable == null) {
            reusable = new Reusable(newValidator(), USES);
        }
        // Not in a finally block: a validator that threw may be left in any state and must not be used again.
        reusable.validator().validate(null, messages, new ByteArrayInputStream(json), FhirFormat.JSON, profiles);
        putBack(reusable);
        if (noneKnown) {
            messages.addAll(unknown);
        }
        messages.removeIf(FullValidation::isNoise);
        messages.stream().filter(FullValidation::isUnknownProfile).forEach(m -> m.setLevel(IssueSeverity.ERROR));
        return messages;
    }

    /** The validator keeps the texts of coded elements for a check by AI that is never made here. */
    private void putBack(Reusable used) {
        used.validator().getTextsToCheck().clear();
        if (used.usesLeft() > 1) {
            idle.add(new Reusable(used.validator(), used.usesLeft() - 1));
        }
    }

    private InstanceValidator newValidator() {
        var validator = new InstanceValidator(
                definitions,
                new FhirInstanceValidator.NullEvaluationContext(),
                new XVerExtensionManagerOld(definitions),
                new ValidatorSession(),
                new ValidatorSettings());
        validator.setAssumeValidRestReferences(true);
        validator.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        validator.setAnyExtensionsAllowed(false);
        validator.setResourceIdRule(IdStatus.OPTIONAL);
        validator.setErrorForUnknownProfiles(true);
        validator.setUnknownCodeSystemsCauseErrors(true);
        validator.getExtensionDomains().addAll(toleratedExtensions);
        validator.setPolicyAdvisor(new FhirDefaultPolicyAdvisor());
        validator.setAllowXsiLocation(true);
        return validator;
    }

    private static ValidationMessage unknownProfile(String url) {
        var message = new ValidationMessage();
        message.setMessageId(I18nConstants.VALIDATION_VAL_PROFILE_UNKNOWN);
        message.setLevel(IssueSeverity.ERROR);
        message.setMessage("Invalid profile. Failed to retrieve profile with url=" + url);
        return message;
    }

    /** The two messages that HAPI drops as well: they speak of the definitions, not of the resource. */
    private static boolean isNoise(ValidationMessage message) {
        var id = message.getMessageId();
        return I18nConstants.TERMINOLOGY_TX_BINDING_NOSOURCE.equals(id)
                || (I18nConstants.TERMINOLOGY_TX_VALUESET_NOTFOUND.equals(id)
                        && message.getMessage().contains("http://hl7.org/fhir/ValueSet/mimetypes"));
    }

    private static boolean isUnknownProfile(ValidationMessage message) {
        var id = message.getMessageId();
        return I18nConstants.VALIDATION_VAL_PROFILE_UNKNOWN.equals(id)
                || I18nConstants.VALIDATION_VAL_PROFILE_UNKNOWN_NOT_POLICY.equals(id);
    }
}
