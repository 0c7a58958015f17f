package io.github.sprigfhir.app.research;

import io.github.sprigfhir.app.platform.CannotStart;
import io.github.sprigfhir.app.platform.HomeSettings;
import io.github.sprigfhir.domain.research.Pseudonyms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** The keys of research projects, each in a file that its owner alone may read, outside the database. */
@Component
class ProjectKeys {

    private static final int BYTES = 32;
    private static final String OWNER_ONLY = "rw-------";

    private final Path folder;

    ProjectKeys(ResearchSettings settings, HomeSettings home) {
        this.folder = settings.keys().isBlank() ? home.folder().resolve("research") : Path.of(settings.keys());
    }

    /** The pseudonyms that a project's key makes; a key is drawn for a project that is new, and for no other. */
    Pseudonyms of(String project, boolean isKnown) {
        var file = folder.resolve(project + ".key");
        try {
            if (!Files.exists(file)) {
                if (isKnown) {
                    throw new CannotStart("the key of the research project %s is missing: %s".formatted(project, file));
                }
                draw(file);
            }
            return new Pseudonyms(HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IOException unreadable) {
            throw new CannotStart(
                    "the key of the research project %s cannot be read or made: %s".formatted(project, file),
                    unreadable);
        } catch (IllegalArgumentException noKey) {
            throw new CannotStart(
                    "the file %s is no key: 32 bytes or more in hexadecimal digits".formatted(file), noKey);
        }
    }

    private void draw(Path file) throws IOException {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(folder);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        Files.writeString(file, HexFormat.of().formatHex(key));
    }
}
