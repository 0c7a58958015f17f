package io.github.sprigfhir.app.directory.openreferral;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.domain.directory.feed.NeedTable;
import io.github.sprigfhir.domain.directory.sheet.CellRules;
import io.github.sprigfhir.domain.directory.sheet.Column;
import io.github.sprigfhir.domain.directory.sheet.OpenTimes;
import io.github.sprigfhir.domain.directory.sheet.Row;
import io.github.sprigfhir.domain.directory.sheet.SheetRules;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the rows of a spreadsheet as documents of Open Referral UK, so that one importer serves both. */
final class SheetDocuments {

    private final String feed;
    private final NeedTable needs;
    private final Optional<Owner> owner;

    /**
     * The organisation that sends its own services.
     *
     * @param id by which the feed knows it
     */
    record Owner(String id, String name) {}

    SheetDocuments(String feed, NeedTable needs, Optional<Owner> owner) {
        this.feed = feed;
        this.needs = needs;
        this.owner = owner;
    }

    /** All of them, as the file of a feed. */
    String of(List<Row> rows) {
        return rows.stream().map(row -> Json.write(of(row))).collect(Collectors.joining(",", "[", "]"));
    }

    private ObjectNode of(Row row) {
        var id = row.of(Column.REFERENCE)
                .map(reference -> feed + "-" + reference.toLowerCase(Locale.ROOT))
                .orElseGet(() -> Codes.idOf(feed, SheetRules.name(row)));
        var json = Published.object().put("id", id);
        json.put("status", row.of(Column.STATUS).flatMap(CellRules::status).orElse("active"));
        put(json, "name", row, Column.NAME);
        put(json, "description", row, Column.DESCRIPTION);
        put(json, "email", row, Column.EMAIL);
        put(json, "url", row, Column.WEBSITE);
        put(json, "eligibility_description", row, Column.FOR_WHOM);
        put(json, "fees_description", row, Column.COST_IN_WORDS);
        row.of(Column.MINIMUM_AGE).ifPresent(age -> json.put("minimum_age", Integer.parseInt(age)));
        row.of(Column.MAXIMUM_AGE).ifPresent(age -> json.put("maximum_age", Integer.parseInt(age)));
        organization(row, json);
        row.of(Column.PHONE).ifPresent(phone -> part(json, "phones", id, phone).put("number", phone));
        terms(row, json, id);
        row.all(Column.AREAS)
                .forEach(area -> part(json, "service_areas", id, area).put("name", area));
        places(row, json, id);
        times(row, json, id);
        row.all(Column.LANGUAGES)
                .forEach(language -> part(json, "languages", id, language).put("name", language));
        row.of(Column.COST).flatMap(CellRules::price).ifPresent(price -> part(json, "cost_options", id, "cost")
                .put("amount", price)
                .put("currency", "GBP"));
        room(row, json, id);
        return json;
    }

    private static void put(ObjectNode json, String field, Row row, Column column) {
        row.of(column).ifPresent(text -> json.put(field, text));
    }

    /** A new member of a list, with the same id whenever it is written. */
    private static ObjectNode part(ObjectNode json, String list, String id, String what) {
        return json.withArray(list).addObject().put("id", Codes.idOf(id, list, what));
    }

    private void organization(Row row, ObjectNode json) {
        var name = owner.map(Owner::name).or(() -> row.of(Column.ORGANISATION)).orElseThrow();
        var id = owner.map(Owner::id).orElseGet(() -> Codes.idOf(feed, "organisation", name.toLowerCase(Locale.ROOT)));
        var organization = json.putObject("organization").put("id", id).put("name", name);
        row.of(Column.CHARITY_NUMBER).ifPresent(number -> part(organization, "organization_identifiers", id, number)
                .put("identifier_scheme", "GB-CHC")
                .put("identifier", number));
    }

    private void terms(Row row, ObjectNode json, String id) {
        var codes = row.all(Column.NEEDS).stream()
                .flatMap(need -> needs.ofName(need).stream())
                .distinct();
        codes.forEach(code -> part(json, "attributes", id, code).set("taxonomy_term", Terms.need(code)));
        row.all(Column.ACTIVITIES).forEach(activity -> {
            var term = part(json, "attributes", id, "activity " + activity).putObject("taxonomy_term");
            term.put("id", Codes.idOf("activity", activity.toLowerCase(Locale.ROOT)));
            term.put("name", activity);
        });
    }

    private void places(Row row, ObjectNode json, String id) {
        var where = row.of(Column.WHERE).map(text -> text.toLowerCase(Locale.ROOT));
        if (SheetRules.hasPlace(row)) {
            var address = Stream.of(Column.STREET, Column.TOWN, Column.POSTCODE)
                    .map(column -> row.of(column).orElse(""))
                    .toList();
            var key = Codes.idOf(feed, "place", String.join("\n", address).toLowerCase(Locale.ROOT));
            var location = part(json, "service_at_locations", id, key).putObject("location");
            location.put("id", key);
            location.put("location_type", where.filter("online"::equals).isPresent() ? "postal" : "physical");
            var postal = part(location, "addresses", key, "address");
            put(postal, "address_1", row, Column.STREET);
            put(postal, "city", row, Column.TOWN);
            row.of(Column.POSTCODE).ifPresent(postcode -> postal.put("postal_code", postcode.toUpperCase(Locale.ROOT)));
            postal.put("country", "GB").put("address_type", "physical");
            row.all(Column.ACCESSIBILITY)
                    .forEach(line -> part(location, "accessibility", key, line).put("description", line));
        } else if (where.filter(text -> !text.equals("online")).isPresent()) {
            var key = Codes.idOf(id, "place");
            part(json, "service_at_locations", id, key)
                    .putObject("location")
                    .put("id", key)
                    .put("location_type", "physical");
        }
        if (where.filter(text -> !text.equals("in person")).isPresent()) {
            var key = Codes.idOf(id, "online");
            part(json, "service_at_locations", id, key)
                    .putObject("location")
                    .put("id", key)
                    .put("location_type", "virtual");
        }
    }

    private static void times(Row row, ObjectNode json, String id) {
        row.of(Column.TIMES).flatMap(OpenTimes::read).orElse(List.of()).forEach(times -> {
            var days = times.days().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
            part(json, "schedules", id, days + times.opens())
                    .put("freq", "WEEKLY")
                    .put("byday", days)
                    .put("opens_at", times.opens().toString())
                    .put("closes_at", times.closes().toString());
        });
        row.of(Column.TIMES_IN_WORDS)
                .ifPresent(words -> part(json, "schedules", id, "words").put("description", words));
    }

    private static void room(Row row, ObjectNode json, String id) {
        row.of(Column.COUNTED_ON).flatMap(CellRules::date).ifPresent(day -> part(json, "capacities", id, "places")
                .put("available", Integer.parseInt(row.of(Column.FREE_PLACES).orElseThrow()))
                .put("updated", day.atStartOfDay().toInstant(ZoneOffset.UTC).toString()));
    }
}
