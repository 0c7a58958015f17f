package io.github.sprigfhir.app.directory.openreferral;

import java.util.Arrays;

/**
 * A thing of a feed that has a resource here.
 *
 * @param id as the feed has it
 */
record Source(Kind kind, String id) {

    enum Kind {
        SERVICE("HealthcareService"),
        ORGANIZATION("Organization"),
        LOCATION("Location"),
        /** A service area; the same name is the same area. */
        AREA("Location");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    private static final String SCHEME = "urn:sprig-source:";

    /** How other resources refer to it before it is known where it is stored. */
    String reference() {
        return SCHEME + kind + ":" + id;
    }

    static boolean isReference(String text) {
        return text.startsWith(SCHEME);
    }

    static Source ofReference(String text) {
        var rest = text.substring(SCHEME.length());
        var kind = rest.substring(0, rest.indexOf(':'));
        return new Source(
                Arrays.stream(Kind.values())
                        .filter(known -> known.name().equals(kind))
                        .findFirst()
                        .orElseThrow(),
                rest.substring(kind.length() + 1));
    }
}
