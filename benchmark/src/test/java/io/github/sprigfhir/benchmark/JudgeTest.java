package io.github.sprigfhir.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sprigfhir.benchmark.Step.Expected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that is wrong, or that explains nothing, is told from one that is right. */
class JudgeTest {

    private static final String MOVED_ALREADY = "This handover is accepted and cannot become received in one move.";

    @Test
    void aRefusalThatExplainsItselfIsRight() {
        assertThat(Judge.fault(Expected.REFUSED, 422, outcome("handover-move", MOVED_ALREADY)))
                .isEmpty();
        assertThat(Judge.fault(Expected.EITHER, 409, outcome("conflict", "Another was quicker.")))
                .isEmpty();
        assertThat(Judge.fault(Expected.ACCEPTED, 412, outcome("precondition-failed", "Another was quicker.")))
                .isEmpty();
        assertThat(Judge.fault(Expected.ACCEPTED, 201, outcome("", ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 400, 404, 302})
    void answersThatNoStepAsksForAreFaults(int status) {
        assertThat(Judge.fault(Expected.EITHER, status, outcome("internal-error", "It failed.")))
                .isPresent();
    }

    @Test
    void whatIsNotAllowedMustNotBeAcceptedNorWhatIsAllowedRefused() {
        assertThat(Judge.fault(Expected.REFUSED, 200, outcome("", ""))).isPresent();
        assertThat(Judge.fault(Expected.ACCEPTED, 422, outcome("handover-move", MOVED_ALREADY)))
                .isPresent();
    }

    @Test
    void aRefusalWithoutRuleTextOrCurrentStateIsAFault() {
        assertThat(Judge.fault(Expected.REFUSED, 422, outcome("", MOVED_ALREADY)))
                .isPresent();
        assertThat(Judge.fault(Expected.REFUSED, 422, outcome("handover-kept", "")))
                .isPresent();
        assertThat(Judge.fault(Expected.REFUSED, 422, outcome("handover-move", "This cannot be done.")))
                .isPresent();
        assertThat(Judge.fault(Expected.REFUSED, 422, json("{}"))).isPresent();
    }

    @Test
    void theRulesOfARefusalAreNamed() {
        assertThat(Judge.rules(outcome("handover-move", MOVED_ALREADY))).containsExactly("handover-move");
    }

    private static JsonNode outcome(String rule, String text) {
        return json("""
                {"resourceType": "OperationOutcome", "issue": [{"details": {"text": "%s", "coding": [
                  {"system": "https://sprig-fhir.github.io/ig/CodeSystem/rule", "code": "%s"}]}}]}""".formatted(text, rule));
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException mistake) {
            throw new IllegalArgumentException(mistake);
        }
    }
}
