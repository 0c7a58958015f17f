package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** An alert is raised by the answers above its threshold, and by those alone. */
class AlertProperties {

    @Property
    void itIsRaisedAboveItsThresholdAlone(
            @ForAll @IntRange(max = 3) int first,
            @ForAll @IntRange(max = 3) int second,
            @ForAll @IntRange(max = 2) int above) {
        var answers = new Answers(
                Map.of(Known.code("a"), BigDecimal.valueOf(first), Known.code("b"), BigDecimal.valueOf(second)));

        assertThat(AlertTest.measure(above).alerts(answers)).hasSize(second > above ? 1 : 0);
    }
}
