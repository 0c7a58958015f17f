package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.benchmark.Somebody.Stored;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The published examples, told anew about somebody of a random world. */
final class Sheets {

    private static final String ODS = "Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code|";
    private static final String ROLE = "PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|";
    private static final String SERVICE = "HealthcareService?identifier=";

    private final ObjectMapper json = new ObjectMapper();
    private final FhirServer server;
    private final Map<String, String> examples = new ConcurrentHashMap<>();
    private int made;

    Sheets(FhirServer server) {
        this.server = server;
    }

    /** The first transaction about somebody: an offer or a referral. */
    JsonNode first(String example, Somebody who, Player generalPractice) throws IOException, InterruptedException {
        var bundle = told(example, who);
        var patient = (ObjectNode) bundle.path("entry").path(0).path("resource");
        patient.withArray("generalPractitioner").removeAll();
        patient.withArray("generalPractitioner")
                .addObject()
                .put("reference", generalPractice.organisation())
                .putObject("identifier")
                .put("system", "https://fhir.nhs.uk/Id/ods-organization-code")
                .put("value", generalPractice.code());
        return bundle;
    }

    /** A later transaction, which refers to what was stored. */
    JsonNode later(String example, Somebody who, Stored stored, Player provider)
            throws IOException, InterruptedException {
        var service = provider.services().get(made % provider.services().size());
        return read(
                text(example)
                        .replace("Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|9990000107", stored.patient())
                        .replace(
                                "ServiceRequest?identifier=https://fellside-surgery.example/id|REFERRAL-1",
                                stored.request())
                        .replace("Flag?identifier=https://fellside-surgery.example/id|RISK-1", stored.flag())
                        .replace(SERVICE + "https://riverside-trust.example/id|SERVICE-1", service)
                        .replace(
                                "Organization?identifier=https://register-of-charities.charitycommission.gov.uk|9999001",
                                provider.organisation()),
                who);
    }

    /** A single example, without its id; the caller puts right what it refers to. */
    ObjectNode single(String example, Somebody who) throws IOException, InterruptedException {
        var resource = (ObjectNode) told(example, who);
        resource.remove("id");
        return resource;
    }

    private JsonNode told(String example, Somebody who) throws IOException, InterruptedException {
        return read(text(example), who);
    }

    private JsonNode read(String text, Somebody who) throws IOException {
        made++;
        return json.readTree(text.replace(ODS + "A99001", who.practice().organisation())
                .replace(ODS + "U99001", who.linkWorkers().organisation())
                .replace(ROLE + "999000000013", who.practice().voice())
                .replace(ROLE + "999000000030", who.linkWorkers().voice())
                .replace(
                        SERVICE + "https://dale-link-workers.example/id|SERVICE-1",
                        who.linkWorkers().services().get(0))
                .replace("https://fellside-surgery.example/id", who.practice().system())
                .replace(
                        "https://dale-link-workers.example/id",
                        who.linkWorkers().system())
                .replace("9990000107", who.nhsNumber())
                .replace("Examplewood", who.word("family"))
                .replace("Maud", who.word("given"))
                .replace("3 Example Row", who.word("address"))
                .replace("Since my sister died I hardly see a soul from one week to the next.", who.word("words"))
                .replace("To have somewhere to go every week", who.word("goal"))
                .replace("The choir meets on Thursdays", who.word("message"))
                .replaceAll(
                        "(CONSENT|RISK|REFERRAL|HANDOVER|OFFER|GOAL|SIGNPOSTING|CONTACT|OUTCOME)-(\\d)",
                        "$1-$2-" + who.number() + "-" + made));
    }

    private String text(String example) throws IOException, InterruptedException {
        var known = examples.get(example);
        if (known == null) {
            known = server.example(example + ".json").toString();
            examples.put(example, known);
        }
        return known;
    }
}
