package io.github.sprigfhir.domain.kernel;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges the system and value of an identifier, or the system and code of a coding: check digits, known aliases and
 * retired codes.
 *
 * <p>Pure and quick, because every identifier and coding of every write passes here. A system that is not ours is
 * accepted: whether its codes exist is for terminology to say.
 */
public final class CodeRules {

    private static final Verdict ACCEPTED = new Verdict.Accepted();

    private CodeRules() {}

    /**
     * Decides what becomes of one identifier or coding.
     *
     * @param system the URI as sent, or null if none was
     * @param value the identifier's value or the coding's code as sent, or null if none was
     */
    public static Verdict decide(@Nullable String system, @Nullable String value) {
        if (system == null) {
            return ACCEPTED;
        }
        SystemForm form = SystemForm.of(system);
        if (form instanceof SystemForm.Registered known) {
            return value == null ? ACCEPTED : judge(known.system(), value);
        }
        if (form instanceof SystemForm.Alias alias) {
            Verdict verdict = value == null ? ACCEPTED : judge(alias.system(), value);
            return inRegisteredForm(system, alias.system(), value, verdict);
        }
        return ACCEPTED;
    }

    private static Verdict judge(RegisteredSystem system, String value) {
        return switch (system) {
            case NHS_NUMBER ->
                kept(
                        system,
                        value,
                        NhsNumber.parse(value),
                        NhsNumber::digits,
                        "The NHS number is stored without spaces.");
            case ODS_ORGANISATION, ODS_SITE ->
                kept(system, value, OdsCode.parse(value), OdsCode::value, "The ODS code is stored in capitals.");
            case SNOMED_CT -> asSent(SnomedCode.parse(value));
            case LOINC -> asSent(LoincCode.parse(value));
            case RETIRED_NHS_NUMBER_STATUS -> current(value);
            case SDS_USER,
                    SDS_ROLE_PROFILE,
                    ERS_BOOKING_REFERENCE,
                    CHARITY_NUMBER,
                    COMPANY_NUMBER,
                    NHS_NUMBER_STATUS,
                    ETHNIC_CATEGORY,
                    REJECTED_REASON,
                    MESSAGE_EVENT,
                    MESSAGE_REASON,
                    HTTP_ERROR -> ACCEPTED;
        };
    }

    private static <T> Verdict kept(
            RegisteredSystem system, String sent, Parsed<T> parsed, Function<T, String> toStore, String note) {
        return parsed.fold(
                valid -> {
                    String stored = toStore.apply(valid);
                    return stored.equals(sent) ? ACCEPTED : new Verdict.Normalised(system.uri(), stored, note);
                },
                Verdict.Refused::new);
    }

    private static <T> Verdict asSent(Parsed<T> parsed) {
        return parsed.fold(valid -> ACCEPTED, Verdict.Refused::new);
    }

    private static Verdict current(String retired) {
        String code = RetiredCodes.nhsNumberStatus(retired);
        if (code == null) {
            return ACCEPTED;
        }
        String system = RegisteredSystem.NHS_NUMBER_STATUS.uri();
        return new Verdict.Normalised(
                system,
                code,
                "The code " + retired + " is of a retired code system; it is stored as " + code + " of " + system
                        + ".");
    }

    private static Verdict inRegisteredForm(
            String sent, RegisteredSystem system, @Nullable String value, Verdict verdict) {
        if (verdict instanceof Verdict.Refused) {
            return verdict;
        }
        if (verdict instanceof Verdict.Normalised normalised) {
            String note = aliasNote(sent, normalised.system()) + " " + normalised.note();
            return new Verdict.Normalised(normalised.system(), normalised.value(), note);
        }
        return new Verdict.Normalised(system.uri(), value, aliasNote(sent, system.uri()));
    }

    private static String aliasNote(String sent, String registered) {
        return "The system was sent as " + sent + "; it is stored in its registered form, " + registered + ".";
    }
}
