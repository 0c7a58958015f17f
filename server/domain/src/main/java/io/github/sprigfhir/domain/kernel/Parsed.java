package io.github.sprigfhir.domain.kernel;

import java.util.function.Function;

/**
 * What came of reading a text as a domain value: the value, or the refusal; never an exception and never null.
 *
 * @param <T> the domain value
 */
public sealed interface Parsed<T> {

    /**
     * Answers both cases at once, so that none can be forgotten.
     *
     * @param <R> what both answers have in common
     */
    <R> R fold(Function<? super T, ? extends R> onValid, Function<? super Refusal, ? extends R> onRefused);

    /** The text was good, and this is what it says. */
    record Valid<T>(T value) implements Parsed<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> onValid, Function<? super Refusal, ? extends R> onRefused) {
            return onValid.apply(value);
        }
    }

    /** The text was not good, and this is why. */
    record Refused<T>(Refusal refusal) implements Parsed<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> onValid, Function<? super Refusal, ? extends R> onRefused) {
            return onRefused.apply(refusal);
        }
    }

    /** The shape every refusing parser ends with. */
    static <T> Parsed<T> refused(Reason reason, String text, String remedy) {
        return new Refused<>(new Refusal(reason, text, remedy));
    }
}
