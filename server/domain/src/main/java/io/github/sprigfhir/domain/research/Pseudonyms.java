package io.github.sprigfhir.domain.research;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Gives what is copied for a project its id there.
 *
 * <p>The threat: whoever has the copies, and ids of the records they were made of, finds out which copy is whose; or lays
 * the copies of two projects side by side.
 *
 * <p>The rule: a pseudonym is made with the project's secret key (HMAC-SHA-256, RFC 2104), so that without the key nobody
 * can make it, or lead it back, or compare it with another project's.
 */
public final class Pseudonyms {

    /** As many bytes as the hash has; with fewer a key is easier to guess than the hash. */
    private static final int LEAST = 32;

    private static final String HMAC = "HmacSHA256";
    private static final long VERSION = 0xFL << 12;
    private static final long VERSION_8 = 8L << 12;
    private static final long VARIANT = 3L << 62;
    private static final long VARIANT_OF_RFC_9562 = 2L << 62;

    private final SecretKeySpec key;

    /**
     * Those of one project.
     *
     * @param key drawn by chance, and known to nobody else
     * @throws IllegalArgumentException if the key has fewer than 32 bytes
     */
    public Pseudonyms(byte[] key) {
        if (key.length < LEAST) {
            throw new IllegalArgumentException("the key of a research project has %d bytes or more".formatted(LEAST));
        }
        this.key = new SecretKeySpec(key, HMAC);
    }

    /**
     * The pseudonym of one resource: the first 128 bits of the hash of {@code type/id} as a UUID of version 8 (RFC 9562),
     * in small letters.
     *
     * @param type the name of its FHIR type
     * @throws IllegalArgumentException if the type has a slash, so that two resources might be written alike
     */
    public String of(String type, String id) {
        if (type.contains("/")) {
            throw new IllegalArgumentException("the name of a type has no slash");
        }
        var hash = ByteBuffer.wrap(mac().doFinal((type + "/" + id).getBytes(StandardCharsets.UTF_8)));
        var first = hash.getLong();
        var second = hash.getLong();
        return new UUID((first & ~VERSION) | VERSION_8, (second & ~VARIANT) | VARIANT_OF_RFC_9562).toString();
    }

    /** Those of one release of the project, which nobody can compare with those of another without the key. */
    public Pseudonyms ofRelease(long number) {
        return new Pseudonyms(mac().doFinal(("release " + number).getBytes(StandardCharsets.UTF_8)));
    }

    private Mac mac() {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "Pseudonyms";
    }
}
