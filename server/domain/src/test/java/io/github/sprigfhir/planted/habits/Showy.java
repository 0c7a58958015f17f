package io.github.sprigfhir.planted.habits;

/** Planted: public, and listed nowhere. */
public record Showy(String any) {}
