package io.github.sprigfhir.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The command line of a benchmark: {@code --name value} pairs, then perhaps {@code --} and a command. */
record Options(Map<String, String> values, List<String> command) {

    /** @param known the names there are; any other is a mistake of the caller */
    static Options parse(List<String> arguments, Set<String> known) {
        var split = arguments.indexOf("--");
        var own = split < 0 ? arguments : arguments.subList(0, split);
        var command = split < 0 ? List.<String>of() : List.copyOf(arguments.subList(split + 1, arguments.size()));
        var values = new HashMap<String, String>();
        for (var index = 0; index < own.size(); index += 2) {
            var name = own.get(index).replaceFirst("^--", "");
            if (!own.get(index).startsWith("--") || !known.contains(name) || index + 1 == own.size()) {
                throw new IllegalArgumentException("%s is not understood; the options are --%s, each with a value"
                        .formatted(
                                own.get(index),
                                String.join(", --", known.stream().sorted().toList())));
            }
            values.put(name, own.get(index + 1));
        }
        return new Options(Map.copyOf(values), command);
    }

    int number(String name, int otherwise) {
        var value = values.get(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }

    String text(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--%s is needed".formatted(name));
        }
        return value;
    }

    Path folder(String name) {
        return Path.of(text(name));
    }

    List<String> commandOrRefuse() {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("after -- the command that starts the server is needed");
        }
        return command;
    }
}
