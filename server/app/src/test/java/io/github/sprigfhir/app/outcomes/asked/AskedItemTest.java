package io.github.sprigfhir.app.outcomes.asked;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.param.CompositeParam;
import ca.uhn.fhir.rest.param.QuantityParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A code and a number are understood as FHIR means them, and what cannot be is not guessed. */
class AskedItemTest {

    @ParameterizedTest
    @CsvSource({"2, =", "eq2, =", "ne2, <>", "gt2, >", "ge2, >=", "lt2, <", "le2, <="})
    void aPrefixIsAComparison(String number, String operator) {
        var asked = asked("http://loinc.org|44260-8$" + number).orElseThrow();

        assertThat(asked.condition()).isEqualTo("(i.code = ? and i.system = ? and i.value " + operator + " ?)");
        assertThat(asked.values()).isEqualTo(List.of("44260-8", "http://loinc.org", new BigDecimal("2")));
    }

    @Test
    void withoutABarAnySystemWillDo() {
        assertThat(asked("44260-8$1").map(AskedItem::condition)).contains("(i.code = ? and i.value = ?)");
        assertThat(asked("|44260-8$1").map(AskedItem::values)).contains(List.of("44260-8", "", BigDecimal.ONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$1", "44260-8$ap1", "44260-8$1|http://unitsofmeasure.org|kg", "44260-8$1||kg"})
    void whatItemsHaveNotIsNotUnderstood(String value) {
        assertThat(asked(value)).isEmpty();
    }

    @Test
    void whatIsSentIsAValueAndNeverSql() {
        var asked = asked("x' or '1'='1$1").orElseThrow();

        assertThat(asked.condition()).doesNotContain("x'");
        assertThat(asked.values()).contains("x' or '1'='1");
    }

    private static Optional<AskedItem> asked(String value) {
        var composite = new CompositeParam<>(TokenParam.class, QuantityParam.class);
        composite.setValueAsQueryToken(FhirContext.forR4Cached(), "component-code-value-quantity", null, value);
        return AskedItem.of(composite);
    }
}
