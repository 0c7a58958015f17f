package io.github.sprigfhir.app.platform.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits on what one request may ask for. Each has bounds within which it can be set, so that none can be switched off.
 *
 * @param largestBody the largest body accepted, after inflation, 1KB to 64MB; larger ones get 413
 * @param deepestBody how deep a JSON or XML body may nest, 20 to 200; deeper ones get 400
 * @param largestHead how large the first line of a request and its headers may be together, 4KB to 64KB; larger ones
 *     get 400
 * @param bodyWithin how long a sender may take to send a body, 1s to 10m; slower ones get 408
 * @param mostEntries how many entries a transaction or batch may have, 1 to 5000; more get 413
 * @param mostParameters how many parameters a search may have, 5 to 200; more get 400
 * @param mostValues how many alternatives, with commas between, one search parameter may have, 10 to 2000; more get 400
 * @param longestValue how many characters one search parameter may have, alternatives and all, 100 to 100000; more get 400
 * @param mostIncludes how many _include and _revinclude a search may have, 1 to 50; more get 400
 * @param mostIterations how many of these may iterate, 0 to 20; more get 400
 */
@ConfigurationProperties("sprig.http")
public record HttpSettings(
        @DefaultValue("5MB") DataSize largestBody,
        @DefaultValue("60") int deepestBody,
        @DefaultValue("16KB") DataSize largestHead,
        @DefaultValue("60s") Duration bodyWithin,
        @DefaultValue("200") int mostEntries,
        @DefaultValue("40") int mostParameters,
        @DefaultValue("200") int mostValues,
        @DefaultValue("20000") int longestValue,
        @DefaultValue("12") int mostIncludes,
        @DefaultValue("5") int mostIterations) {

    public HttpSettings {
        Bounds.check("sprig.http.largest-body", largestBody, DataSize.ofKilobytes(1), DataSize.ofMegabytes(64));
        Bounds.check("sprig.http.deepest-body", deepestBody, 20, 200);
        Bounds.check("sprig.http.largest-head", largestHead, DataSize.ofKilobytes(4), DataSize.ofKilobytes(64));
        Bounds.check("sprig.http.body-within", bodyWithin, Duration.ofSeconds(1), Duration.ofMinutes(10));
        Bounds.check("sprig.http.most-entries", mostEntries, 1, 5_000);
        Bounds.check("sprig.http.most-parameters", mostParameters, 5, 200);
        Bounds.check("sprig.http.most-values", mostValues, 10, 2_000);
        Bounds.check("sprig.http.longest-value", longestValue, 100, 100_000);
        Bounds.check("sprig.http.most-includes", mostIncludes, 1, 50);
        Bounds.check("sprig.http.most-iterations", mostIterations, 0, 20);
    }
}
