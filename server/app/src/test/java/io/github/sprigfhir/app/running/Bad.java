package io.github.sprigfhir.app.running;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;

/**
 * One request that must be refused.
 *
 * @param name what is wrong with it
 * @param rules the keys of the rules of which at least one must be named in the answer
 */
record Bad(
        String name,
        String method,
        String path,
        List<String> headers,
        BodyPublisher body,
        int status,
        Set<String> rules) {

    static Bad search(String name, String path, String rule) {
        return new Bad(name, "GET", path, List.of(), BodyPublishers.noBody(), 400, Set.of(rule));
    }

    static Bad json(String name, String path, String body, int status, String... rules) {
        return sent(name, "POST", path, Server.JSON, body, status, rules);
    }

    static Bad xml(String name, String body, int status, String... rules) {
        return sent(name, "POST", "Patient", Server.XML, body, status, rules);
    }

    static Bad sent(String name, String method, String path, String type, String body, int status, String... rules) {
        return bytes(name, method, path, BodyPublishers.ofString(body), status, Set.of(rules), "Content-Type", type);
    }

    static Bad bytes(
            String name,
            String method,
            String path,
            BodyPublisher body,
            int status,
            Set<String> rules,
            String... headers) {
        return new Bad(name, method, path, List.of(headers), body, status, rules);
    }

    @Override
    public String toString() {
        return name;
    }
}
