package io.github.sprigfhir.benchmark;

/**
 * Who makes a call.
 *
 * @param client the demo client whose token is sent, where the server wants one
 * @param reference who in its organisation it is, for the header X-Provenance
 */
record Caller(String client, String reference) {}
