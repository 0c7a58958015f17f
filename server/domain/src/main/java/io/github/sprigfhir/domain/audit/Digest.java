package io.github.sprigfhir.domain.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 hash, as 64 hexadecimal digits.
 *
 * @param hex in small letters
 */
public record Digest(String hex) {

    /** How many bytes one has. */
    public static final int BYTES = 32;

    /** What the first seal follows. */
    public static final Digest NONE = new Digest("00".repeat(BYTES));

    /** The hash of one event: each field with its length before it, so that no two events are written alike. */
    public static Digest of(List<@Nullable String> fields) {
        var sha = sha256();
        for (var field : fields) {
            if (field == null) {
                sha.update(number(-1));
            } else {
                var bytes = field.getBytes(StandardCharsets.UTF_8);
                sha.update(number(bytes.length));
                sha.update(bytes);
            }
        }
        return of(sha);
    }

    public static Digest ofBytes(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    static Digest of(MessageDigest sha) {
        return ofBytes(sha.digest());
    }

    static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
