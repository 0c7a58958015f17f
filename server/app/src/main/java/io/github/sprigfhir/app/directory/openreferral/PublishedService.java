package io.github.sprigfhir.app.directory.openreferral;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.jspecify.annotations.Nullable;

/**
 * Says a service in Open Referral UK's words, group by group: what belongs together is written together, and only where
 * it says something.
 */
enum PublishedService {
    NAME("name") {
        @Override
        void write(HealthcareService service, ObjectNode json) {
            Published.put(json, "name", service.getName());
        }
    },
    DESCRIPTION("description") {
        @Override
        void write(HealthcareService service, ObjectNode json) {
            Published.put(json, "description", service.getComment());
        }
    },
    STANDING("status", "capacities") {
        @Override
        void write(HealthcareService service, ObjectNode json) {
            json.put("status", service.getActive() ? "active" : "inactive");
            var capacity = service.getExtensionByUrl(Codes.SERVICE_CAPACITY);
            if (capacity != null) {
                capacity(json, service.getIdPart(), capacity);
            }
        }
    },
    TELECOM("url", "email", "phones") {
        @Override
        void write(HealthcareService service, ObjectNode json) {
            Published.telecom(json, service.getTelecom(), "url");
        }
    },
    ALERT("alert") {
        @Override
        void write(HealthcareService service, ObjectNode json) {
            Published.put(json, "alert", service.getExtraDetails());
        }
    },
    WHO("minimum_age", "maximum_age", "eligibility_description") {
        @Override
        void write(HealthcareService service, ObjectNode json) {
            ages(service).ifPresent(range -> {
                if (range.hasLow()) {
                    json.put("minimum_age", range.getLow().getValue().intValue());
                }
                if (range.hasHigh()) {
                    json.put("maximum_age", range.getHigh().getValue().intValue());
                }
            });
            Published.put(
                    json,
                    "eligibility_description",
                    service.getEligibility().stream()
                            .filter(one -> one.hasComment())
                            .map(one -> one.getComment())
                            .collect(Collectors.joining("\n")));
        }
    },
    COSTS("fees", "fees_description", "cost_options") {
        @Override
        void write(HealthcareService service, ObjectNode json) {
            costs(service, json);
        }
    },
    FUNDING("funding") {
        @Override
        void write(HealthcareService service, ObjectNode json) {
            list(
                    json,
                    "funding",
                    service,
                    Codes.SERVICE_FUNDING,
                    (entry, value) -> Published.put(entry, "source", words(value)));
        }
    },
    LANGUAGES("languages") {
        @Override
        void write(HealthcareService service, ObjectNode json) {
            for (var language : service.getCommunication()) {
                var entry = json.withArray("languages").addObject();
                entry.put("id", Codes.idOf(String.valueOf(service.getIdPart()), "language", words(language)));
                Published.put(entry, "name", words(language));
                Published.put(entry, "code", language.getCodingFirstRep().getCode());
            }
        }
    },
    TERMS("attributes") {
        @Override
        void write(HealthcareService service, ObjectNode json) {
            Terms.write(service, json);
        }
    },
    TIMES("schedules") {
        @Override
        void write(HealthcareService service, ObjectNode json) {
            PublishedTimes.write(service, json);
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> fields;

    PublishedService(String... fields) {
        this.fields = List.of(fields);
    }

    /** Writes the fields of this group. */
    abstract void write(HealthcareService service, ObjectNode json);

    /** Everything that this group may write. */
    List<String> fields() {
        return fields;
    }

    /** What this group would write. */
    ObjectNode of(HealthcareService service) {
        var json = Published.object();
        write(service, json);
        return json;
    }

    private static void capacity(ObjectNode json, String id, Extension capacity) {
        var status = capacity.getExtensionByUrl("status");
        var asOf = capacity.getExtensionByUrl("asOf");
        if (status == null || asOf == null) {
            return;
        }
        var places = capacity.getExtensionByUrl("places");
        var full = ((Coding) status.getValue()).getCode().equals("no-capacity");
        if (places == null && !full) {
            return;
        }
        var entry = json.withArray("capacities").addObject();
        entry.put("id", Codes.idOf(String.valueOf(id), "capacity"));
        var unit = entry.putObject("unit");
        unit.put("id", Codes.idOf("unit", "place"));
        unit.put("name", "Place");
        entry.put("available", full || places == null ? 0 : ((UnsignedIntType) places.getValue()).getValue());
        var updated = ((DateTimeType) asOf.getValue());
        entry.put(
                "updated",
                updated.getValueAsString().length() > 10
                        ? updated.getValueAsString()
                        : updated.getValueAsString() + "T00:00:00Z");
    }

    static Optional<Range> ages(HealthcareService service) {
        return service.getEligibility().stream()
                .flatMap(one -> one.getExtensionsByUrl(Codes.AGES).stream())
                .map(Extension::getValue)
                .filter(Range.class::isInstance)
                .map(Range.class::cast)
                .findFirst();
    }

    private static void costs(HealthcareService service, ObjectNode json) {
        for (var cost : service.getExtensionsByUrl(Codes.SERVICE_COST)) {
            var parts = cost.getExtension().stream()
                    .collect(Collectors.toMap(Extension::getUrl, Extension::getValue, (one, other) -> one));
            if (parts.keySet().equals(Set.of("description"))) {
                text(json, "fees_description", parts.get("description"));
                continue;
            }
            var entry = json.withArray("cost_options").addObject();
            entry.put("id", Codes.idOf(String.valueOf(service.getIdPart()), "cost", key(parts)));
            if (parts.get("valid") instanceof Period valid) {
                Published.put(entry, "valid_from", valid.getStartElement().getValueAsString());
                Published.put(entry, "valid_to", valid.getEndElement().getValueAsString());
            }
            text(entry, "option", parts.get("option"));
            if (parts.get("amount") instanceof Money amount) {
                entry.put("amount", amount.getValue());
                Published.put(entry, "currency", amount.getCurrency());
            }
            text(entry, "amount_description", parts.get("description"));
        }
    }

    private static String key(Map<String, Type> parts) {
        return Stream.of("option", "amount", "description")
                .map(parts::get)
                .map(value -> value instanceof Money money
                        ? money.getValue() + ""
                        : value == null ? "" : value.primitiveValue())
                .collect(Collectors.joining("|"));
    }

    private static void text(ObjectNode json, String name, @Nullable Type value) {
        if (value != null) {
            Published.put(json, name, value.primitiveValue());
        }
    }

    private static void list(
            ObjectNode json,
            String name,
            HealthcareService service,
            String url,
            BiConsumer<ObjectNode, CodeableConcept> writer) {
        for (var extension : service.getExtensionsByUrl(url)) {
            if (extension.getValue() instanceof CodeableConcept value) {
                var entry = json.withArray(name).addObject();
                entry.put("id", Codes.idOf(String.valueOf(service.getIdPart()), name, words(value)));
                writer.accept(entry, value);
            }
        }
    }

    /** A coded value in words: its text, or what its code is called, or at last the code. */
    static String words(CodeableConcept concept) {
        if (concept.hasText()) {
            return concept.getText();
        }
        var coding = concept.getCodingFirstRep();
        if (coding.hasDisplay()) {
            return coding.getDisplay();
        }
        return Arrays.stream(String.valueOf(coding.getCode()).split("-", -1))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }
}
