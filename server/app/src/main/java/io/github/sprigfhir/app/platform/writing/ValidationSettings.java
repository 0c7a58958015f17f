package io.github.sprigfhir.app.platform.writing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How writes are judged.
 *
 * @param enabled whether resources are held to their profile; switching it off is for measurements, and the server
 *     then starts on a loopback address with its embedded database only
 */
@ConfigurationProperties("sprig.validation")
public record ValidationSettings(@DefaultValue("true") boolean enabled) {}
