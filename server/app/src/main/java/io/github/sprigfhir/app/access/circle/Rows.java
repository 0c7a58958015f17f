package io.github.sprigfhir.app.access.circle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** One row for each resource and each code that is due to it, as arrays for the database; a code by its definition. */
final class Rows {

    private final List<String> types = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<Long> tags = new ArrayList<>();

    /** Asks for definitions in one order, so that two transactions which define the same codes do not cross. */
    Rows(Map<Address, Set<String>> codes, ToLongFunction<String> definition) {
        var definitions = new HashMap<String, Long>();
        codes.values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(code -> definitions.put(code, definition.applyAsLong(code)));
        codes.forEach((address, due) -> due.forEach(code -> {
            types.add(address.type());
            ids.add(address.id());
            tags.add(definitions.get(code));
        }));
    }

    boolean isEmpty() {
        return tags.isEmpty();
    }

    String[] types() {
        return types.toArray(String[]::new);
    }

    String[] ids() {
        return ids.toArray(String[]::new);
    }

    Long[] tags() {
        return tags.toArray(Long[]::new);
    }
}
