package io.github.sprigfhir.planted.plain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Planted: obeys, for it needs the JDK and jspecify only. */
record Plain(List<String> names, @Nullable String other, long count) {}
