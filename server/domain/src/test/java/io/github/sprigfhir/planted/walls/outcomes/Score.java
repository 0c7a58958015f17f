package io.github.sprigfhir.planted.walls.outcomes;

import io.github.sprigfhir.planted.walls.kernel.Word;

/** Planted: obeys, for its room may use the kernel. */
public record Score(Word unit, int value) {}
