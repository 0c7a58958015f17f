package io.github.sprigfhir.domain.terminology;

import static io.github.sprigfhir.domain.terminology.SmallTaxonomy.DIABETES;
import static io.github.sprigfhir.domain.terminology.SmallTaxonomy.DISEASE;
import static io.github.sprigfhir.domain.terminology.SmallTaxonomy.FINDING;
import static io.github.sprigfhir.domain.terminology.SmallTaxonomy.LONELY;
import static io.github.sprigfhir.domain.terminology.SmallTaxonomy.SET;
import static io.github.sprigfhir.domain.terminology.SmallTaxonomy.TYPE_1;
import static io.github.sprigfhir.domain.terminology.SmallTaxonomy.TYPE_2;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.SnomedCode;
import io.github.sprigfhir.domain.terminology.ConstraintReader.Reading;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConstraintTest {

    private final SmallTaxonomy taxonomy = new SmallTaxonomy();

    static Stream<Arguments> readings() {
        return Stream.of(
                Arguments.of("73211009", Set.of(DIABETES)),
                Arguments.of("73211009 |Diabetes mellitus (disorder)|", Set.of(DIABETES)),
                Arguments.of("<73211009", Set.of(TYPE_1, TYPE_2)),
                Arguments.of(" << 73211009 | Diabetes < all |", Set.of(DIABETES, TYPE_1, TYPE_2)),
                Arguments.of("<! 404684003", Set.of(DISEASE, LONELY)),
                Arguments.of("<<!404684003", Set.of(FINDING, DISEASE, LONELY)),
                Arguments.of("^ 1373501000000105", Set.of(LONELY, DIABETES)),
                Arguments.of("^*", Set.of(LONELY, DIABETES)),
                Arguments.of("^ (<< 900000000000455006)", Set.of(LONELY, DIABETES)),
                Arguments.of("<< ^ 1373501000000105", Set.of(LONELY, DIABETES, TYPE_1, TYPE_2)),
                Arguments.of("<! ^ 1373501000000105", Set.of(TYPE_1, TYPE_2)),
                Arguments.of("<<! ^ 1373501000000105", Set.of(LONELY, DIABETES, TYPE_1, TYPE_2)),
                Arguments.of("*", Set.copyOf(SmallTaxonomy.ALL)),
                Arguments.of("< 73211009 AND < 422650009", Set.of(TYPE_1)),
                Arguments.of("< 404684003, < 73211009, < 422650009", Set.of(TYPE_1)),
                Arguments.of("73211009 or 422650009 Or 64572001", Set.of(DIABETES, LONELY, DISEASE)),
                Arguments.of("<< 73211009 MINUS << 422650009", Set.of(DIABETES, TYPE_2)),
                Arguments.of("<< 73211009 /* all\nkinds */ minus (46635009 OR 44054006)", Set.of(DIABETES)),
                Arguments.of("(46635009 AND 44054006) OR 1373501000000105", Set.of(SET)),
                Arguments.of("<< (46635009 OR (422650009))", Set.of(TYPE_1, LONELY)));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void whatIsWrittenIsWhatIsMeant(String text, Set<SnomedCode> meant) {
        assertThat(ConstraintReader.read(text))
                .isInstanceOfSatisfying(Reading.Sound.class, sound -> assertThat(taxonomy.meant(sound.constraint()))
                        .isEqualTo(meant));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "\"\"; 0; a concept, * or a bracket should be",
                "< ; 1; a concept, * or a bracket should be",
                "73211009 46635009; 9; the end should be",
                "73211009 AND; 12; a concept, * or a bracket should be",
                "73211009 AND 46635009 OR 44054006; 22; not mixed",
                "73211009 MINUS 46635009 MINUS 44054006; 24; not mixed",
                "73211009 OR 46635009 MINUS 44054006; 21; not mixed",
                "(73211009; 9; a closing bracket should be",
                "73211009); 8; the end should be",
                "> 73211009; 0; Ancestors",
                ">> 73211009; 0; Ancestors",
                "< 404684003 : 363698007 = 39057004; 12; Refinements",
                "< 404684003 {{ term = x }}; 12; Refinements",
                "< 404684003 . 363698007; 12; Refinements",
                "73211008; 0; wrong check digit",
                "123456; 0; check digit",
                "<< AND; 3; should stand where AND does",
                "< < 73211009; 2; should stand where < does",
                "73211009 ANDY; 9; the end should be",
                "|Diabetes|; 10; a concept, * or a bracket should be",
                "73211009 |Diabetes; 9; the end should be"
            })
    void whatIsNotUnderstoodIsToldWithItsPlace(String text, int at, String why) {
        assertThat(ConstraintReader.read(text)).isInstanceOfSatisfying(Reading.Faulty.class, faulty -> {
            assertThat(faulty.at()).isEqualTo(at);
            assertThat(faulty.why()).contains(why);
        });
    }

    @Test
    void whatIsTooLongOrTooDeepIsRefused() {
        assertThat(ConstraintReader.read("73211009" + " ".repeat(3_992))).isInstanceOf(Reading.Sound.class);
        assertThat(ConstraintReader.read("73211009" + " ".repeat(3_993))).isInstanceOf(Reading.Faulty.class);
        assertThat(ConstraintReader.read("(".repeat(40) + "73211009" + ")".repeat(40)))
                .isInstanceOf(Reading.Sound.class);
        assertThat(ConstraintReader.read("(".repeat(41) + "73211009" + ")".repeat(41)))
                .isInstanceOf(Reading.Faulty.class);
        assertThat(ConstraintReader.read("(73211009) AND ".repeat(41) + "73211009"))
                .isInstanceOf(Reading.Sound.class);
    }
}
