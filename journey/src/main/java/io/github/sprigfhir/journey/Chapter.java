package io.github.sprigfhir.journey;

import java.util.List;

/** A part of the story with a heading of its own. */
record Chapter(String title, List<Step> steps) {}
