package io.github.sprigfhir.app.running;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.domain.access.Kind;
import io.github.sprigfhir.domain.access.SecurityLabels;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Organisations with their entries in the directory and their clients, and records of people that they have made: stored
 * and looked at by the server's own hand, and labelled straight in the database, as nobody can over HTTP.
 */
final class World {

    private final Server server;
    private final JdbcClient database;
    private final Store store;
    private final Clients clients;
    private final FhirContext fhir;

    World(Server server, ApplicationContext beans) {
        this.server = server;
        this.database = JdbcClient.create(beans.getBean(DataSource.class));
        this.store = beans.getBean(Store.class);
        this.fhir = beans.getBean(FhirContext.class);
        this.clients = new Clients(server, beans);
    }

    /** The server, asked with a real token by a client of an organisation in a role. */
    Server as(Role role, Org organisation) {
        return as(role, organisation.id());
    }

    Server as(Role role, String party) {
        return clients.as(role, party);
    }

    /** An organisation, all it needs in the directory, by kind. */
    record Org(Map<Kind, String> entries) {

        String id() {
            return of(Kind.ORGANIZATION);
        }

        String role() {
            return of(Kind.PRACTITIONER_ROLE);
        }

        String of(Kind kind) {
            return entries.getOrDefault(kind, "nothing");
        }
    }

    /** One person's records by kind, as type and id. */
    record Records(Map<Kind, String> addresses) {

        String of(Kind kind) {
            return addresses.getOrDefault(kind, "nothing");
        }
    }

    Org organisation() {
        var entries = new EnumMap<Kind, String>(Kind.class);
        for (var kind : Kind.values()) {
            if (kind.isDirectory()) {
                entries.put(kind, create(entry(kind, entries)));
            }
        }
        return new Org(entries);
    }

    /** A new entry of the directory for an organisation. */
    String entry(Kind kind, Org organisation) {
        return entry(kind, organisation.entries());
    }

    private String entry(Kind kind, Map<Kind, String> entries) {
        var file =
                switch (kind) {
                    case ORGANIZATION -> "Organization-example-charity";
                    case HEALTHCARE_SERVICE -> "HealthcareService-example-link-worker-service";
                    case LOCATION -> "Location-example-hall";
                    case PRACTITIONER -> "Practitioner-example-link-worker";
                    case PRACTITIONER_ROLE -> "PractitionerRole-example-link-worker-role";
                    default -> "VerificationResult-example-assurance";
                };
        var organisation = entries.getOrDefault(Kind.ORGANIZATION, "");
        return example(file)
                .replaceAll("Organization/example-[\\w-]+", organisation)
                .replaceAll("\"location\": \\[[^]]*],", "")
                .replace(
                        "HealthcareService/example-link-worker-service",
                        entries.getOrDefault(Kind.HEALTHCARE_SERVICE, ""))
                .replace("Practitioner/example-link-worker", entries.getOrDefault(Kind.PRACTITIONER, ""));
    }

    /** Records of a new person, all of which say that this organisation made them. */
    Records records(Org author) {
        var made = new LinkedHashMap<Kind, String>();
        for (var kind : Kind.values()) {
            if (kind.isRecord() && kind != Kind.PROVENANCE) {
                made.put(kind, create(record(kind, author, made)));
            }
        }
        return new Records(made);
    }

    /** A new record for a person who has others already. */
    String record(Kind kind, Org author, Records records) {
        return record(kind, author, records.addresses());
    }

