package io.github.sprigfhir.app.referral;

import org.hl7.fhir.r4.model.Communication;

/** Tells signposting, where a person was told about a service and nobody owns a Task, from other Communications. */
final class Signposting {

    private static final String KIND = "https://sprig-fhir.github.io/ig/CodeSystem/communication-kind";

    private Signposting() {}

    static boolean is(Communication communication) {
        return communication.getCategory().stream().anyMatch(category -> category.hasCoding(KIND, "signposting"));
    }
}
