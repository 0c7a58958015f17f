package io.github.sprigfhir.planted.unmarked;

/** Planted: stands in a package that NullAway passes by. */
record Unmarked(String any) {}
