package io.github.sprigfhir.journey;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Walks one person's referral through a running server, for a newcomer to watch and for a build to check.
 *
 * <p>{@code Journey <serverUrl> [folder]}: the example files come from the server's guide, or from the folder. Ends
 * with 0 if every step went as expected, with 1 at the first that did not, with 2 if it was called wrongly.
 */
public final class Journey {

    private static final DateTimeFormatter RUN = DateTimeFormatter.ofPattern("yyMMdd-HHmmss");

    private Journey() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("Usage: journey <serverUrl> [folder with the example files]");
            System.exit(2);
        }
        // The words are UTF-8 whatever the machine's locale.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var screen = new Screen(out, Terminal.wantsColour(System.getenv()));
        System.exit(walk(arguments, screen, Clock.systemUTC()) ? 0 : 1);
    }

    /** Whether every step went as expected. */
    static boolean walk(String[] arguments, Screen screen, Clock clock) throws InterruptedException {
        var http = new Http(arguments[0]);
        var run = LocalDateTime.now(clock).format(RUN);
        screen.opening(http.server(), run);
        Examples published;
        try {
            published = arguments.length == 2 ? Examples.fromFolder(Path.of(arguments[1])) : Examples.fromGuide(http);
        } catch (Unexpected problem) {
            screen.stoppedBefore(problem);
            return false;
        }
        var agreed = published.agreedAt(clock.instant());
        var scene = Scene.of(http, RunNumber.on(run, agreed));
        var otherwise = Scene.of(http, RunNumber.on(run + "-2", agreed));
        var withdrawn = Scene.of(http, RunNumber.on(run + "-3", agreed));
        return new Telling(screen).tell(Story.of(scene, otherwise, withdrawn));
    }
}
