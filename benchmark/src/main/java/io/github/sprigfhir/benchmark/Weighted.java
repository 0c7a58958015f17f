package io.github.sprigfhir.benchmark;

import java.util.List;
import java.util.random.RandomGenerator;

/** Several things, each as likely as its share of the whole. */
record Weighted<T>(List<Share<T>> shares) {

    /** @param share of as many as all shares add up to */
    record Share<T>(T what, int share) {}

    static <T> Share<T> share(int share, T what) {
        return new Share<>(what, share);
    }

    int whole() {
        return shares.stream().mapToInt(Share::share).sum();
    }

    T draw(RandomGenerator random) {
        var left = random.nextInt(whole());
        for (var share : shares) {
            left -= share.share();
            if (left < 0) {
                return share.what();
            }
        }
        throw new IllegalStateException("The shares add up to the whole");
    }
}
