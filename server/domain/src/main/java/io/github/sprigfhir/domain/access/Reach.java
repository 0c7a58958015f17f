package io.github.sprigfhir.domain.access;

/** How far a permission goes; each goes further than the one before. */
public enum Reach {
    /** To nothing. */
    NONE("no"),
    /** To what the caller's own organisation has made, or what is its entry in the directory. */
    OWN("own"),
    /** To whatever the caller may see: to what its circle of care includes. */
    CIRCLE("circle"),
    /** To everything of the kind. */
    ALL("all");

    private final String word;

    Reach(String word) {
        this.word = word;
    }

    /** How the published table calls it. */
    public String word() {
        return word;
    }
}
