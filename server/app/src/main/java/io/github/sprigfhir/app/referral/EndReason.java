package io.github.sprigfhir.app.referral;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Why a referral ended, in HL7's extension for it: R4's ServiceRequest has no element. */
public final class EndReason {

    private static final String URL = "http://hl7.org/fhir/StructureDefinition/request-statusReason";
    private static final String BARS = "https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars";
    private static final String PATIENT_CHOICE = "26";

    private EndReason() {}

    /** Says why; an empty reason takes away what was said before. */
    public static void set(ServiceRequest request, CodeableConcept reason) {
        request.getExtension().removeIf(extension -> URL.equals(extension.getUrl()));
        if (!reason.isEmpty()) {
            request.addExtension(URL, reason.copy());
        }
    }

    /** Why it ended, if that was said. */
    public static Optional<CodeableConcept> of(ServiceRequest request) {
        return request.getExtensionsByUrl(URL).stream()
                .map(extension -> extension.getValue())
                .filter(CodeableConcept.class::isInstance)
                .map(CodeableConcept.class::cast)
                .findFirst();
    }

    static boolean isPersonsChoice(ServiceRequest request) {
        return of(request)
                .filter(reason -> reason.hasCoding(BARS, PATIENT_CHOICE))
                .isPresent();
    }
}
