package io.github.sprigfhir.domain.feedback;

import java.util.Arrays;
import java.util.Optional;

/** How much a notification says; whole resources are not sent, since they hold people's details. */
public enum Content {
    /** That something happened. */
    EMPTY("empty"),
    /** Which resource it happened to. */
    ID_ONLY("id-only");

    private final String code;

    Content(String code) {
        this.code = code;
    }

    public static Optional<Content> of(String code) {
        return Arrays.stream(values())
                .filter(content -> content.code.equals(code))
                .findFirst();
    }

    /** The code of the backport guide. */
    public String code() {
        return code;
    }
}
