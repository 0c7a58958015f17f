package io.github.sprigfhir.planted.walls.kernel;

/** Planted: a word that every room may use. */
public record Word(String text) {}
