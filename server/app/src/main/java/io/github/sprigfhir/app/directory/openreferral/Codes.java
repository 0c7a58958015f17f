package io.github.sprigfhir.app.directory.openreferral;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** The addresses of our code systems and extensions, and how ids are made of what a feed has. */
final class Codes {

    static final String BASE = "https://sprig-fhir.github.io/ig/";
    static final String EXTENSION = BASE + "StructureDefinition/";
    static final String NEED = BASE + "CodeSystem/need-category";
    static final String CATEGORY = BASE + "CodeSystem/service-category";
    static final String CAPACITY = BASE + "CodeSystem/capacity-status";
    static final String KIND = BASE + "CodeSystem/eligibility-kind";
    static final String ACCESSIBILITY = BASE + "CodeSystem/service-accessibility";
    static final String MODE = BASE + "CodeSystem/contact-mode";
    static final String PROVISION = "http://terminology.hl7.org/CodeSystem/service-provision-conditions";
    static final String LANGUAGE = "urn:ietf:bcp:47";
    static final String UCUM = "http://unitsofmeasure.org";
    static final String CHARITY = "https://register-of-charities.charitycommission.gov.uk";
    static final String COMPANY = "https://find-and-update.company-information.service.gov.uk";

    static final String SERVICE_NEED = EXTENSION + "service-need";
    static final String SERVICE_CAPACITY = EXTENSION + "service-capacity";
    static final String SERVICE_LEVEL = EXTENSION + "service-assurance-level";
    static final String SERVICE_MODE = EXTENSION + "service-delivery-mode";
    static final String SERVICE_COST = EXTENSION + "service-cost";
    static final String SERVICE_FUNDING = EXTENSION + "service-funding";
    static final String SERVICE_HOST = EXTENSION + "service-host";
    static final String SERVICE_SCHEDULE = EXTENSION + "service-schedule";
    static final String AGES = EXTENSION + "eligibility-ages";

    private static final String FEED = BASE + "open-referral/";

    private Codes() {}

    /** The system of the identifiers that a feed gives. */
    static String system(String feed) {
        return FEED + feed;
    }

    static boolean isOfFeed(String system) {
        return system.startsWith(FEED);
    }

    static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }

    /** The same id for the same thing whenever it is asked for. */
    static String idOf(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
