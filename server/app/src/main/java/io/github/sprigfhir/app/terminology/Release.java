package io.github.sprigfhir.app.terminology;

import io.github.sprigfhir.domain.terminology.ReleaseFile;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A release of SNOMED CT as it is distributed: a zip, or the folder that was in it. Of its forms the snapshot is read. */
final class Release implements Closeable {

    private static final Pattern SNAPSHOT = Pattern.compile("x?(sct2|der2)_.*Snapshot.*_(\\d{8})\\.txt");
    private static final int BUFFER = 1 << 16;

    private final @Nullable FileSystem zip;
    private final List<Part> parts;

    private Release(@Nullable FileSystem zip, List<Part> parts) {
        this.zip = zip;
        this.parts = parts;
    }

    /**
     * One file of it.
     *
     * @param name without its folders
     * @param day on which it was released, as {@code 20260401}
     */
    record Part(ReleaseFile kind, String name, String day, Path path) {

        BufferedReader open() throws IOException {
            return reader(path);
        }
    }

    /** Opens it; refused where it is none, or lacks what no release lacks. */
    static Release open(Path source) throws IOException {
        if (Files.isDirectory(source)) {
            return new Release(null, parts(source));
        }
        if (!Files.isRegularFile(source)) {
            throw new IOException("there is no file or folder " + source);
        }
        var zip = FileSystems.newFileSystem(source);
        return new Release(zip, parts(zip.getPath("/")));
    }

    private static List<Part> parts(Path root) throws IOException {
        var parts = new ArrayList<Part>();
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.comparing(Path::toString)).toList()) {
                var name = Objects.toString(file.getFileName(), "");
                var match = SNAPSHOT.matcher(name);
                if (match.matches() && Files.isRegularFile(file)) {
                    kind(file).ifPresent(kind -> parts.add(new Part(kind, name, match.group(2), file)));
                }
            }
        }
        var missing = EnumSet.of(ReleaseFile.CONCEPT, ReleaseFile.DESCRIPTION, ReleaseFile.RELATIONSHIP);
        parts.forEach(part -> missing.remove(part.kind()));
        if (!missing.isEmpty()) {
            throw new IOException(
                    "it is no release of SNOMED CT in its format RF2: there is no snapshot file of each %s"
                            .formatted(missing));
        }
        return parts;
    }

    private static Optional<ReleaseFile> kind(Path file) throws IOException {
        try (var reader = reader(file)) {
            return Optional.ofNullable(reader.readLine()).flatMap(ReleaseFile::of);
        }
    }

    private static BufferedReader reader(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        InputStream bytes = Files.newInputStream(file);
        return new BufferedReader(new InputStreamReader(bytes, decoder), BUFFER);
    }

    List<Part> parts() {
        return parts;
    }

    /** The last day of any of its files. */
    String day() {
        return parts.stream().map(Part::day).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** The sizes and times of its files tell it from another; reading it through would take as long as loading. */
    String digest() throws IOException {
        var told = new StringBuilder();
        for (var part : parts) {
            told.append("%s %d %s\n"
                    .formatted(part.path(), Files.size(part.path()), Files.getLastModifiedTime(part.path())));
        }
        return UUID.nameUUIDFromBytes(told.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
