package io.github.sprigfhir.domain.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeBandsTest {

    private static final AgeBands BANDS = new AgeBands(List.of(18, 25, 35, 45, 55, 65, 75, 85));

    @ParameterizedTest
    @CsvSource({
        "0, 0-17",
        "17, 0-17",
        "18, 18-24",
        "24, 18-24",
        "25, 25-34",
        "75, 75-84",
        "84, 75-84",
        "85, 85 and over",
        "103, 85 and over"
    })
    void anAgeIsToldByItsBand(int years, String band) {
        assertThat(BANDS.of(years)).contains(band);
    }

    @Test
    void nobodyIsYoungerThanNone() {
        assertThat(BANDS.of(-1)).isEmpty();
    }

    @Test
    void oneYearDividesTheYoungFromTheOld() {
        assertThat(new AgeBands(List.of(1)).of(0)).contains("0-0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "18,18", "25,18", "-1", ""})
    void firstYearsRise(String years) {
        var first = Arrays.stream(years.split(",", -1))
                .filter(year -> !year.isEmpty())
                .map(Integer::valueOf)
                .toList();

        assertThatThrownBy(() -> new AgeBands(first)).isInstanceOf(IllegalArgumentException.class);
    }
}
