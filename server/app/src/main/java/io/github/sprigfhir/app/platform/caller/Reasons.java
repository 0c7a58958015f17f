package io.github.sprigfhir.app.platform.caller;

import java.util.Optional;

/** Knows why the glass was broken; whoever gives out tokens keeps it. */
public interface Reasons {

    /** The reason that is kept under an id which a token names. */
    Optional<String> keptUnder(String id);
}
