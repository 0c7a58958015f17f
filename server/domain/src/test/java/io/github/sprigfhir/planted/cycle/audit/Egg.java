package io.github.sprigfhir.planted.cycle.audit;

import io.github.sprigfhir.planted.cycle.consent.Chicken;

/** Planted: needs the chicken. */
public record Egg(Chicken origin) {}
