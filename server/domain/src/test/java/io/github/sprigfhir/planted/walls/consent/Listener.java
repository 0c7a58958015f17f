package io.github.sprigfhir.planted.walls.consent;

import io.github.sprigfhir.planted.walls.outcomes.Score;

/** Planted: looks into a room that consent may not use. */
record Listener(Score overheard) {}
