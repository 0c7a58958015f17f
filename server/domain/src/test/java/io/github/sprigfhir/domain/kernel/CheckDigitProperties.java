package io.github.sprigfhir.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

/** The laws for which each check digit scheme was chosen. */
class CheckDigitProperties {

    @Property
    void verhoeffGivesEveryBodyExactlyOneCheckDigit(
            @ForAll @NumericChars @StringLength(min = 5, max = 17) String body) {
        assertThat(digitsThatHold(body)).hasSize(1);
    }

    @Property
    void verhoeffCatchesEveryChangeOfOneDigit(
            @ForAll @NumericChars @StringLength(min = 5, max = 17) String body,
            @ForAll @IntRange(min = 0, max = 16) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        String sound = body + digitsThatHold(body);
        assertThat(CheckDigits.verhoeffHolds(changed(sound, place % sound.length(), shift)))
                .isFalse();
    }

    @Property
    void verhoeffCatchesEverySwapOfNeighbours(
            @ForAll @NumericChars @StringLength(min = 5, max = 17) String body,
            @ForAll @IntRange(min = 0, max = 16) int place) {
        String sound = body + digitsThatHold(body);
        int left = place % (sound.length() - 1);
        Assume.that(sound.charAt(left) != sound.charAt(left + 1));
        assertThat(CheckDigits.verhoeffHolds(swapped(sound, left))).isFalse();
    }

    @Property
    void modulusElevenCatchesEveryChangeOfOneDigit(
            @ForAll @NumericChars @StringLength(10) String digits,
            @ForAll @IntRange(min = 0, max = 9) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        assertThat(CheckDigits.modulus11Remainder(changed(digits, place, shift)))
                .isNotEqualTo(CheckDigits.modulus11Remainder(digits));
    }

    @Property
    void modulusElevenCatchesEverySwapOfNeighbours(
            @ForAll @NumericChars @StringLength(10) String digits, @ForAll @IntRange(min = 0, max = 8) int left) {
        Assume.that(digits.charAt(left) != digits.charAt(left + 1));
        assertThat(CheckDigits.modulus11Remainder(swapped(digits, left)))
                .isNotEqualTo(CheckDigits.modulus11Remainder(digits));
    }

    @Property
    void loincCatchesEveryChangeOfOneDigit(
            @ForAll @NumericChars @StringLength(min = 1, max = 7) String body,
            @ForAll @IntRange(min = 0, max = 6) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        assertThat(CheckDigits.loincCheckDigit(changed(body, place % body.length(), shift)))
                .isNotEqualTo(CheckDigits.loincCheckDigit(body));
    }

    @Property
    void loincCatchesEverySwapOfNeighboursButNineAndNought(
            @ForAll @NumericChars @StringLength(min = 2, max = 7) String body,
            @ForAll @IntRange(min = 0, max = 5) int place) {
        int left = place % (body.length() - 1);
        int difference = Math.abs(body.charAt(left) - body.charAt(left + 1));
        Assume.that(difference != 0 && difference != 9);
        assertThat(CheckDigits.loincCheckDigit(swapped(body, left))).isNotEqualTo(CheckDigits.loincCheckDigit(body));
    }

    private static String digitsThatHold(String body) {
        StringBuilder holding = new StringBuilder();
        for (int digit = 0; digit <= 9; digit++) {
            if (CheckDigits.verhoeffHolds(body + digit)) {
                holding.append(digit);
            }
        }
        return holding.toString();
    }

    private static String changed(String digits, int place, int shift) {
        int digit = (CheckDigits.digit(digits, place) + shift) % 10;
        return digits.substring(0, place) + digit + digits.substring(place + 1);
    }

    private static String swapped(String digits, int left) {
        return digits.substring(0, left) + digits.charAt(left + 1) + digits.charAt(left) + digits.substring(left + 2);
    }
}
