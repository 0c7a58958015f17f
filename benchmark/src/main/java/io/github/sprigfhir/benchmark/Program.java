package io.github.sprigfhir.benchmark;

import java.io.IOException;

/** Runs a benchmark's main part and turns how it ends into an exit code. */
@FunctionalInterface
interface Program {

    /** Whether all was as it should be. */
    boolean run() throws IOException, InterruptedException;

    /** Ends the JVM: 0 if all was well, 1 if not, 2 if it was called wrongly. */
    static void exit(Program program) throws InterruptedException {
        try {
            System.exit(program.run() ? 0 : 1);
        } catch (IllegalArgumentException wrongCall) {
            System.err.println("benchmark: " + wrongCall.getMessage());
            System.exit(2);
        } catch (IOException problem) {
            System.err.println("benchmark: " + problem);
            System.exit(1);
        }
    }
}
