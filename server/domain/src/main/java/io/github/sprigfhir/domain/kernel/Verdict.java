package io.github.sprigfhir.domain.kernel;

import org.jspecify.annotations.Nullable;

/** What becomes of an identifier or a coding that was sent: kept, kept in another form, or refused. */
public sealed interface Verdict {

    /** To be stored as it was sent. */
    record Accepted() implements Verdict {}

    /**
     * To be stored in its registered form, and the sender to be told.
     *
     * @param system the registered URI
     * @param value the value as it is to be stored; null only if none was sent
     * @param note one plain English sentence for each change, for a warning
     */
    record Normalised(String system, @Nullable String value, String note) implements Verdict {}

    /** Not to be stored. */
    record Refused(Refusal refusal) implements Verdict {}
}
