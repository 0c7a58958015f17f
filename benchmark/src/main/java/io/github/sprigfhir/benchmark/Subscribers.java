package io.github.sprigfhir.benchmark;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Where all subscribers of a random world are told of changes; keeps what came. */
final class Subscribers implements AutoCloseable {

    private static final String PATH = "/told";
    private static final int TAKEN = 204;

    /** @param client to whom it was addressed */
    private record Notification(String client, String text) {}

    private final HttpServer http;
    private final Queue<Notification> notifications = new ConcurrentLinkedQueue<>();
    private int faults;

    Subscribers() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext(PATH, exchange -> {
            try (exchange) {
                var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var path = exchange.getRequestURI().getPath();
                notifications.add(new Notification(path.substring(path.lastIndexOf('/') + 1), text));
                exchange.sendResponseHeaders(TAKEN, -1);
            }
        });
        http.start();
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + PATH;
    }

    /** What was told so far and says more than an id: no word of anybody's record belongs into a notification. */
    List<String> faults() {
        var found = new ArrayList<String>();
        for (var one : notifications) {
            View.words(one.text()).forEach(word -> found.add("TOLD TOO MUCH: %s got %s".formatted(one.client(), word)));
        }
        faults += found.size();
        return found;
    }

    /** Whether all that was told was as it should be. */
    boolean told() {
        System.out.printf("%d notifications came, %d of them with too much%n", notifications.size(), faults);
        return faults == 0;
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
