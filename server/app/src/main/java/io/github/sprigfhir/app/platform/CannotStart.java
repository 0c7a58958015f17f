package io.github.sprigfhir.app.platform;

/** Says in one plain sentence, fit for an operator's eyes, why the server cannot start. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
