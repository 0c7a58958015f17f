package io.github.sprigfhir.app.directory.openreferral;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Period;

/** Times as schedules: the parts of the iCalendar rule each in its field. */
final class PublishedTimes {

    /** Parts of an RRULE, and the fields of the standard for them. */
    private static final Map<String, String> PARTS = Map.of(
            "FREQ", "freq",
            "INTERVAL", "interval",
            "BYDAY", "byday",
            "BYMONTHDAY", "bymonthday",
            "BYWEEKNO", "byweekno",
            "BYYEARDAY", "byyearday",
            "COUNT", "count",
            "WKST", "wkst");

    private PublishedTimes() {}

    static void write(HealthcareService service, ObjectNode json) {
        for (var time : service.getAvailableTime()) {
            var days = time.getDaysOfWeek().stream()
                    .map(day -> day.getValue().toCode().substring(0, 2).toUpperCase(Locale.ROOT))
                    .collect(Collectors.joining(","));
            var entry = entry(json, service, "weekly|" + days + time.getAvailableStartTime());
            entry.put("freq", "WEEKLY");
            entry.put("interval", 1);
            Published.put(entry, "byday", days);
            Published.put(entry, "opens_at", time.getAvailableStartTime());
            Published.put(entry, "closes_at", time.getAvailableEndTime());
        }
        for (var schedule : service.getExtensionsByUrl(Codes.SERVICE_SCHEDULE)) {
            dated(json, service, schedule);
        }
    }

    private static void dated(ObjectNode json, HealthcareService service, Extension schedule) {
        Map<String, String> parts = new HashMap<>();
        schedule.getExtension().stream()
                .filter(part -> part.getValue() != null && part.getValue().isPrimitive())
                .forEach(part -> parts.put(part.getUrl(), part.getValue().primitiveValue()));
        var entry = entry(json, service, "dated|" + parts.get("start") + parts.get("rule") + parts.get("description"));
        if (schedule.hasExtension("valid")
                && schedule.getExtensionByUrl("valid").getValue() instanceof Period valid) {
            Published.put(entry, "valid_from", valid.getStartElement().getValueAsString());
            Published.put(entry, "valid_to", valid.getEndElement().getValueAsString());
        }
        Published.put(entry, "dtstart", parts.get("start"));
        rule(entry, parts.getOrDefault("rule", ""));
        Published.put(entry, "opens_at", parts.get("opens"));
        Published.put(entry, "closes_at", parts.get("closes"));
        Published.put(entry, "description", parts.get("description"));
    }

    private static void rule(ObjectNode entry, String rule) {
        for (var part : Arrays.asList(rule.split(";", -1))) {
            var name = part.substring(0, Math.max(part.indexOf('='), 0));
            var value = part.substring(part.indexOf('=') + 1);
            if (name.equals("UNTIL") && value.length() >= 8) {
                entry.put(
                        "until",
                        "%s-%s-%s".formatted(value.substring(0, 4), value.substring(4, 6), value.substring(6, 8)));
            } else if ((name.equals("INTERVAL") || name.equals("COUNT")) && value.matches("\\d{1,6}")) {
                entry.put(PARTS.get(name), Integer.parseInt(value));
            } else if (PARTS.containsKey(name)) {
                entry.put(PARTS.get(name), value);
            }
        }
    }

    private static ObjectNode entry(ObjectNode json, HealthcareService service, String what) {
        var entry = json.withArray("schedules").addObject();
        entry.put("id", Codes.idOf(String.valueOf(service.getIdPart()), "schedule", what));
        return entry;
    }
}
