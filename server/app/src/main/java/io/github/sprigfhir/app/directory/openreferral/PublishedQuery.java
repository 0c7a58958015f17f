package io.github.sprigfhir.app.directory.openreferral;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what is published: every filter is the database's, and no more than a page is in memory. */
@Component
class PublishedQuery {

    private static final double EARTH = 6_371_008.8;
    private static final double DEGREE = 111_195;

    private final JdbcClient database;
    private final PostcodePlaces postcodes;

    PublishedQuery(Tables tables, PostcodePlaces postcodes) {
        this.database = tables.client();
        this.postcodes = postcodes;
    }

    /** A page of what was found. */
    record Page(long total, List<ObjectNode> items) {}

    /** The conditions of one request. */
    private final class Filter {

        private final List<String> conditions = new ArrayList<>(List.of("true"));
        private final Map<String, Object> values = new HashMap<>();

        void add(String condition, String name, Object value) {
            conditions.add(condition);
            values.put(name, value);
        }

        String where() {
            return " where " + String.join(" and ", conditions);
        }

        Page page(String select, String from, String order, Asked asked) {
            var total = database.sql("select count(*) " + from + where())
                    .params(values)
                    .query(Long.class)
                    .single();
            var items = database.sql(
                            select + " " + from + where() + " order by " + order + " limit :most offset :first")
                    .params(values)
                    .param("most", asked.perPage())
                    .param("first", (asked.page() - 1) * asked.perPage())
                    .query((row, number) -> {
                        var json = Json.read(row.getString(1));
                        return row.getMetaData().getColumnCount() > 1 ? placeOf(json, row.getString(2)) : json;
                    })
                    .list();
            return new Page(total, items);
        }
    }

    Page services(Asked asked) {
        var filter = ofServices(asked);
        near(asked).ifPresent(near -> {
            filter.conditions.add("exists (select 1 from sprig_open_referral_place p where p.resource = s.resource and "
                    + near.within() + ")");
            filter.values.putAll(near.values());
        });
        return filter.page("select s.document", "from sprig_open_referral s", "s.id", asked);
    }

    Page places(Asked asked) {
        var filter = ofServices(asked);
        near(asked).ifPresent(near -> {
            filter.conditions.add(near.within());
            filter.values.putAll(near.values());
        });
        return filter.page(
                "select s.document, p.id",
                "from sprig_open_referral s join sprig_open_referral_place p on p.resource = s.resource",
                "p.id, s.id",
                asked);
    }

    private Filter ofServices(Asked asked) {
        var filter = new Filter();
        asked.text("search")
                .ifPresent(text -> filter.add("s.words @@ websearch_to_tsquery('english', :search)", "search", text));
        asked.text("taxonomy_term_id")
                .ifPresent(id -> filter.add("s.terms @> cast(:terms as text[])", "terms", id.split(",", -1)));
        asked.text("taxonomy_id")
                .ifPresent(id ->
                        filter.add("s.taxonomies @> cast(:taxonomies as text[])", "taxonomies", new String[] {id}));
        asked.text("organization_id")
                .ifPresent(id -> filter.add("s.organization_id = :organization", "organization", id));
        asked.number("minimum_age", 0, 150)
                .ifPresent(age -> filter.add("(s.highest is null or s.highest >= :lowest)", "lowest", age));
        asked.number("maximum_age", 0, 150)
                .ifPresent(age -> filter.add("(s.lowest is null or s.lowest <= :highest)", "highest", age));
        asked.moment("modified_after")
                .ifPresent(
                        moment -> filter.add("s.modified >= :modified", "modified", moment.atOffset(ZoneOffset.UTC)));
        return filter;
    }

    /** A condition on a place. */
    private record Near(String within, Map<String, Object> values) {}

    private Optional<Near> near(Asked asked) {
        var postcode = asked.text("postcode");
        var metres = asked.number("proximity", 1, 1_000_000);
        if (postcode.isEmpty() && metres.isEmpty()) {
            return Optional.empty();
        }
        if (postcode.isEmpty() || metres.isEmpty()) {
            throw new WrongRequest(
                    postcode.isEmpty() ? "postcode" : "proximity",
                    "A postcode and a proximity need each other.",
                    "Send both, the proximity in metres.");
        }
        var place = PublishedTable.postcode(postcode.get())
                .flatMap(postcodes::of)
                .orElseThrow(() -> new WrongRequest(
                        "postcode", "It is not known where this postcode is.", "Send the postcode of a known place."));
        var within = """
                p.latitude between :latitude - :degrees and :latitude + :degrees
                and %s * 2 * asin(sqrt(least(1, power(sin(radians(p.latitude - :latitude) / 2), 2)
                    + cos(radians(:latitude)) * cos(radians(p.latitude))
                    * power(sin(radians(p.longitude - :longitude) / 2), 2)))) <= :metres""".formatted(EARTH);
        return Optional.of(new Near(
                within,
                Map.of(
                        "latitude", place.latitude(),
                        "longitude", place.longitude(),
                        "degrees", metres.get() / DEGREE + 0.001,
                        "metres", metres.get())));
    }

