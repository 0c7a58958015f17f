package io.github.sprigfhir.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attack finds whom it could find: a copy that shows what is known fits, and one that shows anything else does not. */
class LookTest {

    private static final String AGE_BAND = "https://sprig-fhir.github.io/ig/StructureDefinition/research-age-band";

    private final Look known = Look.of(
            json("{'resourceType': 'Patient', 'gender': 'female', 'birthDate': '1950-11-30'}"),
            List.of(
                    json("{'resourceType': 'ServiceRequest', 'authoredOn': '2026-09-09T23:30:00Z'}"),
                    json("{'resourceType': 'Encounter', 'period': {'start': '2026-09-21T10:00:00+01:00'}}")));

    @ParameterizedTest
    @ValueSource(strings = {"2026-09-07", "2026-09", "2026", ""})
    void aCopyFitsHoweverCoarseItIs(String shown) {
        var contact = shown.length() == 10 ? "2026-09-21" : shown;
        assertThat(known.couldBe(copy("female", "75-84", shown, contact), Look.Form.WEEKS))
                .isTrue();
        assertThat(known.couldBe(copy("female", "75-84", shown, "none"), Look.Form.WEEKS))
                .isTrue();
    }

    @Test
    void daysSinceTheFirstFitTheirIntervals() {
        assertThat(known.couldBe(copy("female", "75-84", "2026-01-01", "2026-01-12"), Look.Form.SINCE_FIRST))
                .isTrue();
        assertThat(known.couldBe(copy("female", "75-84", "2026-01-01", "2026-01-13"), Look.Form.SINCE_FIRST))
                .isFalse();
    }

    @Test
    void whatDiffersDoesNotFit() {
        assertThat(known.couldBe(copy("male", "75-84", "2026", "2026"), Look.Form.WEEKS))
                .isFalse();
        assertThat(known.couldBe(copy("female", "65-74", "2026", "2026"), Look.Form.WEEKS))
                .isFalse();
        assertThat(known.couldBe(copy("female", "75-84", "2025", "2026"), Look.Form.WEEKS))
                .isFalse();
        assertThat(known.couldBe(copy("female", "75-84", "2026-09-07", "2026-09-14"), Look.Form.WEEKS))
                .isFalse();
        var referrals = List.of(
                json("{'resourceType': 'ServiceRequest', 'authoredOn': '2026'}"),
                json("{'resourceType': 'ServiceRequest', 'authoredOn': '2026'}"));
        assertThat(known.couldBe(Look.of(json("{'gender': 'female'}"), referrals), Look.Form.WEEKS))
                .isFalse();
    }

    private static Look copy(String sex, String band, String referred, String seen) {
        var person = json(
                "{'gender': '%s', 'extension': [{'url': '%s', 'valueCode': '%s'}]}".formatted(sex, AGE_BAND, band));
        var referral = json("{'resourceType': 'ServiceRequest'%s}"
                .formatted(referred.isEmpty() ? "" : ", 'authoredOn': '%s'".formatted(referred)));
        return Look.of(
                person,
                seen.equals("none")
                        ? List.of(referral)
                        : List.of(
                                referral,
                                json("{'resourceType': 'Encounter'%s}"
                                        .formatted(
                                                seen.isEmpty() ? "" : ", 'period': {'start': '%s'}".formatted(seen)))));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
