package io.github.sprigfhir.app.outcomes.report;

import io.github.sprigfhir.app.outcomes.FhirOutcome;
import io.github.sprigfhir.app.outcomes.report.Facts.Score;
import io.github.sprigfhir.app.outcomes.report.Facts.Who;
import io.github.sprigfhir.app.referral.RequestKind;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** Reads out of records what is counted. */
final class FhirFacts {

    private static final String NEEDS = "https://sprig-fhir.github.io/ig/CodeSystem/need-category";
    private static final String ETHNIC = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory";

    private FhirFacts() {}

    /** Whether it is a referral, or the offer of one. */
    static boolean isCounted(ServiceRequest request) {
        return RequestKind.of(request) != RequestKind.ONWARD;
    }

    /** Whether nobody has taken it back. */
    static boolean stands(ServiceRequest referral) {
        return referral.getStatus() != ServiceRequestStatus.ENTEREDINERROR;
    }

    static boolean hasEnded(ServiceRequest referral) {
        return referral.getStatus() == ServiceRequestStatus.COMPLETED
                || referral.getStatus() == ServiceRequestStatus.REVOKED;
    }

    /** Whether all that is counted of a referral, but its end, is as it was. */
    static boolean isSame(ServiceRequest before, ServiceRequest now) {
        return needs(before).equals(needs(now))
                && id(before.getPerformerFirstRep()).equals(id(now.getPerformerFirstRep()))
                && id(before.getRequester()).equals(id(now.getRequester()))
                && id(before.getSubject()).equals(id(now.getSubject()))
                && before.getAuthoredOnElement().equalsDeep(now.getAuthoredOnElement());
    }

    static List<String> needs(ServiceRequest referral) {
        return referral.getReasonCode().stream()
                .flatMap(reason -> reason.getCoding().stream())
                .filter(coding -> NEEDS.equals(coding.getSystem()))
                .map(Coding::getCode)
                .distinct()
                .toList();
    }

    static Who who(Patient person, LocalDate day, Optional<Integer> deprivation) {
        return new Who(
                born(person.getBirthDateElement())
                        .map(born -> Period.between(born, day).getYears()),
                Optional.ofNullable(person.getGender()).map(gender -> gender.toCode()),
                Optional.ofNullable(person.getExtensionByUrl(ETHNIC))
                        .filter(category -> category.getValue() instanceof CodeableConcept)
                        .map(category -> ((CodeableConcept) category.getValue())
                                .getCodingFirstRep()
                                .getCode()),
                deprivation);
    }

    /** The first day that it may have been, where only the month or the year is known. */
    private static Optional<LocalDate> born(DateType date) {
        return date.hasValue()
                ? Optional.of(LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDay()))
                : Optional.empty();
    }

    /** None in what is no outcome, or has been taken back. */
    static Optional<Score> score(Observation outcome, MeasureBook book) {
        var counts =
                switch (outcome.getStatus()) {
                    case FINAL, AMENDED, CORRECTED -> FhirOutcome.isOutcome(outcome);
                    case REGISTERED, PRELIMINARY, CANCELLED, ENTEREDINERROR, UNKNOWN, NULL -> false;
                };
        if (!counts || !(outcome.getValue() instanceof Quantity value)) {
            return Optional.empty();
        }
        return book.keyOf(outcome.getCode().getCoding())
                .map(key -> new Score(
                        outcome.getIdElement().getIdPart(),
                        outcome.getBasedOnFirstRep().getReferenceElement().getIdPart(),
                        key,
                        outcome.getEffectiveDateTimeType()
                                .getValue()
                                .toInstant()
                                .atOffset(ZoneOffset.UTC),
                        value.getValue()));
    }

    static Optional<String> id(Reference reference) {
        return Optional.ofNullable(reference.getReferenceElement().getIdPart());
    }
}
