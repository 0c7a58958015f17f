package io.github.sprigfhir.domain.kernel;

/**
 * What the URI of a system, as sent, is to us. A known alias differs from the registered URI only in scheme (http,
 * https), in upper and lower case ({@code /id/} for {@code /Id/}, {@code Codesystem} for {@code CodeSystem}) or in a
 * slash at its end.
 */
public sealed interface SystemForm {

    /** Sent in its registered form. */
    record Registered(RegisteredSystem system) implements SystemForm {}

    /** Sent in another form of the same system. */
    record Alias(RegisteredSystem system) implements SystemForm {}

    /** Not a system we know; not ours to judge. */
    record NotOurs() implements SystemForm {}

    /** Recognises a system by its URI. */
    static SystemForm of(String uri) {
        return KnownSystems.recognise(uri);
    }
}
