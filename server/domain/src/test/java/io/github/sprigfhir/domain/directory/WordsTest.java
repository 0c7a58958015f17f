package io.github.sprigfhir.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void accentsCapitalsAndMarksDoNotCount() {
        assertThat(Words.of("Côr Tŷ'r Gân, Y Rhŷl – côr!")).containsExactly("cor", "tyr", "gan", "y", "rhyl");
        assertThat(Words.of("Women's Institute")).containsExactly("womens", "institute");
        assertThat(Words.of(" \t ")).isEmpty();
    }

    @Test
    void noWordIsLongerThanAnybodyTypes() {
        assertThat(Words.of("a".repeat(40))).hasSize(1);
        assertThat(Words.of("a".repeat(41))).isEmpty();
    }

    @Test
    void aLanguageIsItsPrimaryTag() {
        assertThat(Words.primaryLanguage("cy-GB")).isEqualTo("cy");
        assertThat(Words.primaryLanguage("EN")).isEqualTo("en");
    }

    @Test
    void aPostcodeIsWrittenInOneForm() {
        assertThat(Postcode.of("zz993cz")).contains(new Postcode("ZZ99 3CZ"));
        assertThat(Postcode.of(" LS1  4AP ")).contains(new Postcode("LS1 4AP"));
        assertThat(Postcode.of("W1A 1AA").map(Postcode::value)).isEqualTo(Optional.of("W1A 1AA"));
        assertThat(Postcode.of("GIR 0AA")).isPresent();
        assertThat(Postcode.of("LS1")).isEmpty();
        assertThat(Postcode.of("LS1 4AP LS1 4AP")).isEmpty();
        assertThat(Postcode.of("LS1 4AP      ")).isEmpty();
    }
}
