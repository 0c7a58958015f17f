package io.github.sprigfhir.app.directory.openreferral;

/** Says in one sentence for the report why a feed cannot be read on. */
final class FeedTrouble extends Exception {

    private static final long serialVersionUID = 1L;

    FeedTrouble(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
