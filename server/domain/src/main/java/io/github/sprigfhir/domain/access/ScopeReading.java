package io.github.sprigfhir.domain.access;

/** What came of reading one scope. */
public sealed interface ScopeReading {

    /** It allows something to be done with resources. */
    record OnResources(Scope scope) implements ScopeReading {}

    /** It asks who the user is, or for how long the app may act: {@code openid}, {@code fhirUser} and the like. */
    record AboutTheUser(String name) implements ScopeReading {}

    /** It is none that this server knows. */
    record Refused(TokenRule rule, String text) implements ScopeReading {}
}
