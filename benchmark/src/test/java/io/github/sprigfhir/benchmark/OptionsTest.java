package io.github.sprigfhir.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A mistyped option must not quietly measure something else. */
class OptionsTest {

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments), Set.of("clients", "home"));
    }

    @Test
    void whatFollowsTheDashesIsTheCommand() {
        var options = parse("--clients", "8", "--", "java", "-jar", "sprig.jar", "--home", "x");

        assertThat(options.number("clients", 4)).isEqualTo(8);
        assertThat(options.commandOrRefuse()).containsExactly("java", "-jar", "sprig.jar", "--home", "x");
        assertThat(options.values()).containsOnlyKeys("clients");
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThatThrownBy(() -> parse("--client", "8")).hasMessageContaining("--client ");
    }

    @Test
    void anOptionWithoutItsValueIsRefused() {
        assertThatThrownBy(() -> parse("--clients")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNeededIsAskedFor() {
        assertThatThrownBy(() -> parse().text("home")).hasMessage("--home is needed");
        assertThatThrownBy(() -> parse().commandOrRefuse()).isInstanceOf(IllegalArgumentException.class);
        assertThat(parse().seconds("clients", 30)).isEqualTo(Duration.ofSeconds(30));
    }
}
