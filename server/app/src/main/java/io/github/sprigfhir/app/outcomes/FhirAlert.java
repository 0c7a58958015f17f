package io.github.sprigfhir.app.outcomes;

import io.github.sprigfhir.domain.outcomes.Alert;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** Makes of an answer that somebody must look at the risk that says so. */
final class FhirAlert {

    /** Of the identifiers of such risks: the outcome's own, and the code of the risk. */
    static final String SYSTEM = "https://sprig-fhir.github.io/ig/raised-risk";

    /** FHIR's own extension for what a flag is about; its episode is known by it. */
    private static final String DETAIL = "http://hl7.org/fhir/StructureDefinition/flag-detail";

    private static final Coding SAFETY =
            new Coding("http://terminology.hl7.org/CodeSystem/flag-category", "safety", "Safety");
    private static final Set<String> AUTHORS = Set.of("Organization", "Practitioner", "PractitionerRole");

    private FhirAlert() {}

    static Identifier identifier(Observation outcome, Alert alert) {
        return new Identifier()
                .setSystem(SYSTEM)
                .setValue("%s-%s"
                        .formatted(
                                outcome.getIdentifierFirstRep().getValue(),
                                alert.risk().code()));
    }

    static Flag of(Observation outcome, Alert alert) {
        var risk = new Flag()
                .addIdentifier(identifier(outcome, alert))
                .setStatus(FlagStatus.ACTIVE)
                .addCategory(new CodeableConcept(SAFETY.copy()))
                .setCode(new CodeableConcept(
                        new Coding(alert.risk().system(), alert.risk().code(), alert.title())))
                .setSubject(outcome.getSubject().copy())
                .setPeriod(new Period()
                        .setStartElement(outcome.getEffectiveDateTimeType().copy()));
        author(outcome).ifPresent(risk::setAuthor);
        if (outcome.getIdElement().hasIdPart()) {
            risk.addExtension(DETAIL, new Reference(address(outcome)));
        }
        return risk;
    }

    /** Whether the risk was raised by that outcome. */
    static boolean isOf(Flag risk, Observation outcome) {
        return risk.getExtensionsByUrl(DETAIL).stream()
                .map(Extension::getValue)
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .anyMatch(detail -> address(outcome)
                        .equals(detail.getReferenceElement()
                                .toUnqualifiedVersionless()
                                .getValue()));
    }

    private static String address(Observation outcome) {
        return "Observation/" + outcome.getIdElement().getIdPart();
    }

    private static Optional<Reference> author(Observation outcome) {
        return outcome.getPerformer().stream()
                .filter(party -> AUTHORS.contains(
                        String.valueOf(party.getReferenceElement().getResourceType())))
                .map(Reference::copy)
                .findFirst();
    }
}