    private String record(Kind kind, Org author, Map<Kind, String> made) {
        if (kind == Kind.PATIENT) {
            return Person.next().patient().replaceFirst("\\{", """
                    {"managingOrganization": {"reference": "%s"},""".formatted(author.id()));
        }
        var file =
                switch (kind) {
                    case CONSENT -> "Consent-example-sharing-consent";
                    case FLAG -> "Flag-example-no-known-risks";
                    case CONDITION -> "Condition-example-issue";
                    case COMPOSITION -> "Composition-example-clinical-summary";
                    case SERVICE_REQUEST -> "ServiceRequest-example-referral";
                    case TASK -> "Task-example-handover";
                    case ENCOUNTER -> "Encounter-example-contact";
                    case OBSERVATION -> "Observation-example-outcome-baseline";
                    case GOAL -> "Goal-example-goal";
                    case CARE_PLAN -> "CarePlan-example-support-plan";
                    case QUESTIONNAIRE_RESPONSE -> "QuestionnaireResponse-example-experience";
                    case COMMUNICATION -> "Communication-example-signposting";
                    default -> "Subscription-example-subscription";
                };
        return example(file)
                .replace("Patient/example-patient", made.getOrDefault(Kind.PATIENT, ""))
                .replaceAll("Consent/example-[\\w-]+", made.getOrDefault(Kind.CONSENT, ""))
                .replaceAll("Flag/example-[\\w-]+", made.getOrDefault(Kind.FLAG, ""))
                .replaceAll("ServiceRequest/example-[\\w-]+", made.getOrDefault(Kind.SERVICE_REQUEST, ""))
                .replaceAll("Goal/example-[\\w-]+", made.getOrDefault(Kind.GOAL, ""))
                .replaceAll("Organization/example-[\\w-]+", author.id())
                .replaceAll("PractitionerRole/example-[\\w-]+", author.role())
                .replaceAll("HealthcareService/example-[\\w-]+", author.of(Kind.HEALTHCARE_SERVICE))
                .replace("https://fellside-surgery.example/told", new Receiver().address());
    }

    /** Lets callers in every role of an organisation see these, and nobody else. */
    void show(Collection<String> addresses, Org seenBy) {
        var codes = Arrays.stream(Role.values())
                .map(role -> role.code() + "." + seenBy.id().replace("Organization/", ""))
                .collect(Collectors.toSet());
        addresses.forEach(address -> label(address, codes));
    }

    void label(String address, Collection<String> codes) {
        var id = address.substring(address.indexOf('/') + 1);
        for (var code : codes) {
            database.sql("""
                            insert into hfj_tag_def (tag_id, tag_type, tag_system, tag_code)
                            select nextval('seq_tagdef_id'), 2, ?, ? where not exists
                                (select 1 from hfj_tag_def where tag_type = 2 and tag_system = ? and tag_code = ?)
                            """)
                    .params(SecurityLabels.CIRCLE_OF_CARE, code, SecurityLabels.CIRCLE_OF_CARE, code)
                    .update();
            database.sql("""
                            insert into hfj_res_tag (pid, partition_id, partition_date, tag_id, res_type, res_type_id, res_id)
                            select nextval('seq_restag_id'), r.partition_id, r.partition_date,
                                (select min(tag_id) from hfj_tag_def
                                    where tag_type = 2 and tag_system = ? and tag_code = ?),
                                r.res_type, r.res_type_id, r.res_id
                            from hfj_resource r where r.fhir_id = ? on conflict do nothing
                            """).params(SecurityLabels.CIRCLE_OF_CARE, code, id).update();
        }
        database.sql("update hfj_resource set has_tags = true where fhir_id = ?")
                .param(id)
                .update();
    }

    /** Stores something as the server itself does; type and id. */
    String create(String json) {
        var type = json.replaceAll("(?s).*?\"resourceType\": \"(\\w+)\".*", "$1");
        var bundle = Json.read(Bundle.class, Changes.bundle("transaction", Changes.entry("POST", type, json)));
        var answer = store.transact(new SystemRequestDetails(), bundle);
        return answer.getEntryFirstRep().getResponse().getLocation().replaceAll("/_history/.*", "");
    }

    /** What is stored, whoever sees it. */
    String stored(String address) {
        var id = new IdType(address);
        var type = fhir.getResourceDefinition(id.getResourceType()).getImplementingClass();
        return Json.of(store.read(type.asSubclass(Resource.class), id.getIdPart()));
    }

    /** A Provenance which says that an organisation has changed a record. */
    String changeOf(String address, Org author) {
        return create(example("Provenance-example-provenance")
                .replace("Task/example-handover", address)
                .replaceAll("Organization/example-[\\w-]+", author.id())
                .replaceAll("PractitionerRole/example-[\\w-]+", author.role()));
    }

    /** A published example under an identifier of its own. */
    private String example(String file) {
        return server.published(file + ".json")
                .replaceFirst("\"id\": \"[^\"]+\",", "")
                .replaceAll(
                        "(?s)\"system\": \"[^\"]+\",\\s*\"value\": \"(?!01|\\w+@|0)[^\"]+\"",
                        "\"system\": \"https://world.example/id\", \"value\": \"" + UUID.randomUUID() + "\"");
    }
}
