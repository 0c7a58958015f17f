package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which places of a resource a patch may name. A patch could otherwise look at what its sender is never shown, such as
 * the labels in {@code meta}, and tell by whether it succeeds.
 */
public final class PatchPaths {

    private static final String NAME = "[A-Za-z][A-Za-z0-9]*";
    private static final String WHERE =
            "where\\(" + NAME + "(\\." + NAME + ")* ?= ?('[^'\\\\]*'|\\d{1,9}|true|false)\\)";
    private static final String EXTENSION = "(extension|modifierExtension)\\('[^'\\\\]*'\\)";
    private static final Pattern PLAIN = Pattern.compile(
            NAME + "(\\.(" + WHERE + "|" + EXTENSION + "|" + NAME + "(\\[\\d{1,4}]|\\(\\d{1,4}\\))?))*");
    private static final Pattern META = Pattern.compile("(^|[.(])meta\\b");
    private static final Pattern POINTER = Pattern.compile("(/[A-Za-z0-9_-]+)+");

    private PatchPaths() {}

    /** Judges a path of a FHIRPath Patch, such as {@code Task.input[0].type}. */
    public static Optional<Refusal> judge(String path) {
        return PLAIN.matcher(path).matches() && !META.matcher(path).find() ? Optional.empty() : refusal();
    }

    /** Judges a place of a JSON Patch (RFC 6901), such as {@code /input/0/type}. */
    public static Optional<Refusal> judgePointer(String pointer) {
        return POINTER.matcher(pointer).matches() && !pointer.equals("/meta") && !pointer.startsWith("/meta/")
                ? Optional.empty()
                : refusal();
    }

    /** Judges a patch in a form whose places cannot be told from its text. */
    public static Optional<Refusal> judgeOther() {
        return refusal();
    }

    private static Optional<Refusal> refusal() {
        return Optional.of(new Refusal(
                AccessRule.LABEL,
                "A patch names plain elements outside meta, each by its own path.",
                "Send a JSON Patch or a FHIRPath Patch with paths such as /status or Task.status."));
    }
}
