package io.github.sprigfhir.journey;

import java.io.Console;
import java.util.Map;

/** Knows whether whoever reads the output can see, and wants, colour. */
final class Terminal {

    private Terminal() {}

    /** See https://no-color.org: the variable counts when it is set and not empty. */
    static boolean wantsColour(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb")
                && isTerminal();
    }

    // From JDK 22 there is always a console, which must be asked; JDK 17 has none without a terminal.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJdk) {
            return true;
        }
    }
}
