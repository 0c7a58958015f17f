package io.github.sprigfhir.app.outcomes;

import io.github.sprigfhir.domain.outcomes.Assessment;
import io.github.sprigfhir.domain.outcomes.Coded;
import io.github.sprigfhir.domain.outcomes.Submitted;
import io.github.sprigfhir.domain.outcomes.Submitted.Amount;
import io.github.sprigfhir.domain.outcomes.Submitted.SentItem;
import io.github.sprigfhir.domain.outcomes.Taken;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads an outcome as somebody sent it. */
public final class FhirOutcome {

    private static final String PROFILES = "https://sprig-fhir.github.io/ig/StructureDefinition/";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private FhirOutcome() {}

    /** Whether the profile that the Observation is held to, and so claims by now, is one of an outcome. */
    public static boolean isOutcome(Observation observation) {
        return observation.getMeta().hasProfile(PROFILES + "sprig-outcome-ons4")
                || observation.getMeta().hasProfile(PROFILES + "sprig-outcome-score");
    }

    /** Whether it is an outcome that nobody has taken back. */
    public static boolean stands(Observation observation) {
        return switch (observation.getStatus()) {
            case FINAL, AMENDED, CORRECTED -> isOutcome(observation);
            case REGISTERED, PRELIMINARY, CANCELLED, ENTEREDINERROR, UNKNOWN, NULL -> false;
        };
    }

    /** The score of a stored outcome; none where it says why there is none. */
    public static Optional<Assessment> assessment(Observation stored) {
        return amount(stored.getValue())
                .map(amount -> new Assessment(
                        stored.getIdElement().getIdPart(), taken(stored.getEffectiveDateTimeType()), amount.value()));
    }

    /** The answers of a stored outcome by each code of their items, integers and quantities alike. */
    public static Map<Coded, BigDecimal> answers(Observation stored) {
        var answers = new LinkedHashMap<Coded, BigDecimal>();
        stored.getComponent().forEach(component -> answer(component.getValue())
                .ifPresent(answer -> codes(component.getCode()).forEach(code -> answers.put(code, answer))));
        return answers;
    }

    private static Taken taken(DateTimeType when) {
        var grain =
                switch (when.getPrecision()) {
                    case YEAR -> Taken.Grain.YEAR;
                    case MONTH -> Taken.Grain.MONTH;
                    case DAY, MINUTE, SECOND, MILLI -> Taken.Grain.DAY;
                };
        // Without a time it is a day of the person's, and so of London's calendar.
        var at = when.hasTime()
                ? when.getValue().toInstant()
                : LocalDate.of(when.getYear(), when.getMonth() + 1, when.getDay())
                        .atStartOfDay(LONDON)
                        .toInstant();
        return new Taken(at, grain);
    }

    static Submitted of(Observation sent) {
        return new Submitted(
                codes(sent.getMethod()),
                Optional.ofNullable(sent.getMethod().getCodingFirstRep().getVersion())
                        .orElse(""),
                codes(sent.getCode()),
                amount(sent.getValue()),
                sent.getComponent().stream().map(FhirOutcome::item).toList(),
                sent.getInterpretation().stream()
                        .map(band -> Optional.ofNullable(band.getText()).orElse(""))
                        .toList());
    }

    /** Its codings. */
    public static List<Coded> codes(CodeableConcept concept) {
        return concept.getCoding().stream()
                .filter(coding -> coding.hasSystem() && coding.hasCode())
                .map(FhirMeasure::coded)
                .toList();
    }

    private static Optional<Amount> amount(@Nullable Type value) {
        return value instanceof Quantity quantity && quantity.hasValue()
                ? Optional.of(new Amount(
                        quantity.getValue(),
                        Optional.ofNullable(quantity.getCode()).orElse("")))
                : Optional.empty();
    }

    private static SentItem item(ObservationComponentComponent sent) {
        var worded = sent.getCode().hasText()
                || sent.getCode().getCoding().stream().anyMatch(Coding::hasDisplay)
                || (sent.hasValue() && answer(sent.getValue()).isEmpty());
        return new SentItem(codes(sent.getCode()), answer(sent.getValue()), worded);
    }

    private static Optional<BigDecimal> answer(@Nullable Type value) {
        if (value instanceof IntegerType whole && whole.hasValue()) {
            return Optional.of(BigDecimal.valueOf(whole.getValue()));
        }
        return amount(value).map(Amount::value);
    }
}
