package io.github.sprigfhir.app.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A page of the guide as it is written: its sections, and what stands in them to be run. */
record GuidePage(List<Section> sections, String text) {

    private static final Path PAGES = Path.of("../../implementation-guide/pages");
    private static final Pattern RUNS = Pattern.compile("\\b(curl|by) ");
    private static final Pattern HEADING = Pattern.compile("(?m)^## ");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern REQUEST = Pattern.compile("GET \\[base]/fhir/([^`\\s]+)");

    /** @param title as it is written, a number included */
    record Section(String title, List<Block> blocks) {

        /** What a reader would paste into a shell. */
        List<Block> commands() {
            return blocks.stream().filter(Block::isCommand).toList();
        }
    }

    /** @param before the paragraph that leads to it */
    record Block(String language, String text, String before) {

        boolean isCommand() {
            return language.isEmpty() && RUNS.matcher(text).find();
        }
    }

    static GuidePage read(String name) {
        try {
            var text = Files.readString(PAGES.resolve(name));
            return new GuidePage(
                    Arrays.stream(HEADING.split(text)).map(GuidePage::parsed).toList(), text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The sections whose titles begin so, in that order; each must be there. */
    List<Section> sections(String... beginnings) {
        return Arrays.stream(beginnings).map(this::section).toList();
    }

    /** All searches that the page publishes, without the server's address. */
    List<String> requests() {
        return REQUEST.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** The section whose title begins so. */
    Section section(String beginning) {
        return sections.stream()
                .filter(section -> section.title().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section " + beginning));
    }

    private static Section parsed(String text) {
        var blocks = new ArrayList<Block>();
        var fences = FENCE.matcher(text);
        var end = 0;
        while (fences.find()) {
            var before = text.substring(end, fences.start()).strip();
            blocks.add(new Block(fences.group(1), fences.group(2), before.substring(before.lastIndexOf("\n\n") + 1)));
            end = fences.end();
        }
        return new Section(text.lines().findFirst().orElse(""), blocks);
    }
}
