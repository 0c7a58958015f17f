package io.github.sprigfhir.app.directory.openreferral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.HealthcareService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what is published: written in the transaction that changes the records. */
@Component
class PublishedTable {

    private final JdbcClient database;
    private final JdbcTemplate batches;

    PublishedTable(Tables tables) {
        this.database = tables.client();
        this.batches = tables.batches();
        write(Terms.needs());
    }

    /** What is kept of feeds about some services, by the services' addresses. */
    Map<String, Publication.Kept> kept(Collection<String> services) {
        var all = new HashMap<String, Publication.Kept>();
        if (services.isEmpty()) {
            return all;
        }
        database.sql("select resource, feed, document from sprig_feed_document where resource = any(?)")
                .param(services.toArray(String[]::new))
                .query((row, number) -> all.put(
                        row.getString(1),
                        new Publication.Kept(row.getString(2), Json.read(row.getString(3)), Map.of())))
                .list();
        return all;
    }

    /** The sources of some addresses. */
    Map<String, Source> sources(Collection<String> addresses) {
        var all = new HashMap<String, Source>();
        if (!addresses.isEmpty()) {
            database.sql("select resource, kind, source from sprig_feed_source where resource = any(?)")
                    .param(addresses.toArray(String[]::new))
                    .query((row, number) -> all.put(
                            row.getString(1), new Source(Source.Kind.valueOf(row.getString(2)), row.getString(3))))
                    .list();
        }
        return all;
    }

