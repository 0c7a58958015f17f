package io.github.sprigfhir.app.running;

import java.util.UUID;

/** Entries of the national record besides the episode, as published, told anew of a test's own person. */
final class Entries {

    private static final String ROLE = "PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|";

    private final Server server;
    private final Story.Referral referral;

    Entries(Server server, Story.Referral referral) {
        this.server = server;
        this.referral = referral;
    }

    /** An entry that the practice has made. */
    String ofThePractice(String example) {
        return server.published(example + ".json")
                .replaceFirst("\"value\": \"[A-Z]+-\\d+\"", "\"value\": \"" + UUID.randomUUID() + "\"")
                .replace("Patient/example-patient", referral.patient())
                .replace("ServiceRequest/example-referral", referral.serviceRequest())
                .replace("PractitionerRole/example-gp-role", ROLE + "999000000013");
    }

    /** The same, made by the link worker. */
    String ofTheLinkWorker(String example) {
        return ofThePractice(example).replace(ROLE + "999000000013", ROLE + "999000000030");
    }
}
