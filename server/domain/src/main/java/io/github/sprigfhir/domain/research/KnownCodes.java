package io.github.sprigfhir.domain.research;

import io.github.sprigfhir.domain.kernel.LoincCode;
import io.github.sprigfhir.domain.kernel.NhsNumber;
import io.github.sprigfhir.domain.kernel.Parsed;
import io.github.sprigfhir.domain.kernel.RegisteredSystem;
import io.github.sprigfhir.domain.kernel.SnomedCode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which codes may stand in a copy.
 *
 * <p>The threat: words about a person, or a number of theirs, travel in place of a code, or in the name of its system.
 *
 * <p>The rule: a code is copied only if its system is published by HL7, HL7 UK, the NHS, UCUM or Sprig, or is SNOMED CT or
 * LOINC; and if the code has the form of one, and is no NHS number.
 */
public final class KnownCodes {

    private static final String UCUM = "http://unitsofmeasure.org";

    /** Where systems of many codes are published, each under one more name. */
    private static final List<String> PUBLISHERS = List.of(
            "http://terminology.hl7.org/CodeSystem/",
            "http://hl7.org/fhir/",
            "http://hl7.org/fhir/CodeSystem/",
            "https://sprig-fhir.github.io/ig/CodeSystem/",
            "https://fhir.hl7.org.uk/CodeSystem/",
            "https://fhir.nhs.uk/CodeSystem/");

    private static final String QUESTIONNAIRES = "https://sprig-fhir.github.io/ig/Questionnaire/";

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._{}/%*^-]{1,40}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern QUESTIONNAIRE = Pattern.compile("[a-z0-9-]{1,64}(\\|[0-9.]{1,16})?");

    private KnownCodes() {}

    /** Whether a coding with this system and this code may be shown, without anything else that it says. */
    public static boolean shows(String system, String code) {
        if (system.equals(RegisteredSystem.SNOMED_CT.uri())) {
            return isValid(SnomedCode.parse(code));
        }
        if (system.equals(RegisteredSystem.LOINC.uri())) {
            return isValid(LoincCode.parse(code));
        }
        return isPublished(system) && isToken(code);
    }

    /**
     * Whether a text has the form of a code and so may stand where a code does that has no system, such as the
     * {@code linkId} of an answer or the version of a system.
     */
    public static boolean isToken(String text) {
        return CODE.matcher(text).matches() && !isValid(NhsNumber.parse(text));
    }

    /** Whether answers to this Questionnaire, by its canonical address, may be shown: it is one of Sprig's own. */
    public static boolean showsQuestionnaire(String canonical) {
        return canonical.startsWith(QUESTIONNAIRES)
                && QUESTIONNAIRE
                        .matcher(canonical.substring(QUESTIONNAIRES.length()))
                        .matches();
    }

    private static boolean isPublished(String system) {
        return system.equals(UCUM)
                || PUBLISHERS.stream()
                        .anyMatch(publisher -> system.startsWith(publisher)
                                && NAME.matcher(system.substring(publisher.length()))
                                        .matches());
    }

    private static boolean isValid(Parsed<?> parsed) {
        return parsed.fold(valid -> true, refused -> false);
    }
}
