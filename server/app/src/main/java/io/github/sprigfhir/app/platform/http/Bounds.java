package io.github.sprigfhir.app.platform.http;

/** Keeps a setting within the range in which it still protects, or the server from starting. */
final class Bounds {

    private Bounds() {}

    static <T extends Comparable<T>> void check(String setting, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "%s is %s, but must be from %s to %s".formatted(setting, value, least, most));
        }
    }
}
