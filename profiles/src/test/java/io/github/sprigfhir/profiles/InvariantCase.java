package io.github.sprigfhir.profiles;

import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Resource;

/** One way to break an invariant of a profile: what passes it, and what must fail with its key. */
record InvariantCase(String key, String profile, String what, Supplier<Resource> passes, Supplier<Resource> fails) {

    @Override
    public String toString() {
        return key + " in " + profile + ": " + what;
    }
}
