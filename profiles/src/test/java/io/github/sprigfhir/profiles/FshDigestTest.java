package io.github.sprigfhir.profiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed output belongs to the FSH beside it; compile-fsh.mjs writes the digests that are compared here. */
class FshDigestTest {

    private static final Path REPOSITORY = Path.of("..");

    @Test
    void theCompiledOutputIsThatOfTheFshSources() throws Exception {
        assertEquals(
                recorded().get("sources"),
                digest(REPOSITORY, sources()),
                "The FSH has changed since it was compiled: run mvn -Pfsh -pl terminology,profiles verify");
    }

    @Test
    void nobodyHasEditedTheCompiledOutput() throws Exception {
        assertEquals(
                recorded().get("compiled"),
                digest(REPOSITORY, compiled()),
                "The compiled output was edited by hand: change the FSH and run mvn -Pfsh -pl terminology,profiles verify");
    }

    @Test
    void aChangedOrRenamedFileChangesTheDigest(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.fsh"), "Profile: A");
        String before = digest(folder, List.of(file));
        String renamed = digest(folder, List.of(Files.copy(file, folder.resolve("b.fsh"))));
        String changed = digest(folder, List.of(Files.writeString(file, "Profile: B")));

        assertNotEquals(before, renamed);
        assertNotEquals(before, changed);
    }

    private static List<Path> sources() throws IOException {
        List<Path> files = new ArrayList<>(filesUnder(REPOSITORY.resolve("terminology/fsh"), ".fsh"));
        files.addAll(filesUnder(REPOSITORY.resolve("profiles/fsh"), ".fsh"));
        files.add(REPOSITORY.resolve("profiles/sushi-config.yaml"));
        return files;
    }

    private static List<Path> compiled() throws IOException {
        List<Path> files = new ArrayList<>(filesUnder(REPOSITORY.resolve("terminology/generated"), ".json"));
        files.addAll(filesUnder(REPOSITORY.resolve("profiles/generated"), ".json"));
        return files;
    }

    private static List<Path> filesUnder(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(suffix)).toList();
        }
    }

    private static String digest(Path root, List<Path> files) throws IOException, NoSuchAlgorithmException {
        SortedMap<String, Path> byName = new TreeMap<>();
        files.forEach(f -> byName.put(root.relativize(f).toString().replace('\\', '/'), f));
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        for (Map.Entry<String, Path> file : byName.entrySet()) {
            sha256.update((file.getKey() + '\0').getBytes(UTF_8));
            sha256.update(Files.readAllBytes(file.getValue()));
            sha256.update((byte) 0);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** Digests by name, from lines such as "1f2e…  sources". */
    private static Map<String, String> recorded() throws IOException {
        return Files.readAllLines(Path.of("generated", "fsh.sha256")).stream()
                .map(line -> line.split(" {2}", 2))
                .collect(toMap(parts -> parts[1], parts -> parts[0]));
    }
}
