package io.github.sprigfhir.journey;

/** The parties who make the calls. */
enum Who {
    SCHEME_OFFICE("Scheme office"),
    GP_PRACTICE("GP practice"),
    LINK_WORKER("Link worker"),
    WALKING_GROUP("Walking group"),
    CHOIR("Choir"),
    RESEARCHER("Researcher");

    private final String words;

    Who(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
