package io.github.sprigfhir.planted.habits;

import java.util.List;

/** Planted: obeys, for its constants cannot change; what the compiler adds to an enum is not ours. */
enum Steady {
    ONE;

    static final List<String> NAMES = List.of("one");
    static final int LIMIT = 3;
}
