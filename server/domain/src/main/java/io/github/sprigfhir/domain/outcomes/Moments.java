package io.github.sprigfhir.domain.outcomes;

/**
 * The sums of some values and of their squares: those of two samples add up to those of both.
 */
public record Moments(double sum, double squares) {

    public static final Moments NONE = new Moments(0, 0);

    public Moments plus(Moments others) {
        return new Moments(sum + others.sum, squares + others.squares);
    }

    double mean(long count) {
        return sum / count;
    }

    /** The standard deviation of a sample of so many, with n - 1; 0 of one value. */
    double deviation(long count) {
        return count < 2 ? 0 : Math.sqrt(Math.max(0, squares - sum * sum / count) / (count - 1));
    }
}
