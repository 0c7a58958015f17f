package io.github.sprigfhir.app.platform.correlation;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.sprigfhir.app.platform.OnBehalf;
import jakarta.servlet.ServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ids of one request (spec decision 41).
 *
 * @param request the one of the header X-Request-Id where it was a UUID, else one of ours
 * @param correlation the one of the header X-Correlation-Id, which several requests may share
 */
public record Correlation(UUID request, Optional<UUID> correlation) {

    public static final String REQUEST_ID = "X-Request-Id";
    public static final String CORRELATION_ID = "X-Correlation-Id";

    private static final String KEY = "sprig.correlation";
    private static final Pattern HEX_UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** The ids of a request that came in over HTTP; none where it passed by the door. */
    public static Optional<Correlation> of(ServletRequest request) {
        return request.getAttribute(KEY) instanceof Correlation known ? Optional.of(known) : Optional.empty();
    }

    /** The ids of the request for which something is written, also where the server writes in consequence of it. */
    public static Optional<Correlation> of(@Nullable RequestDetails request) {
        if (request instanceof OnBehalf onBehalf) {
            return of(onBehalf.asked());
        }
        return request instanceof ServletRequestDetails http && http.getServletRequest() != null
                ? of(http.getServletRequest())
                : Optional.empty();
    }

    static Correlation read(@Nullable String request, @Nullable String correlation, Supplier<UUID> ids) {
        return new Correlation(uuid(request).orElseGet(ids), uuid(correlation));
    }

    void note(ServletRequest request) {
        request.setAttribute(KEY, this);
    }

    private static Optional<UUID> uuid(@Nullable String header) {
        return header != null && HEX_UUID.matcher(header).matches()
                ? Optional.of(UUID.fromString(header))
                : Optional.empty();
    }
}
