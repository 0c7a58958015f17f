package io.github.sprigfhir.app.platform.http;

import io.github.sprigfhir.app.platform.writing.CodeCheck;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request whose search, or whose condition, names every system in its registered form, so that what is stored under
 * that form is found by whatever alias the sender knows.
 */
class RegisteredAddress extends HttpServletRequestWrapper {

    private static final String IF_NONE_EXIST = "If-None-Exist";

    RegisteredAddress(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getQueryString() {
        var query = super.getQueryString();
        return query == null ? null : registered(query);
    }

    @Override
    public @Nullable String getHeader(String name) {
        var value = super.getHeader(name);
        return value != null && IF_NONE_EXIST.equalsIgnoreCase(name) ? registered(value) : value;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        var registered = new LinkedHashMap<String, String[]>();
        super.getParameterMap()
                .forEach((name, values) -> registered.put(
                        name, Arrays.stream(values).map(CodeCheck::registered).toArray(String[]::new)));
        return registered;
    }

    private static String registered(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(RegisteredAddress::registeredPair)
                .collect(Collectors.joining("&"));
    }

    private static String registeredPair(String pair) {
        var equals = pair.indexOf('=');
        if (equals < 0) {
            return pair;
        }
        var sent = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        var registered = CodeCheck.registered(sent);
        return registered.equals(sent)
                ? pair
                : pair.substring(0, equals + 1) + URLEncoder.encode(registered, StandardCharsets.UTF_8);
    }
}