    Page organizations(Asked asked) {
        var filter = new Filter();
        asked.text("search")
                .ifPresent(text -> filter.add(
                        "to_tsvector('english', s.document ->> 'name') @@ websearch_to_tsquery('english', :search)",
                        "search",
                        text));
        return filter.page(
                "select s.document",
                "from (select distinct on (organization_id) organization_id, document -> 'organization' as document"
                        + " from sprig_open_referral where organization_id <> '' order by organization_id, resource) s",
                "s.organization_id",
                asked);
    }

    Page terms(Asked asked) {
        var filter = new Filter();
        asked.text("search")
                .ifPresent(text -> filter.add(
                        "to_tsvector('english', t.name) @@ websearch_to_tsquery('english', :search)", "search", text));
        asked.text("taxonomy_id").ifPresent(id -> filter.add("t.taxonomy = :taxonomy", "taxonomy", id));
        asked.text("parent_id").ifPresent(id -> filter.add("t.parent = :parent", "parent", id));
        if (asked.isTrue("top_only")) {
            filter.conditions.add("t.parent is null");
        }
        return filter.page("select t.document", "from sprig_open_referral_term t", "t.id", asked);
    }

    Page taxonomies(Asked asked) {
        var filter = new Filter();
        asked.text("search")
                .ifPresent(text -> filter.add(
                        "to_tsvector('english', t.name) @@ websearch_to_tsquery('english', :search)", "search", text));
        return filter.page(
                "select json_build_object('id', t.id, 'name', t.name, 'description', t.name)",
                "from (select taxonomy as id, min(taxonomy_name) as name from sprig_open_referral_term group by taxonomy) t",
                "t.id",
                asked);
    }

    /** What stands under an id, and when it was changed. */
    record Found(ObjectNode document, OptionalLong modified) {}

    Optional<Found> service(String id) {
        return database.sql(
                        "select document, extract(epoch from modified) * 1000 from sprig_open_referral where id = ?")
                .param(id)
                .query((row, number) -> new Found(Json.read(row.getString(1)), OptionalLong.of(row.getLong(2))))
                .optional();
    }

    Optional<Found> place(String id) {
        return database.sql("""
                        select s.document, extract(epoch from s.modified) * 1000
                        from sprig_open_referral_place p join sprig_open_referral s on s.resource = p.resource
                        where p.id = ? order by s.id limit 1
                        """)
                .param(id)
                .query((row, number) ->
                        new Found(placeOf(Json.read(row.getString(1)), id), OptionalLong.of(row.getLong(2))))
                .optional();
    }

    /** The place with its service, which then does not list its places once more. */
    private static ObjectNode placeOf(ObjectNode service, String id) {
        var json = Published.object();
        for (var place : service.path("service_at_locations")) {
            if (place.path("id").asText().equals(id) && place instanceof ObjectNode known) {
                json.setAll(known);
            }
        }
        service.remove("service_at_locations");
        json.set("service", service);
        return json;
    }

    Optional<Found> organization(String id, int most) {
        var services = database.sql(
                        "select document from sprig_open_referral where organization_id = ? order by id limit ?")
                .params(id, most)
                .query((row, number) -> Json.read(row.getString(1)))
                .list();
        if (services.isEmpty() || !(services.get(0).get("organization") instanceof ObjectNode organization)) {
            return Optional.empty();
        }
        var json = organization.deepCopy();
        var list = json.putArray("services");
        services.forEach(service -> {
            service.remove("organization");
            list.add(service);
        });
        return Optional.of(new Found(json, OptionalLong.empty()));
    }

    Optional<Found> term(String id) {
        return database.sql("select document from sprig_open_referral_term where id = ?")
                .param(id)
                .query((row, number) -> new Found(Json.read(row.getString(1)), OptionalLong.empty()))
                .optional();
    }

    Optional<Found> taxonomy(String id) {
        var name = database.sql(
                        "select min(taxonomy_name) from sprig_open_referral_term where taxonomy = ? having count(*) > 0")
                .param(id)
                .query(String.class)
                .optional();
        return name.map(known -> {
            var json = Published.object().put("id", id).put("name", known).put("description", known);
            var list = json.putArray("taxonomy_terms");
            database.sql("select document from sprig_open_referral_term where taxonomy = ? order by id limit 2000")
                    .param(id)
                    .query((row, number) -> Json.read(row.getString(1)))
                    .list()
                    .forEach(list::add);
            return new Found(json, OptionalLong.empty());
        });
    }
}
