package io.github.sprigfhir.planted.walls.lobby;

/** Planted: lives where there is no room. */
record Stranger(String name) {}
