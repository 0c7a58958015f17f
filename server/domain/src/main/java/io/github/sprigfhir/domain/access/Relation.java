package io.github.sprigfhir.domain.access;

/** How a resource stands to who asks for it. */
public enum Relation {
    /** Made by the caller's organisation, or its entry in the directory. */
    OWN,
    /** Another's, but the caller may see it. */
    VISIBLE,
    /** The caller may not know that it is there. */
    HIDDEN
}
