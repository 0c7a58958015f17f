package io.github.sprigfhir.app.access.command;

/** Says in one plain sentence why a command was not carried out. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String sentence) {
        super(sentence);
    }
}
