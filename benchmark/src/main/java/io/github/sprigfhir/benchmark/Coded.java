package io.github.sprigfhir.benchmark;

/** A code of a code system, with the words for it. */
record Coded(String system, String code, String display) {

    private static final String IG = "https://sprig-fhir.github.io/ig/CodeSystem/";

    static Coded need(String code, String display) {
        return new Coded(IG + "need-category", code, display);
    }

    /** A reason of the Booking and Referral Standard. */
    static Coded bars(String code, String display) {
        return new Coded("https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars", code, display);
    }

    /** A reason that the Booking and Referral Standard lacks. */
    static Coded reason(String code, String display) {
        return new Coded(IG + "handover-reason", code, display);
    }

    static Coded mode(String code, String display) {
        return new Coded(IG + "contact-mode", code, display);
    }

    static Coded measure(String code, String display) {
        return new Coded(IG + "outcome-measure", code, display);
    }
}
