package io.github.sprigfhir.benchmark;

import java.util.Map;

/**
 * One referral transaction ready to be sent.
 *
 * @param body the Bundle as JSON
 * @param tokens for each resource type in it the identifier, {@code system|value}
 */
record Referral(String body, Map<String, String> tokens) {}
