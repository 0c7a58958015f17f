package io.github.sprigfhir.benchmark;

import io.github.sprigfhir.benchmark.circle.Circle;
import io.github.sprigfhir.benchmark.circle.Kept;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is on record at one moment, who may see it, and which words tell of it. */
final class View {

    /** Words that stand in records of people only, and NHS numbers, which all begin with 999 here. */
    static final Pattern TELLING = Pattern.compile("Qz\\d{4}[a-z]+|(?<!\\d)999\\d{7}(?!\\d)");

    private static final Pattern NOT_FOR_PROVIDERS = Pattern.compile("999\\d{7}|Qz\\d{4}(address|words|danger)");

    private final Map<String, Kept> kept;
    private final Circle circle;
    private final List<Player> players;
    private final List<String> records;
    private final Map<String, List<String>> seen = new HashMap<>();
    private final Map<String, Set<String>> told = new HashMap<>();
    private final Map<String, String> byId = new HashMap<>();

    View(Map<String, Kept> kept, List<Player> players) {
        this.kept = kept;
        this.players = players;
        this.circle = new Circle(kept);
        this.records = kept.keySet().stream()
                .filter(address -> Circle.isRecord(of(address).type()))
                .toList();
        players.forEach(player -> seen.put(
                player.client(),
                records.stream()
                        .filter(address -> circle.sees(player.badge(), address))
                        .toList()));
        records.forEach(address -> {
            byId.put(of(address).id(), address);
            of(address).texts().forEach(version -> words(version.text())
                    .forEach(word ->
                            told.computeIfAbsent(word, key -> new HashSet<>()).add(address)));
        });
    }

    static Set<String> words(String text) {
        return TELLING.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    List<Player> players() {
        return players;
    }

    /** The addresses of all records of people, in one order. */
    List<String> records() {
        return records;
    }

    /** Those of them that somebody sees, deleted ones too. */
    List<String> seenBy(Player who) {
        return seen.getOrDefault(who.client(), List.of());
    }

    /** The records of a type that somebody finds. */
    Stream<Kept> found(Player who, String type) {
        return seenBy(who).stream()
                .filter(address -> address.startsWith(type + "/"))
                .map(this::of)
                .filter(record -> !record.deleted());
    }

    Kept of(String address) {
        var record = kept.get(address);
        if (record == null) {
            throw new IllegalArgumentException(address + " is not on record");
        }
        return record;
    }

    boolean isKnown(String address) {
        return kept.containsKey(address);
    }

    boolean sees(Player who, String address) {
        return circle.sees(who.badge(), address);
    }

    /** Whether an id is one of a record that somebody does not see. */
    boolean hides(Player who, String id) {
        return byId.containsKey(id) && !sees(who, byId.get(id));
    }

    /** Whether somebody may read a word in something that they see. */
    boolean mayRead(Player who, String word) {
        if (!told.containsKey(word)) {
            return !word.startsWith("Qz");
        }
        return !(who.role().code().equals("provider")
                        && NOT_FOR_PROVIDERS.matcher(word).matches())
                && told.get(word).stream().anyMatch(address -> sees(who, address));
    }

    /** How many records each of them sees, of how many there are. */
    void print() {
        System.out.printf("On record: %d of people%n", records.size());
        players.forEach(player -> System.out.printf(
                "  %-24s sees %5d%n", player.client(), seenBy(player).size()));
    }
}
