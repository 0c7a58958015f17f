package io.github.sprigfhir.app.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** How much one search may ask. */
class SearchLimitsTest {

    private final SearchLimits limits = new SearchLimits(new HttpSettings(
            DataSize.ofMegabytes(5), 60, DataSize.ofKilobytes(16), Duration.ofSeconds(60), 200, 5, 10, 100, 2, 1));

    @Test
    void whatStaysWithinIsFine() {
        assertThat(
                        passedBy(
                                "status=a,b,c&owner.provided-by.name=x&_has:Task:patient:_has:Task:focus:status=x&_include=Task:focus"))
                .isEmpty();
    }

    @Test
    void eachLimitIsNamedWithItsValue() {
        assertThat(passedBy("a=1&b=1&c=1&d=1&e=1&a=2")).isEqualTo("more than 5 parameters");
        assertThat(passedBy("a=1,2,3,4,5,6,7,8,9,10,11")).isEqualTo("more than 10 alternatives in one parameter");
        assertThat(passedBy("a=" + "x".repeat(101))).isEqualTo("more than 100 characters in one parameter");
        assertThat(passedBy("_include=a&_revinclude=b&_include:iterate=c"))
                .isEqualTo("more than 2 _include and _revinclude");
        assertThat(passedBy("_include:iterate=a&_include:recurse=b"))
                .isEqualTo("more than 1 _include and _revinclude that iterate");
        assertThat(passedBy("a.b.c.d=1")).isEqualTo("more than 3 steps in a chain");
        assertThat(passedBy("_has:A:b:_has:A:b:_has:A:b:c=1")).isEqualTo("more than 2 _has within one another");
        assertThat(passedBy("_sort=a,b,c,d,e,f")).isEqualTo("more than 5 parameters to sort by");
    }

    private String passedBy(String query) {
        Map<String, String[]> parameters = Condition.parameters(query);
        return limits.passedBy(parameters).stream()
                .map(problem -> problem.text().replaceAll("The search has (.*), the limit\\.", "$1"))
                .reduce("", (all, one) -> all + one);
    }
}
