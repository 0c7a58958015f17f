package io.github.sprigfhir.app.directory.openreferral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.domain.directory.feed.NeedTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Says what the records say now in Open Referral UK's words. Where a service came from a feed, its document is kept, and
 * is laid under: a group of fields is written anew only if the records say something else than that document was mapped
 * to. So whatever we do not map, and whatever nobody has changed, is given back as it came.
 */
final class Publication {

    private final NeedTable needs;

    Publication(NeedTable needs) {
        this.needs = needs;
    }

    /**
     * What is kept of a feed about a service.
     *
     * @param sources of its organisation and places, by the address where they are stored, such as {@code Location/42}
     */
    record Kept(String feed, ObjectNode document, Map<String, Source> sources) {}

    /**
     * The document of a service.
     *
     * @param id under which it is published
     * @param read what is stored under an address such as {@code Organization/42}
     * @param modified when it was last changed here
     */
    ObjectNode of(
            HealthcareService service,
            String id,
            Optional<Kept> kept,
            BiFunction<String, Reference, Optional<? extends Resource>> read,
            Instant modified) {
        var mapped = kept.map(source -> new Mapping(source.feed(), needs).map(source.document(), modified));
        var base = kept.map(source -> source.document().deepCopy()).orElseGet(Published::object);
        var before = mapped.flatMap(Mapped::service);
        var json = Published.object();
        json.put("id", id);
        var changed = overlay(base, service, before);
        changed |= organization(base, service, kept, mapped, read);
        changed |= locations(base, service, kept, mapped, read, id);
        changed |= areas(base, service, kept, mapped, read);
        if (changed || !base.has("last_modified")) {
            base.put("last_modified", modified.toString());
        }
        base.properties().forEach(field -> json.set(field.getKey(), field.getValue()));
        json.put("id", id);
        return json;
    }

    private static boolean overlay(ObjectNode base, HealthcareService service, Optional<HealthcareService> before) {
        var changed = false;
        for (var group : PublishedService.values()) {
            var now = group.of(service);
            if (before.isEmpty() || !same(now, group.of(withId(before.get(), service)))) {
                group.fields().forEach(base::remove);
                base.setAll(now);
                changed = true;
            }
        }
        return changed;
    }

    /** Ids of what is listed are made of the service's. */
    private static HealthcareService withId(HealthcareService before, HealthcareService service) {
        before.setId(service.getIdElement());
        return before;
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.equals(other);
    }

    private static boolean organization(
            ObjectNode base,
            HealthcareService service,
            Optional<Kept> kept,
            Optional<Mapped> mapped,
            BiFunction<String, Reference, Optional<? extends Resource>> read) {
        var organization = read.apply("Organization", service.getProvidedBy())
                .filter(Organization.class::isInstance)
                .map(Organization.class::cast);
        if (organization.isEmpty()) {
            return false;
        }
        var source = kept.map(Kept::sources).map(known -> known.get(address(organization.get())));
        var before = source.flatMap(known -> mapped.map(Mapped::others).map(all -> all.get(known)))
                .map(Organization.class::cast);
        var now = Published.organization(organization.get());
        if (before.isPresent() && base.get("organization") instanceof ObjectNode sent) {
            before.get().setId(organization.get().getIdElement());
            if (same(now, Published.organization(before.get()))) {
                return false;
            }
            List.of("name", "email", "website", "phones", "organization_identifiers")
                    .forEach(sent::remove);
            sent.setAll(now);
            return true;
        }
        var json = base.putObject("organization");
        json.put("id", source.map(Source::id).orElse(organization.get().getIdPart()));
        json.setAll(now);
        return true;
    }

