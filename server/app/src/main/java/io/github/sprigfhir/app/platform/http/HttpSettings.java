package io.github.sprigfhir.app.platform.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits on what a request may carry.
 *
 * @param largestBody the largest body accepted, after inflation; larger ones get 413
 * @param deepestBody how deep a JSON body may nest; deeper ones get 400
 */
@ConfigurationProperties("sprig.http")
public record HttpSettings(
        @DefaultValue("5MB") DataSize largestBody,
        @DefaultValue("60") int deepestBody) {}
