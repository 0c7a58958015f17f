package io.github.sprigfhir.domain.access;

/** How much of a resource a caller sees. */
public sealed interface Sight {

    /** All of it. */
    record Full() implements Sight {}

    /** What a handover needs and the person agreed to, and no more. */
    record Minimum() implements Sight {}

    /** Nothing, not even that it is there. */
    record Hidden(Unseen reason) implements Sight {}

    /** Why something is hidden; the caller is not told. */
    enum Unseen {
        /** It carries no label of the caller's role and organisation. */
        NO_LABEL,
        /** The role reads no records of people. */
        NOT_FOR_THE_ROLE,
        /** Nobody is shown resources of that type. */
        UNKNOWN_TYPE
    }
}
