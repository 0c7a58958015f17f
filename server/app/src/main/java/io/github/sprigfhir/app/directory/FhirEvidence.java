package io.github.sprigfhir.app.directory;

import io.github.sprigfhir.domain.directory.AssuranceLevel;
import io.github.sprigfhir.domain.directory.AssuranceMeasure;
import io.github.sprigfhir.domain.directory.Evidence;
import io.github.sprigfhir.domain.directory.EvidenceKind;
import io.github.sprigfhir.domain.directory.EvidenceStatus;
import io.github.sprigfhir.domain.directory.Validity;
import io.github.sprigfhir.domain.kernel.Party;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.VerificationResult;

/** Reads evidence about providers, and the levels that stand on services and risks. */
final class FhirEvidence {

    static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private static final String IG = "https://sprig-fhir.github.io/ig/";
    private static final String LEVEL = IG + "StructureDefinition/service-assurance-level";
    private static final String REQUIRED = IG + "StructureDefinition/required-assurance-level";
    private static final String MEASURE = IG + "StructureDefinition/assured-measure";
    private static final String LEVELS = IG + "CodeSystem/assurance-level";

    private FhirEvidence() {}

    /** None where it is no evidence, such as a pledge, or lacks what would make it count. */
    static Optional<Evidence> of(VerificationResult result) {
        var measures = result.getExtensionsByUrl(MEASURE).stream()
                .flatMap(measure -> codes((CodeableConcept) measure.getValue()))
                .flatMap(code -> AssuranceMeasure.of(code).stream())
                .collect(Collectors.toSet());
        var kind = result.getValidationProcess().stream()
                .flatMap(FhirEvidence::codes)
                .flatMap(code -> EvidenceKind.of(code).stream())
                .findFirst();
        return measures.isEmpty()
                ? Optional.empty()
                : validity(result)
                        .flatMap(when -> kind.map(by -> new Evidence(measures, by, when, umbrella(result, by))));
    }

    /** When evidence or a pledge is valid; none where it does not say. */
    static Optional<Validity> validity(VerificationResult result) {
        return result.hasStatus() && result.hasLastPerformed() && result.hasNextScheduled()
                ? EvidenceStatus.of(result.getStatus().toCode())
                        .map(status -> new Validity(
                                status, day(result.getLastPerformedElement()), day(result.getNextScheduledElement())))
                : Optional.empty();
    }

    /** Type and id of what the evidence is about. */
    static Set<String> targets(VerificationResult result) {
        return result.getTarget().stream()
                .filter(Reference::hasReference)
                .map(FhirEvidence::address)
                .collect(Collectors.toSet());
    }

    static String address(Reference reference) {
        return reference.getReferenceElement().toUnqualifiedVersionless().getValue();
    }

    /** The level that stands on a service. */
    static Optional<AssuranceLevel> level(HealthcareService service) {
        return level(service, LEVEL);
    }

    /** The level that a risk asks for by itself. */
    static Optional<AssuranceLevel> required(DomainResource risk) {
        return level(risk, REQUIRED);
    }

    static void set(HealthcareService service, Optional<AssuranceLevel> level) {
        if (level(service).equals(level)) {
            return;
        }
        service.getExtension().removeIf(extension -> LEVEL.equals(extension.getUrl()));
        level.ifPresent(held -> service.addExtension(LEVEL, new Coding(LEVELS, held.code(), held.display())));
    }

    private static Optional<AssuranceLevel> level(DomainResource of, String url) {
        return Optional.ofNullable(of.getExtensionByUrl(url))
                .map(Extension::getValue)
                .filter(Coding.class::isInstance)
                .flatMap(coding -> AssuranceLevel.of(String.valueOf(((Coding) coding).getCode())));
    }

    private static Optional<Party> umbrella(VerificationResult result, EvidenceKind kind) {
        return Optional.of(result.getPrimarySourceFirstRep().getWho())
                .filter(who -> kind == EvidenceKind.UMBRELLA
                        && "Organization".equals(who.getReferenceElement().getResourceType()))
                .map(who -> new Party(address(who)));
    }

    private static Stream<String> codes(CodeableConcept concept) {
        return concept.getCoding().stream().map(coding -> String.valueOf(coding.getCode()));
    }

    /** A time of day is England's; a date is taken as it is. */
    private static LocalDate day(BaseDateTimeType moment) {
        return switch (moment.getPrecision()) {
            case YEAR, MONTH, DAY -> LocalDate.ofInstant(moment.getValue().toInstant(), ZoneId.systemDefault());
            case MINUTE, SECOND, MILLI -> LocalDate.ofInstant(moment.getValue().toInstant(), ENGLAND);
        };
    }
}
