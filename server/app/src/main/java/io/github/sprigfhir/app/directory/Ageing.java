package io.github.sprigfhir.app.directory;

/** Knows what time alone makes of the entries of one type. */
interface Ageing {

    /** The FHIR type, such as {@code HealthcareService}. */
    String type();

    /** Writes what has become of the entry, in the transaction that called, and when to look at it again. */
    void settle(String entry);
}
