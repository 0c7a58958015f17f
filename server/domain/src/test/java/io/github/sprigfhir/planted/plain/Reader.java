package io.github.sprigfhir.planted.plain;

import java.nio.file.Files;
import java.nio.file.Path;

/** Planted: reads a file. */
final class Reader {

    private Reader() {}

    static boolean exists(Path file) {
        return Files.exists(file);
    }
}
