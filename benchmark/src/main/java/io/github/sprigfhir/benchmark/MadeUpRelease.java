package io.github.sprigfhir.benchmark;

import io.github.sprigfhir.domain.kernel.Parsed;
import io.github.sprigfhir.domain.kernel.SnomedCode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Makes up a release of SNOMED CT in its format RF2, as large as asked, of concepts that nobody has (namespace 9999999).
 *
 * <p>{@code MadeUpRelease --to /tmp/release [--concepts 1000000]}: that many concepts, each with two names in one set of
 * preferences, three relationships of which one or two say what it is a kind of, and two reference sets, of 20,000 and of a
 * fifth of all. Ids of names and relationships have no check digits.
 */
public final class MadeUpRelease {

    private static final Set<String> OPTIONS = Set.of("to", "concepts");
    private static final String ROOT = "138875005";
    private static final String DAY = "\t20260401\t1\t";
    private static final int CHILDREN = 8;
    private static final int SMALL_SET = 20_000;
    private static final int FIFTH = 5;
    private static final List<String> WORDS = List.of(
            "lonely",
            "walking",
            "garden",
            "choir",
            "debt",
            "housing",
            "bereaved",
            "anxious",
            "carer",
            "cooking",
            "damp",
            "travel",
            "digital",
            "advice",
            "art",
            "dance");

    private final Path folder;
    private final String[] ids;

    private MadeUpRelease(Path folder, int concepts) {
        this.folder = folder;
        ids = IntStream.rangeClosed(0, concepts)
                .parallel()
                .mapToObj(MadeUpRelease::id)
                .toArray(String[]::new);
    }

    public static void main(String[] arguments) throws InterruptedException {
        Program.exit(() -> {
            var options = Options.parse(List.of(arguments), OPTIONS);
            var to = Files.createDirectories(options.folder("to").resolve("Snapshot"));
            new MadeUpRelease(to, options.number("concepts", 1_000_000)).write();
            return true;
        });
    }

    /** The item, the namespace, the partition of concepts, and the one digit that holds as a check digit. */
    private static String id(int item) {
        return IntStream.range(0, 10)
                .mapToObj(digit -> item + 1 + "999999910" + digit)
                .filter(text -> SnomedCode.parse(text) instanceof Parsed.Valid)
                .findFirst()
                .orElseThrow();
    }

    private void write() throws IOException {
        try (var file = begin("sct2_Concept_Snapshot", "definitionStatusId")) {
            file.write(ROOT + DAY + ids[0] + "\t900000000000074008\r\n");
            for (var id : ids) {
                file.write(id + DAY + ids[0] + "\t900000000000074008\r\n");
            }
        }
        try (var file = begin(
                        "sct2_Description_Snapshot-en", "conceptId\tlanguageCode\ttypeId\tterm\tcaseSignificanceId");
                var preferences =
                        begin("der2_cRefset_LanguageSnapshot-en", "refsetId\treferencedComponentId\tacceptabilityId")) {
            for (int at = 0; at < ids.length; at++) {
                name(file, preferences, at, 1, "900000000000013009", words(at));
                name(file, preferences, at, 2, "900000000000003001", words(at) + " (finding)");
            }
        }
        try (var file = begin(
                "sct2_Relationship_Snapshot",
                "sourceId\tdestinationId\trelationshipGroup\ttypeId\tcharacteristicTypeId\tmodifierId")) {
            for (int at = 0; at < ids.length; at++) {
                relationship(file, at, 1, at == 0 ? ROOT : ids[at / CHILDREN], "116680003");
                relationship(file, at, 2, ids[at / CHILDREN / 2], at % 3 == 0 && at > 0 ? "116680003" : "363698007");
                relationship(file, at, 3, ids[0], "363698007");
            }
        }
        try (var file = begin("der2_Refset_SimpleSnapshot", "refsetId\treferencedComponentId")) {
            for (int at = 0; at < ids.length; at++) {
                if (at % FIFTH == 0) {
                    member(file, at, ids[1]);
                }
                if (at < SMALL_SET) {
                    member(file, at, "1373501000000105");
                }
            }
        }
    }

    private BufferedWriter begin(String name, String columns) throws IOException {
        var file = Files.newBufferedWriter(folder.resolve(name + "_XX9999999_20260401.txt"));
        file.write("id\teffectiveTime\tactive\tmoduleId\t" + columns + "\r\n");
        return file;
    }

    private static String words(int at) {
        var kinds = WORDS.size();
        return "Made-up %s %s %d".formatted(WORDS.get(at % kinds), WORDS.get(at / kinds % kinds), at);
    }

    private void name(BufferedWriter file, BufferedWriter preferences, int at, int which, String type, String term)
            throws IOException {
        var id = "%d%d999999911%d".formatted(which, at + 1, 0);
        file.write(id + DAY + ids[0] + "\t" + ids[at] + "\ten\t" + type + "\t" + term + "\t900000000000448009\r\n");
        preferences.write("name-%d-%d".formatted(which, at) + DAY + ids[0] + "\t900000000000508004\t" + id
                + "\t900000000000548007\r\n");
    }

    private void relationship(BufferedWriter file, int at, int which, String to, String type) throws IOException {
        file.write("%d%d9999999120".formatted(which, at + 1) + DAY + ids[0] + "\t" + ids[at] + "\t" + to + "\t0\t"
                + type + "\t900000000000011006\t900000000000451002\r\n");
    }

    private void member(BufferedWriter file, int at, String set) throws IOException {
        file.write("member-%s-%d".formatted(set, at) + DAY + ids[0] + "\t" + set + "\t" + ids[at] + "\r\n");
    }
}
