package io.github.sprigfhir.planted.cycle.consent;

import io.github.sprigfhir.planted.cycle.audit.Egg;

/** Planted: needs the egg. */
public record Chicken(Egg origin) {}
