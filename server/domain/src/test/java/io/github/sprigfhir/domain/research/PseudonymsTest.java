package io.github.sprigfhir.domain.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

    private static final String SECRET = "a key of thirty-two bytes, no more";
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms(SECRET.getBytes(StandardCharsets.UTF_8));

    /** Computed with Python's hmac: the HMAC-SHA-256 of Patient/7 begins with these 128 bits, but for version and variant. */
    @Test
    void aPseudonymIsTheBeginningOfTheHashAsAUuidOfVersion8() {
        assertThat(PSEUDONYMS.of("Patient", "7")).isEqualTo("ee0ccdba-0467-823c-a1fa-37a9d7563eee");
    }

    @Test
    void itHasVersion8AndTheVariantOfTheStandard() {
        var id = UUID.fromString(PSEUDONYMS.of("Task", "1"));

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void typeIdAndKeyMatter() {
        assertThat(PSEUDONYMS.of("Task", "7")).isNotEqualTo(PSEUDONYMS.of("Patient", "7"));
        assertThat(PSEUDONYMS.of("Patient", "8")).isNotEqualTo(PSEUDONYMS.of("Patient", "7"));
        assertThat(new Pseudonyms(new byte[32]).of("Patient", "7")).isNotEqualTo(PSEUDONYMS.of("Patient", "7"));
    }

    @Test
    void eachReleaseHasPseudonymsOfItsOwn() {
        var first = PSEUDONYMS.ofRelease(1);

        assertThat(first.of("Patient", "7"))
                .isEqualTo(PSEUDONYMS.ofRelease(1).of("Patient", "7"))
                .isNotEqualTo(PSEUDONYMS.of("Patient", "7"))
                .isNotEqualTo(PSEUDONYMS.ofRelease(2).of("Patient", "7"))
                .isNotEqualTo(new Pseudonyms(new byte[32]).ofRelease(1).of("Patient", "7"));
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new Pseudonyms(new byte[31]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 bytes");
    }

    @Test
    void aTypeWithASlashCouldBeAnotherTypesId() {
        assertThatThrownBy(() -> PSEUDONYMS.of("Patient/7", "8")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobodyReadsTheKeyInALog() {
        assertThat(PSEUDONYMS)
                .hasToString("Pseudonyms")
                .asString()
                .doesNotContain(HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.UTF_8)), SECRET);
    }
}
