package io.github.sprigfhir.domain.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.terminology.CodeJudge.Finding;
import io.github.sprigfhir.domain.terminology.CodeJudge.Known;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeJudgeTest {

    private static final Known LONELY =
            new Known("Lonely", List.of("Feels lonely", "Unig", "Lonely (finding)"), true, List.of());

    @Test
    void aCodeThatIsNotThereIsRefused() {
        assertThat(CodeJudge.judge("123", "Lonely", Optional.empty(), "Needs"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(CodeRule.CODE_UNKNOWN);
                    assertThat(finding.isError()).isTrue();
                    assertThat(finding.text()).isEqualTo("Needs has no code 123.");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lonely", "lonely", " Feels  lonely ", "Unig", "Lonely (finding)"})
    void anyOfItsNamesWillDo(String display) {
        assertThat(CodeJudge.judge("1", display, Optional.of(LONELY), "Needs")).isEmpty();
    }

    @Test
    void noNameWillDoToo() {
        assertThat(CodeJudge.judge("1", null, Optional.of(Known.as("Lonely")), "Needs"))
                .isEmpty();
    }

    @Test
    void aWrongNameIsToldWithTheRightOne() {
        assertThat(CodeJudge.judge("1", "Homeless", Optional.of(LONELY), "Needs"))
                .containsExactly(new Finding(
                        CodeRule.DISPLAY_WRONG,
                        false,
                        "The display is no name of the code 1 in Needs.",
                        "If the code is meant, call it \"Lonely\"; if the display is meant, look for its code."));
    }

    @Test
    void anInactiveCodeIsToldWithWhatStandsInItsPlace() {
        var solitude = new Known("Solitude", List.of(), false, List.of("1 |Lonely|", "2 |Alone|"));

        assertThat(CodeJudge.judge("9", "Solitude", Optional.of(solitude), "Needs"))
                .containsExactly(new Finding(
                        CodeRule.CODE_INACTIVE,
                        false,
                        "The code 9, Solitude, is no longer active in Needs.",
                        "Use in its place: 1 |Lonely|, 2 |Alone|."));
        assertThat(CodeJudge.judge(
                        "9", "Lonely", Optional.of(new Known("Solitude", List.of(), false, List.of())), "Needs"))
                .extracting(Finding::rule)
                .containsExactly(CodeRule.CODE_INACTIVE, CodeRule.DISPLAY_WRONG);
    }

    @Test
    void nothingInItsPlaceIsSaidToBeNothing() {
        assertThat(CodeJudge.judge("9", null, Optional.of(new Known("Solitude", List.of(), false, List.of())), "Needs"))
                .extracting(Finding::remedy)
                .containsExactly("Nothing is named in its place; what was recorded with it stays valid.");
    }

    @Test
    void aCodeOfTheWrongSystemIsToldWhichHasIt() {
        assertThat(CodeJudge.notIn("22", "urn:a", "urn:vs", List.of("urn:b", "urn:c")))
                .isEqualTo(new Finding(
                        CodeRule.CODE_NOT_IN_VALUE_SET,
                        true,
                        "The code 22 of urn:a is not in the value set urn:vs.",
                        "The value set has that code of urn:b and urn:c: was that system meant?"));
        assertThat(CodeJudge.notIn("22", "urn:a", "urn:vs", List.of()).remedy())
                .isEqualTo("Expand the value set to see what is.");
    }
}
