package io.github.sprigfhir.planted.util;

/** Planted: stands in a package named util. */
record Tools(String any) {}
