package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that the benchmark starts on a data folder of its own, and stops or kills. */
final class ServerProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_STOP = Duration.ofMinutes(1);

    private final Process process;
    private final Path home;
    private final URI address;

    private ServerProcess(Process process, Path home, URI address) {
        this.process = process;
        this.home = home;
        this.address = address;
    }

    /**
     * Starts a server and waits until it is ready. Access control is off: these programs are about other things.
     *
     * @param command how to start it, such as {@code java -jar sprig.jar}; home, port and options are added
     */
    static ServerProcess start(List<String> command, Path home, int port, String... options)
            throws IOException, InterruptedException {
        var more = new ArrayList<>(List.of(options));
        more.add("--sprig.access.enabled=false");
        return guarded(command, home, port, more);
    }

    /** Starts a server with access control on, as it is when nothing else is said. */
    static ServerProcess guarded(List<String> command, Path home, int port, List<String> options)
            throws IOException, InterruptedException {
        Files.createDirectories(home);
        var whole = new ArrayList<>(command);
        whole.add("--sprig.home=" + home.toAbsolutePath());
        whole.add("--server.port=" + port);
        whole.addAll(options);
        var log = home.resolve("server.log").toFile();
        var process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        // Ctrl-C on the benchmark must not leave servers behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var server = new ServerProcess(process, home, Loopback.only("http://127.0.0.1:" + port));
        try {
            server.awaitReady();
        } catch (IOException | InterruptedException problem) {
            server.close();
            throw problem;
        }
        return server;
    }

    private void awaitReady() throws IOException, InterruptedException {
        var health = new FhirServer(address);
        var begun = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - begun < LONGEST_START.toNanos()) {
            try {
                health.get("/actuator/health/readiness");
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        throw new IOException("the server did not become ready; %s says why".formatted(home.resolve("server.log")));
    }

    FhirServer fhir() {
        return new FhirServer(address);
    }

    long id() {
        return process.pid();
    }

    CpuTime cpu() throws IOException {
        return CpuTime.of(process.toHandle(), home);
    }

    /** Ends the server as kill -9 does: it gets no chance to finish anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends the server and its PostgreSQL at once, as a loss of power does but for the disk's own cache. */
    void killWithDatabase() throws IOException, InterruptedException {
        var postmaster = CpuTime.postmaster(home);
        process.destroyForcibly();
        if (postmaster.isPresent()) {
            var backends = postmaster.get().children().toList();
            postmaster.get().destroyForcibly();
            backends.forEach(ProcessHandle::destroyForcibly);
            postmaster.get().onExit().join();
        }
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
