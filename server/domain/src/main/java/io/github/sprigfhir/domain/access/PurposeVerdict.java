package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Purpose;

/** For which purpose a token is given out, if it is. */
public sealed interface PurposeVerdict {

    /** One of the everyday purposes of the role. */
    record Everyday(Purpose purpose) implements PurposeVerdict {}

    /** The glass is broken: for a short time, with a reason that is kept. */
    record BreaksTheGlass(String reason) implements PurposeVerdict {}

    /** No token is given out. */
    record Refused(TokenRule rule, String text) implements PurposeVerdict {}
}
