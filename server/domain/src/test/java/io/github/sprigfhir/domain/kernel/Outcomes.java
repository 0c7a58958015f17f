package io.github.sprigfhir.domain.kernel;

/** Opens a parse result or a verdict in a test, and fails the test when it is the other case. */
final class Outcomes {

    private Outcomes() {}

    static <T> T valid(Parsed<T> parsed) {
        return parsed.fold(value -> value, refusal -> {
            throw new AssertionError("refused: " + refusal);
        });
    }

    static <T> Refusal refusal(Parsed<T> parsed) {
        return parsed.fold(
                value -> {
                    throw new AssertionError("accepted: " + value);
                },
                refusal -> refusal);
    }

    static boolean holds(Parsed<?> parsed) {
        return parsed.fold(value -> true, refusal -> false);
    }

    static Verdict.Normalised normalised(Verdict verdict) {
        if (verdict instanceof Verdict.Normalised normalised) {
            return normalised;
        }
        throw new AssertionError("not normalised: " + verdict);
    }

    static Refusal refusal(Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            return refused.refusal();
        }
        throw new AssertionError("not refused: " + verdict);
    }
}
