package io.github.sprigfhir.app.platform.outgoing;

import io.github.sprigfhir.domain.kernel.Peers;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The way out of this server.
 *
 * <p>Where a host's name leads is looked up and judged just before it is called. Java keeps what it has looked up for 30
 * seconds, so the call goes to the machine that was judged. No redirection is followed and no proxy is asked, since
 * either would lead to a machine that nobody has judged.
 */
public final class Outgoing {

    private final Peers peers;
    private final Duration timeout;
    private final Executor threads;
    private @Nullable HttpClient client;

    /**
     * Makes the way to some machines.
     *
     * @param timeout of connecting
     * @param threads on which answers are taken in
     */
    public Outgoing(Peers peers, Duration timeout, Executor threads) {
        this.peers = peers;
        this.timeout = timeout;
        this.threads = threads;
    }

    /** Made with the first call: it reads the certificates of half the world, which a server's start need not wait for. */
    public synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(timeout)
                    .executor(threads)
                    .build();
        }
        return client;
    }

    /**
     * Whether every machine that the name leads to may be called.
     *
     * @throws UnknownHostException if it leads nowhere
     */
    public boolean mayBeCalled(String host) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host))
                .allMatch(address -> peers.judge(host.toLowerCase(Locale.ROOT), address.getAddress())
                        .mayBeCalled());
    }
}
