package io.github.sprigfhir.app.access.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a command line.
 *
 * @param words those without a name, in their order
 * @param options {@code --name value}; a name may come more than once
 * @param flags {@code --name} without a value
 */
record Arguments(List<String> words, Map<String, List<String>> options, Set<String> flags) {

    private static final Set<String> FLAGS = Set.of("app");
    private static final Set<String> OPTIONS =
            Set.of("role", "organisation", "name", "scopes", "jwks", "jwks-url", "redirect", "fhir-user", "project");

    static Arguments of(String... texts) {
        var words = new ArrayList<String>();
        var options = new HashMap<String, List<String>>();
        var flags = new HashSet<String>();
        for (int i = 0; i < texts.length; i++) {
            var name = texts[i].startsWith("--") ? texts[i].substring(2) : "";
            if (name.isEmpty()) {
                words.add(texts[i]);
            } else if (FLAGS.contains(name)) {
                flags.add(name);
            } else if (OPTIONS.contains(name) && i + 1 < texts.length) {
                options.computeIfAbsent(name, none -> new ArrayList<>()).add(texts[++i]);
            } else {
                throw new Refusal("%s is not understood, or lacks its value".formatted(texts[i]));
            }
        }
        return new Arguments(List.copyOf(words), Map.copyOf(options), Set.copyOf(flags));
    }

    String word(int place, String what) {
        if (words.size() <= place) {
            throw new Refusal("%s is missing".formatted(what));
        }
        return words.get(place);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).map(values -> values.get(values.size() - 1));
    }

    String needed(String name) {
        return option(name).orElseThrow(() -> new Refusal("--%s is needed".formatted(name)));
    }

    List<String> all(String name) {
        return options.getOrDefault(name, List.of());
    }
}