    /** The services that name one of these as their organisation or a place of theirs. */
    List<String> naming(Collection<String> addresses) {
        return database.sql("""
                        select resource from sprig_open_referral
                        where organization = any(:addresses) or locations && cast(:addresses as varchar[])
                        """)
                .param("addresses", addresses.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** The ids under which some services are published already. */
    Map<String, String> ids(Collection<String> services) {
        var all = new HashMap<String, String>();
        database.sql("select resource, id from sprig_open_referral where resource = any(?)")
                .param(services.toArray(String[]::new))
                .query((row, number) -> all.put(row.getString(1), row.getString(2)))
                .list();
        return all;
    }

    /** Those of some ids under which something is published. */
    Set<String> taken(Collection<String> ids) {
        return ids.isEmpty()
                ? new HashSet<>()
                : new HashSet<>(database.sql("select id from sprig_open_referral where id = any(?)")
                        .param(ids.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    void remove(String service) {
        database.sql("delete from sprig_open_referral where resource = ?")
                .param(service)
                .update();
    }

    /** What is published of a service. */
    record Shown(HealthcareService service, ObjectNode document) {

        String address() {
            return "HealthcareService/" + service.getIdPart();
        }
    }

    void write(List<Shown> services, Instant modified) {
        batches.batchUpdate(
                """
                insert into sprig_open_referral (resource, id, organization, locations, organization_id, lowest, highest,
                    terms, taxonomies, words, modified, digest, document)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, to_tsvector('english', ?), ?, ?, cast(? as json))
                on conflict (resource) do update set organization = excluded.organization,
                    locations = excluded.locations, organization_id = excluded.organization_id,
                    lowest = excluded.lowest, highest = excluded.highest, terms = excluded.terms,
                    taxonomies = excluded.taxonomies, words = excluded.words, modified = excluded.modified,
                    digest = excluded.digest, document = excluded.document
                """, services.stream().map(shown -> row(shown, modified)).toList());
        places(services);
        write(services.stream()
                .flatMap(shown -> terms(shown.document()).stream())
                .toList());
    }

    private static Object[] row(Shown shown, Instant modified) {
        var service = shown.service();
        var document = shown.document();
        var terms = terms(document);
        var ages = PublishedService.ages(service);
        return new Object[] {
            shown.address(),
            document.path("id").asText(),
            service.getProvidedBy().getReference(),
            service.getLocation().stream()
                    .map(location -> location.getReference())
                    .toArray(String[]::new),
            document.path("organization").path("id").asText(),
            ages.filter(range -> range.hasLow())
                    .map(range -> range.getLow().getValue().intValue())
                    .orElse(null),
            ages.filter(range -> range.hasHigh())
                    .map(range -> range.getHigh().getValue().intValue())
                    .orElse(null),
            terms.stream().map(term -> term.path("id").asText()).toArray(String[]::new),
            terms.stream().map(PublishedTable::taxonomy).distinct().toArray(String[]::new),
            words(document),
            modified.atOffset(ZoneOffset.UTC),
            Json.digest(document),
            Json.write(document)
        };
    }

    private static String words(ObjectNode document) {
        return List.of(
                        document.path("name").asText(),
                        document.path("description").asText(),
                        document.path("organization").path("name").asText())
                .stream()
                .collect(Collectors.joining("\n"));
    }

    private void places(List<Shown> services) {
        database.sql("delete from sprig_open_referral_place where resource = any(?)")
                .param(services.stream().map(Shown::address).toArray(String[]::new))
                .update();
        var rows = new ArrayList<Object[]>();
        for (var shown : services) {
            var number = 0;
            for (var place : shown.document().path("service_at_locations")) {
                var location = place.path("location");
                var postcode =
                        location.path("addresses").path(0).path("postal_code").asText("");
                rows.add(new Object[] {
                    place.path("id").asText(),
                    shown.address(),
                    number++,
                    postcode(postcode).orElse(null),
                    degrees(location.path("latitude"), 90),
                    degrees(location.path("longitude"), 180)
                });
            }
        }
        batches.batchUpdate("""
                insert into sprig_open_referral_place (id, resource, number, postcode, latitude, longitude)
                values (?, ?, ?, ?, ?, ?)
                """, rows);
    }

    private static @Nullable Double degrees(JsonNode number, int most) {
        return number.isNumber() && Math.abs(number.doubleValue()) <= most ? number.doubleValue() : null;
    }

    /** Without spaces, in capitals; none where it is too long to be one. */
    static Optional<String> postcode(String text) {
        var plain = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return plain.isEmpty() || plain.length() > 10 ? Optional.empty() : Optional.of(plain);
    }

    private static List<JsonNode> terms(ObjectNode document) {
        Set<String> known = new LinkedHashSet<>();
        var terms = new ArrayList<JsonNode>();
        for (var attribute : document.path("attributes")) {
            var term = attribute.path("taxonomy_term");
            var id = term.path("id").asText("");
            if (!id.isEmpty() && id.length() <= 200 && known.add(id)) {
                terms.add(term);
            }
        }
        return terms;
    }

    /** Those that are not there yet, in one order, so that nobody waits in a circle. */
    private void write(List<? extends JsonNode> terms) {
        var missing = new TreeMap<String, JsonNode>();
        terms.forEach(term -> missing.putIfAbsent(term.path("id").asText(), term));
        database.sql("select id from sprig_open_referral_term where id = any(?)")
                .param(missing.keySet().toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(missing::remove);
        batches.batchUpdate(
                """
                insert into sprig_open_referral_term (id, taxonomy, taxonomy_name, name, parent, document)
                values (?, ?, ?, ?, ?, cast(? as json)) on conflict (id) do nothing
                """,
                missing.entrySet().stream()
                        .map(term -> row(term.getKey(), term.getValue()))
                        .toList());
    }

    private static Object[] row(String id, JsonNode term) {
        return new Object[] {
            id,
            taxonomy(term),
            taxonomyName(term),
            term.path("name").asText(""),
            term.hasNonNull("parent_id") ? shortened(term.path("parent_id").asText()) : null,
            Json.write(term)
        };
    }

    private static String shortened(String id) {
        return id.length() > 200 ? id.substring(0, 200) : id;
    }

    /** A taxonomy's id, or one made of what it is called. */
    static String taxonomy(JsonNode term) {
        var id = term.path("taxonomy_detail").path("id").asText("");
        if (!id.isEmpty() && id.length() <= 200) {
            return id;
        }
        var name = taxonomyName(term);
        return name.equals(Terms.OUR_NAME) ? Terms.OURS : Codes.idOf("taxonomy", name);
    }

    private static String taxonomyName(JsonNode term) {
        var detail = term.path("taxonomy_detail").path("name").asText("");
        return detail.isEmpty() ? term.path("taxonomy").asText("") : detail;
    }
}
