package io.github.sprigfhir.domain.access;

/** What can be done to resources of a type, as SMART App Launch 2.2 divides it. */
public enum Act {
    CREATE('c'),
    /** Read, read of a version, history of one resource. */
    READ('r'),
    /** Update and patch. */
    UPDATE('u'),
    DELETE('d'),
    /** Search, and history of a type or of all. */
    SEARCH('s');

    private final char letter;

    Act(char letter) {
        this.letter = letter;
    }

    /** The letter that stands for it in a scope. */
    public char letter() {
        return letter;
    }
}
