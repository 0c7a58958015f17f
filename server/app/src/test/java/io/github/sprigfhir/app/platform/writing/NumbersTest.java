package io.github.sprigfhir.app.platform.writing;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.math.BigDecimal;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which numbers are taken as they are sent. */
class NumbersTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.0",
                "7",
                "1.50",
                "1E-22",
                "1.5E1",
                "-273.15",
                "0.0000000000000000000001",
                "12345678901234567890.1234"
            })
    void aMeasurementIsTaken(String number) {
        assertThat(Numbers.isAbsurd(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E-22", "1.50", "-0.10", "7", "0.10E1"})
    void whatIsTakenKeepsItsValueAndItsPrecision(String number) {
        var json = FHIR.newJsonParser();
        var sent = json.parseResource(
                Observation.class,
                "{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":%s}}".formatted(number));
        var stored = json.parseResource(Observation.class, json.encodeResourceToString(sent));

        assertThat(stored.getValueQuantity().getValue()).isEqualTo(new BigDecimal(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E2",
                "1E999999999",
                "1e-999999999",
                "1E400",
                "1E-41",
                "11111111111111111111111111111111111111111"
            })
    void whatWouldCostTooMuchOrInventDigitsIsNot(String number) {
        assertThat(Numbers.isAbsurd(number)).isTrue();
    }
}
