package io.github.sprigfhir.planted.upstairs.consent;

import io.github.sprigfhir.planted.walls.outcomes.Score;

/** Planted: looks down into a room that consent may not use. */
record Eavesdropper(Score overheard) {}
