package io.github.sprigfhir.domain.handover;

/** Whose move it is: that of the party which took the handover on, or of the one which asked for it. */
public enum Mover {
    OWNER,
    REQUESTER;

    /** The mover in a sentence, such as "the owner". */
    public String inWords() {
        return switch (this) {
            case OWNER -> "the owner";
            case REQUESTER -> "the requester";
        };
    }
}
