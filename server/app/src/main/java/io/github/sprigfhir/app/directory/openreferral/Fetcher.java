package io.github.sprigfhir.app.directory.openreferral;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sprigfhir.app.platform.outgoing.Outgoing;
import io.github.sprigfhir.domain.kernel.PeerVerdict;
import io.github.sprigfhir.domain.kernel.Peers;
import io.github.sprigfhir.domain.kernel.WebAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/**
 * Reads answers of a feed.
 *
 * <p>The threat: whoever answers for a feed's name makes this server read from inside the operator's network, or keeps it
 * busy with an answer that never ends or inflates without bound.
 *
 * <p>The rule: https, or plain http within a network that the operator has listed; each machine judged before it is
 * called ({@link Outgoing}); no redirection followed; so many bytes and no more, before and after inflation; so long and
 * no longer, to the last byte.
 */
final class Fetcher implements AutoCloseable {

    private static final String NETWORKS = "sprig.directory.open-referral.allowed-networks";
    private static final int OK = 200;
    private static final int REDIRECTION = 300;
    private static final int REFUSAL = 400;

    private final OpenReferralSettings settings;
    private final Peers peers;
    private final Outgoing outgoing;
    private final PageReader reader;
    private final ExecutorService threads = Executors.newCachedThreadPool(Fetcher::thread);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(Fetcher::thread);

    Fetcher(OpenReferralSettings settings) {
        this.settings = settings;
        this.peers = Peers.ofListed(NETWORKS, settings.allowedNetworks());
        this.outgoing = new Outgoing(peers, settings.timeout(), threads);
        this.reader = new PageReader(settings, settings.largestPage().toBytes());
    }

    PageReader.Head page(String address, PageReader.Items items) throws FeedTrouble {
        return read(address, in -> reader.read(in, items));
    }

    JsonNode one(String address) throws FeedTrouble {
        return read(address, reader::readOne);
    }

    /** What is done with an answer. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(InputStream in) throws FeedTrouble;
    }

    private <T> T read(String address, Reading<T> reading) throws FeedTrouble {
        var uri = judged(address);
        var request = HttpRequest.newBuilder(uri)
                .timeout(settings.timeout())
                .header("Accept", "application/json")
                .GET()
                .build();
        try {
            var answer = outgoing.client().send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                // The name may have led elsewhere since: what was called is what Java now has in its memory.
                judged(address);
                // The client's own time-out ends when the answer begins; an answer that never ends must end too.
                var ending =
                        watch.schedule(() -> close(body), settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
                try {
                    check(answer.statusCode());
                    return reading.of(unpacked(
                            body,
                            answer.headers().firstValue("Content-Encoding").orElse("")));
                } finally {
                    ending.cancel(false);
                }
            }
        } catch (IOException broken) {
            throw new FeedTrouble("It cannot be reached, or not in time (%s)."
                    .formatted(broken.getClass().getSimpleName()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new FeedTrouble("The server is being stopped.");
        }
    }

    private URI judged(String address) throws FeedTrouble {
        var plain = WebAddress.parse(address)
                .orElseThrow(() -> new FeedTrouble("The address is not a plain https address."));
        try {
            var uri = URI.create(address);
            if (!outgoing.mayBeCalled(uri.getHost())) {
                throw new FeedTrouble(
                        "Its host leads to an address that is not public and not in %s.".formatted(NETWORKS));
            }
            if (!plain.scheme().equals("https") && !isListed(uri.getHost())) {
                throw new FeedTrouble("The address is not encrypted: use https.");
            }
            return uri;
        } catch (UnknownHostException unknown) {
            throw new FeedTrouble("Its host is not known.");
        }
    }

    private boolean isListed(String host) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host))
                .allMatch(machine ->
                        peers.judge(host.toLowerCase(Locale.ROOT), machine.getAddress()) == PeerVerdict.LISTED);
    }

    private static void check(int status) throws FeedTrouble {
        if (status >= REDIRECTION && status < REFUSAL) {
            throw new FeedTrouble("It answered %d: redirections are not followed, so give the address that it leads to."
                    .formatted(status));
        }
        if (status != OK) {
            throw new FeedTrouble("It answered %d.".formatted(status));
        }
    }

    private InputStream unpacked(InputStream body, String encoding) throws IOException, FeedTrouble {
        var most = settings.largestPage().toBytes();
        var limited = new Limits(body, most, "An answer");
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "", "identity" -> limited;
            case "gzip", "x-gzip" -> new Limits(new GZIPInputStream(limited), most, "An answer, inflated,");
            default -> throw new FeedTrouble("It is packed in a way that was not asked for.");
        };
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException alreadyBroken) {
            Thread.onSpinWait();
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "sprig-feed");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        watch.shutdownNow();
    }
}