    private static boolean locations(
            ObjectNode base,
            HealthcareService service,
            Optional<Kept> kept,
            Optional<Mapped> mapped,
            BiFunction<String, Reference, Optional<? extends Resource>> read,
            String id) {
        var sent = new HashMap<String, ObjectNode>();
        var virtual = new ArrayList<JsonNode>();
        base.path("service_at_locations").forEach(place -> {
            var location = place.path("location");
            if (place instanceof ObjectNode object && location.isObject()) {
                if (location.path("location_type").asText().equals("virtual")) {
                    virtual.add(object);
                } else {
                    sent.putIfAbsent(location.path("id").asText(), object);
                }
            } else {
                virtual.add(place);
            }
        });
        var changed = false;
        var places = base.arrayNode();
        var order = new ArrayList<String>();
        for (var reference : service.getLocation()) {
            var location = read.apply("Location", reference)
                    .filter(Location.class::isInstance)
                    .map(Location.class::cast);
            if (location.isEmpty()) {
                continue;
            }
            var source = kept.map(Kept::sources).map(known -> known.get(address(location.get())));
            var known = source.map(Source::id).map(sent::get);
            changed |= place(places, location.get(), source, known, mapped, id);
            order.add(source.map(Source::id).orElse(""));
        }
        changed |= !order.containsAll(sent.keySet());
        if (!changed) {
            return false;
        }
        virtual.forEach(places::add);
        accessibility(service, places, mapped);
        if (places.isEmpty()) {
            base.remove("service_at_locations");
        } else {
            base.set("service_at_locations", places);
        }
        return true;
    }

    private static boolean place(
            ArrayNode places,
            Location location,
            Optional<Source> source,
            Optional<ObjectNode> known,
            Optional<Mapped> mapped,
            String id) {
        var now = Published.location(location);
        if (known.isPresent() && known.get().get("location") instanceof ObjectNode sent) {
            var before = source.flatMap(one -> mapped.map(Mapped::others).map(all -> all.get(one)))
                    .map(Location.class::cast);
            places.add(known.get());
            before.ifPresent(one -> one.setId(location.getIdElement()));
            if (before.map(Published::location).filter(now::equals).isPresent()) {
                return false;
            }
            List.of("name", "description", "alternate_name", "latitude", "longitude", "addresses")
                    .forEach(sent::remove);
            sent.setAll(now);
            return true;
        }
        var place = places.addObject();
        place.put("id", Codes.idOf(id, location.getIdPart()));
        var json = place.putObject("location");
        json.put("id", source.map(Source::id).orElse(location.getIdPart()));
        json.put("location_type", "physical");
        json.setAll(now);
        return true;
    }

    /** What is accessible stands with the place; a service of ours has it for all its places. */
    private static void accessibility(HealthcareService service, ArrayNode places, Optional<Mapped> mapped) {
        if (mapped.isPresent() || places.isEmpty() || !service.hasCharacteristic()) {
            return;
        }
        if (places.get(0).get("location") instanceof ObjectNode location) {
            var list = location.putArray("accessibility");
            service.getCharacteristic().forEach(characteristic -> {
                var words = PublishedService.words(characteristic);
                list.addObject()
                        .put("id", Codes.idOf(String.valueOf(service.getIdPart()), "accessibility", words))
                        .put("description", words);
            });
        }
    }

    private static boolean areas(
            ObjectNode base,
            HealthcareService service,
            Optional<Kept> kept,
            Optional<Mapped> mapped,
            BiFunction<String, Reference, Optional<? extends Resource>> read) {
        var names = service.getCoverageArea().stream()
                .map(area -> read.apply("Location", area))
                .flatMap(Optional::stream)
                .filter(Location.class::isInstance)
                .map(area -> ((Location) area).getName())
                .filter(Objects::nonNull)
                .toList();
        var before = mapped.map(all -> all.others().entrySet().stream()
                        .filter(other -> other.getKey().kind() == Source.Kind.AREA)
                        .map(other -> ((Location) other.getValue()).getName())
                        .toList())
                .orElse(List.of());
        if (kept.isPresent() && names.equals(before)) {
            return false;
        }
        base.remove("service_areas");
        for (var name : names) {
            base.withArray("service_areas")
                    .addObject()
                    .put("id", Codes.idOf(String.valueOf(service.getIdPart()), "area", name))
                    .put("name", name);
        }
        return !names.isEmpty() || !before.isEmpty();
    }

    private static String address(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdPart();
    }
}
