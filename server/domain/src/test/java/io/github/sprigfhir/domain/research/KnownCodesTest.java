package io.github.sprigfhir.domain.research;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownCodesTest {

    private static final String OURS = "https://sprig-fhir.github.io/ig/CodeSystem/need-category";

    @ParameterizedTest
    @CsvSource({
        "http://terminology.hl7.org/CodeSystem/observation-category, survey",
        "http://hl7.org/fhir/administrative-gender, female",
        "http://hl7.org/fhir/CodeSystem/task-code, fulfill",
        "https://sprig-fhir.github.io/ig/CodeSystem/need-category, loneliness-isolation",
        "https://fhir.hl7.org.uk/CodeSystem/UKCore-EthnicCategoryEngland, A",
        "https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars, 42",
        "http://unitsofmeasure.org, {score}",
        "http://unitsofmeasure.org, 10*3/uL",
        "http://snomed.info/sct, 1362931000000106",
        "http://loinc.org, 44261-6"
    })
    void aCodeOfAPublishedSystemIsShown(String system, String code) {
        assertThat(KnownCodes.shows(system, code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://fellside-surgery.example/codes",
                "https://fhir.nhs.uk/Id/nhs-number",
                "http://hl7.org/fhir/sid/us-ssn",
                "http://hl7.org/fhir/",
                "http://hl7.org/fhir/Maud Examplewood",
                "https://sprig-fhir.github.io/ig/CodeSystem/",
                "https://sprig-fhir.github.io/ig/CodeSystem/a/b",
                "https://sprig-fhir.github.io/ig/CodeSystem/a?name=maud",
                "x https://sprig-fhir.github.io/ig/CodeSystem/a",
                "http://unitsofmeasure.org/",
                "http://loinc.org/",
                "urn:ietf:bcp:47"
            })
    void aCodeOfAnyOtherSystemIsNot(String system) {
        assertThat(KnownCodes.shows(system, "44261-6")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lonely since March",
                "Maud\u00e9",
                "a|b",
                "maud@example.org",
                "9434765919",
                "943 476 5919",
                "12345678901234567890123456789012345678901"
            })
    void wordsAndNumbersOfPeopleDoNotTravelInACode(String code) {
        assertThat(KnownCodes.shows(OURS, code)).isFalse();
        assertThat(KnownCodes.isToken(code)).isFalse();
    }

    @Test
    void aCodeHas40CharactersAtMost() {
        assertThat(KnownCodes.isToken("a".repeat(40))).isTrue();
        assertThat(KnownCodes.isToken("a".repeat(41))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://snomed.info/sct, 1362931000000107",
        "http://snomed.info/sct, lonely",
        "http://loinc.org, 44261-7"
    })
    void aCodeWithAWrongCheckDigitIsNotShown(String system, String code) {
        assertThat(KnownCodes.shows(system, code)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://sprig-fhir.github.io/ig/Questionnaire/phq-9, true",
        "https://sprig-fhir.github.io/ig/Questionnaire/phq-9|1, true",
        "https://sprig-fhir.github.io/ig/Questionnaire/phq-9|0.1.0, true",
        "https://sprig-fhir.github.io/ig/Questionnaire/, false",
        "https://sprig-fhir.github.io/ig/Questionnaire/phq-9|one of ours, false",
        "https://sprig-fhir.github.io/ig/Questionnaire/of/maud, false",
        "https://fellside-surgery.example/Questionnaire/phq-9, false"
    })
    void onlyAnswersToQuestionnairesOfOursAreShown(String canonical, boolean shown) {
        assertThat(KnownCodes.showsQuestionnaire(canonical)).isEqualTo(shown);
    }
}
