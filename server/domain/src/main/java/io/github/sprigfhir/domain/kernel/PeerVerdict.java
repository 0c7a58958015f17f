package io.github.sprigfhir.domain.kernel;

/** Whether the machine that a host's name leads to may be called. */
public enum PeerVerdict {
    /** It is out on the internet. */
    PUBLIC,
    /** It is inside, and the operator has listed it. */
    LISTED,
    /** It is inside, or no single machine at all, and nobody has listed it. */
    BARRED;

    public boolean mayBeCalled() {
        return this != BARRED;
    }
}
