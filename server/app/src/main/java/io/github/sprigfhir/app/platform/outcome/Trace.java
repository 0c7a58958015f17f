package io.github.sprigfhir.app.platform.outcome;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Writes down where something failed without what its messages say, since they may repeat what a sender sent. */
final class Trace {

    private static final int DEEPEST = 60;

    private Trace() {}

    static String of(Throwable thrown) {
        return ExceptionUtils.getThrowableList(thrown).stream()
                .map(cause -> cause.getClass().getName() + frames(cause))
                .collect(Collectors.joining(System.lineSeparator() + "caused by "));
    }

    private static String frames(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .limit(DEEPEST)
                .map(frame -> System.lineSeparator() + "\tat " + frame)
                .collect(Collectors.joining());
    }
}
