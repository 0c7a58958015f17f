package io.github.sprigfhir.domain.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;

/** The laws of pseudonyms, whatever the key. */
class PseudonymsProperties {

    @Property
    void theSameResourceHasTheSamePseudonymUnderTheSameKey(
            @ForAll @Size(min = 32, max = 80) byte[] key, @ForAll @AlphaChars String type, @ForAll String id) {
        var pseudonym = new Pseudonyms(key).of(type, id);

        assertThat(new Pseudonyms(key.clone()).of(type, id)).isEqualTo(pseudonym);
        assertThat(UUID.fromString(pseudonym)).hasToString(pseudonym);
        assertThat(pseudonym).isLowerCase();
    }

    @Property
    void twoKeysOrTwoResourcesShareNoPseudonym(
            @ForAll @Size(min = 32, max = 64) byte[] key,
            @ForAll @Size(min = 32, max = 64) byte[] otherKey,
            @ForAll String id,
            @ForAll String otherId) {
        var pseudonyms = new Pseudonyms(key);
        var sameId = id.equals(otherId);

        assertThat(pseudonyms.of("Task", id).equals(pseudonyms.of("Task", otherId)))
                .isEqualTo(sameId);
        assertThat(pseudonyms.of("Task", id)).isNotEqualTo(pseudonyms.of("Goal", id));
        if (!Arrays.equals(padded(key), padded(otherKey))) {
            assertThat(new Pseudonyms(otherKey).of("Task", id)).isNotEqualTo(pseudonyms.of("Task", id));
        }
    }

    /** HMAC fills a key up with zeros, so that keys which differ by these alone are one. */
    private static byte[] padded(byte[] key) {
        return Arrays.copyOf(key, 64);
    }
}
