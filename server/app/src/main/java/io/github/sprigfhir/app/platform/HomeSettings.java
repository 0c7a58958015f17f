package io.github.sprigfhir.app.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Where the server keeps what outlives it.
 *
 * @param home the folder of the embedded database, of its programs and of its log; made if it is not there
 */
@ConfigurationProperties("sprig")
// Not a Path: Spring would look for it on the class path first.
public record HomeSettings(@DefaultValue(".sprig") String home) {

    /** As the environment gives them, before there are beans. */
    static HomeSettings in(Environment environment) {
        return Binder.get(environment).bindOrCreate("sprig", HomeSettings.class);
    }

    /** The folder, wherever the server was started. */
    public Path folder() {
        return Path.of(home).toAbsolutePath();
    }
}
