package io.github.sprigfhir.app.consent;

import io.github.sprigfhir.domain.consent.Agreement;
import io.github.sprigfhir.domain.consent.ConsentState;
import io.github.sprigfhir.domain.consent.Provision;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentVerificationComponent;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Reads a Consent as what a person has said. */
public final class FhirConsent {

    private static final String SCOPES = "http://terminology.hl7.org/CodeSystem/consentscope";
    private static final String SHARING = "patient-privacy";
    private static final String RESEARCH = "research";
    private static final String PURPOSES = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    private static final String REPRESENTATIVE = "https://sprig-fhir.github.io/ig/StructureDefinition/representative";
    private static final String RELATED_PERSON = "RelatedPerson";

    private FhirConsent() {}

    static Agreement of(Consent consent) {
        return new Agreement(
                address(consent),
                party(consent.getPatient()),
                scope(consent),
                ConsentState.of(consent.hasStatus() ? consent.getStatus().toCode() : ""),
                Moments.of(consent.getDateTimeElement()),
                isValidlyGiven(consent),
                provision(consent.getProvision()));
    }

    private static Agreement.Scope scope(Consent consent) {
        if (isAboutSharing(consent)) {
            return Agreement.Scope.SHARING;
        }
        return isAboutResearch(consent) ? Agreement.Scope.RESEARCH : Agreement.Scope.OTHER;
    }

    static boolean isAboutSharing(Consent consent) {
        return consent.getScope().hasCoding(SCOPES, SHARING);
    }

    /** Whether it is about research, whatever it says. */
    public static boolean isAboutResearch(Consent consent) {
        return consent.getScope().hasCoding(SCOPES, RESEARCH);
    }

    static String address(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    /** Whom a reference means, once it is resolved. */
    static Party party(Reference reference) {
        return new Party(String.valueOf(
                reference.getReferenceElement().toUnqualifiedVersionless().getValue()));
    }

    /** Every provision, the exceptions and theirs included. */
    static Stream<ProvisionComponent> provisions(ProvisionComponent provision) {
        return Stream.concat(
                Stream.of(provision), provision.getProvision().stream().flatMap(FhirConsent::provisions));
    }

    private static boolean isValidlyGiven(Consent consent) {
        return consent.getPerformer().stream()
                .anyMatch(who -> isThePerson(who, consent) || isVerifiedRepresentative(who, consent));
    }

    private static boolean isThePerson(Reference who, Consent consent) {
        return who.hasReference() && party(who).equals(party(consent.getPatient()));
    }

    private static boolean isVerifiedRepresentative(Reference who, Consent consent) {
        return RELATED_PERSON.equals(who.getType())
                && consent.hasExtension(REPRESENTATIVE)
                && consent.getVerification().stream().anyMatch(FhirConsent::isVerified);
    }

    private static boolean isVerified(ConsentVerificationComponent verification) {
        return verification.getVerified() && verification.hasVerificationDate();
    }

    private static Provision provision(ProvisionComponent said) {
        return new Provision(
                said.getType() == ConsentProvisionType.PERMIT ? Provision.Kind.PERMIT : Provision.Kind.DENY,
                said.hasActor() ? Optional.of(actors(said)) : Optional.empty(),
                said.hasPurpose() ? Optional.of(purposes(said)) : Optional.empty(),
                Moments.of(said.getPeriod()),
                isLimited(said),
                said.getProvision().stream().map(FhirConsent::provision).toList());
    }

    private static Set<Party> actors(ProvisionComponent said) {
        return said.getActor().stream()
                .map(actor -> party(actor.getReference()))
                .collect(Collectors.toSet());
    }

    private static Set<Purpose> purposes(ProvisionComponent said) {
        return said.getPurpose().stream()
                .filter(coding -> PURPOSES.equals(coding.getSystem()))
                .flatMap(coding -> Purpose.of(coding.getCode()).stream())
                .collect(Collectors.toSet());
    }

    private static boolean isLimited(ProvisionComponent said) {
        return said.hasAction()
                || said.hasSecurityLabel()
                || said.hasClass_()
                || said.hasCode()
                || said.hasDataPeriod()
                || said.hasData()
                || said.hasModifierExtension();
    }
}
