package io.github.sprigfhir.app.platform.validation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.sprigfhir.app.platform.validation.Shape.Check;
import io.github.sprigfhir.app.platform.validation.Shape.Coded;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the shapes of resources that the full validation found without error, so that it need not run again for a
 * resource that it could not tell from one of them.
 *
 * <p>A coded element is remembered by itself: once a code has been accepted at its place, it may stand in that place
 * in any shape in which another accepted code stood. Invariants that depend on values are evaluated every time. Keys are
 * cryptographic digests, so that nobody can make a bad resource look like a good one.
 */
final class AcceptedShapes {

    private static final int SHAPES = 50_000;
    private static final int CODED = 200_000;

    private record Digest(long high, long low) {}

    private final Invariants invariants;
    private final Cache<Digest, Boolean> codedAccepted =
            Caffeine.newBuilder().maximumSize(CODED).build();
    /** For each shape which of its checks held when it was accepted, and so must hold again. */
    private final Cache<Digest, BitSet> shapesAccepted =
            Caffeine.newBuilder().maximumSize(SHAPES).build();

    AcceptedShapes(Invariants invariants) {
        this.invariants = invariants;
    }

    boolean accepts(Shape shape, Resource resource) {
        var key = key(shape);
        var required = shapesAccepted.getIfPresent(key);
        return required != null
                && required.stream().allMatch(i -> holds(shape.checks().get(i), resource));
    }

    /** To be told of every resource in which the full validation found no error. */
    void learn(Shape shape, Resource resource) {
        var held = new BitSet();
        for (int i = 0; i < shape.checks().size(); i++) {
            var check = shape.checks().get(i);
            if (holds(check, resource)) {
                held.set(i);
            } else if (!check.invariant().inSlice()) {
                // The full validation thinks otherwise of this invariant: then nothing may be concluded from ours.
                return;
            }
        }
        for (var coded : shape.coded()) {
            if (!coded.isNamed()) {
                codedAccepted.put(key(coded), true);
            }
        }
        shapesAccepted.asMap().merge(key(shape), held, AcceptedShapes::both);
    }

    private static BitSet both(BitSet one, BitSet other) {
        var both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private boolean holds(Check check, Resource resource) {
        return invariants.holds(check.invariant(), resource, check.element());
    }

    private Digest key(Shape shape) {
        var key = new StringBuilder(shape.skeleton());
        var firstSeen = new HashMap<String, Integer>();
        for (var coded : shape.coded()) {
            key.append('\n');
            var known = accepted(coded);
            if (known == null) {
                key.append(coded.content());
            } else {
                key.append('#').append(ordinal(firstSeen, coded.content()));
            }
        }
        return digest(key.toString());
    }

    private static Digest key(Coded coded) {
        return digest(coded.context().length() + ":" + coded.context() + coded.content());
    }

    private @Nullable Boolean accepted(Coded coded) {
        return coded.isNamed() ? null : codedAccepted.getIfPresent(key(coded));
    }

    /** Whether two elements carry the same codes is part of the shape: a security label, for one, may stand only once. */
    private static int ordinal(Map<String, Integer> firstSeen, String content) {
        int next = firstSeen.size();
        return firstSeen.computeIfAbsent(content, c -> next);
    }

    private static Digest digest(String text) {
        try {
            var bytes =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new Digest(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
