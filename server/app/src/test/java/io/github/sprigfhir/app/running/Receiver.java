package io.github.sprigfhir.app.running;

import ca.uhn.fhir.context.FhirContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** A subscriber's own server, as real as ours: takes notifications at an address of its own, and can be made to fail. */
public final class Receiver {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Map<String, Receiver> BY_PATH = new ConcurrentHashMap<>();
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final HttpServer SERVER = started();

    private final String path = "/hooks/" + LAST.incrementAndGet();
    private final List<Notification> taken = new CopyOnWriteArrayList<>();
    private final List<String> correlations = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile Function<Notification, Integer> answer = notification -> 204;

    public Receiver() {
        BY_PATH.put(path, this);
    }

    /**
     * What was sent.
     *
     * @param number 0 if it tells of no event
     * @param focus type and id, or empty
     */
    public record Notification(String type, String subscription, long number, String focus, Bundle bundle) {

        static Notification of(String json) {
            var bundle = FHIR.newJsonParser().parseResource(Bundle.class, json);
            var status = (Parameters) bundle.getEntryFirstRep().getResource();
            var parts = status.getParameter().stream()
                    .filter(parameter -> parameter.getName().equals("notification-event"))
                    .flatMap(event -> event.getPart().stream())
                    .toList();
            return new Notification(
                    value(status.getParameter(), "type").orElseThrow().primitiveValue(),
                    ((Reference) value(status.getParameter(), "subscription").orElseThrow()).getReference(),
                    value(parts, "event-number")
                            .map(number -> Long.valueOf(number.primitiveValue()))
                            .orElse(0L),
                    value(parts, "focus")
                            .map(focus -> ((Reference) focus).getReference().replaceAll(".*/fhir/", ""))
                            .orElse(""),
                    bundle);
        }

        private static Optional<Type> value(List<ParametersParameterComponent> parameters, String name) {
            return parameters.stream()
                    .filter(parameter -> parameter.getName().equals(name))
                    .map(ParametersParameterComponent::getValue)
                    .findFirst();
        }
    }

    /** The prefix of every receiver's address. */
    public static String all() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/hooks";
    }

    public String address() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort() + path;
    }

    /** From now on it answers so; only what is answered with success counts as taken. */
    public void answers(Function<Notification, Integer> status) {
        answer = status;
    }

    /** From now on it takes calls and never answers. */
    public void hangs() {
        answer = notification -> {
            try {
                released.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return 503;
        };
    }

    public void release() {
        released.countDown();
    }

    public int calls() {
        return calls.get();
    }

    public List<Notification> taken() {
        return List.copyOf(taken);
    }

    /** The X-Correlation-Id of each call, or empty. */
    public List<String> correlations() {
        return List.copyOf(correlations);
    }

    /** The numbers of the events that were taken, in the order in which they came. */
    public List<Long> numbers() {
        return taken.stream()
                .map(Notification::number)
                .filter(number -> number > 0)
                .toList();
    }

    public List<Long> numbers(String focus) {
        return taken.stream()
                .filter(notification -> notification.focus().equals(focus))
                .map(Notification::number)
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        correlations.add(Objects.toString(exchange.getRequestHeaders().getFirst("X-Correlation-Id"), ""));
        var notification =
                Notification.of(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        int status = answer.apply(notification);
        if (status < 300) {
            taken.add(notification);
        }
        if (status >= 300 && status < 400) {
            exchange.getResponseHeaders().add("Location", new Receiver().address());
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static HttpServer started() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                var thread = new Thread(work, "receiver");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/hooks", exchange -> {
                var receiver = BY_PATH.get(exchange.getRequestURI().getPath());
                if (receiver == null) {
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                } else {
                    receiver.take(exchange);
                }
            });
            server.start();
            return server;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
