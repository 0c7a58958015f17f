package io.github.sprigfhir.domain.kernel;

/**
 * A rule that the sender of a request can break, known to software by its key.
 *
 * <p>Rules of ours are constants of enums, and each has its line in {@code terminology/fsh/rules.fsh}; a test of the
 * server finds the enums by this interface and compares the two.
 */
public interface Rule {

    /** The kebab-case key, unique among all rules and never changed once published. */
    String key();
}
