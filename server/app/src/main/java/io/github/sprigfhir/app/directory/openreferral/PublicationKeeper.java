package io.github.sprigfhir.app.directory.openreferral;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.domain.directory.feed.NeedTable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes anew what is published of every service that a transaction has changed, or whose organisation or place it has. */
@Component
@Order(AtCommit.Turn.PUBLICATION)
class PublicationKeeper implements AtCommit {

    private final PublishedTable table;
    private final Publication publication;
    private final Store store;
    private final Clock clock;

    PublicationKeeper(PublishedTable table, OpenReferralSettings settings, Store store, Clock clock) {
        this.table = table;
        this.publication = new Publication(new NeedTable(settings.needs()));
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void follow(List<Change> changes) {
        Map<String, Resource> known = new HashMap<>();
        Map<String, HealthcareService> services = new LinkedHashMap<>();
        Set<String> around = new LinkedHashSet<>();
        Set<String> gone = new LinkedHashSet<>();
        for (var change : changes) {
            var resource = change.resource();
            var address = address(resource);
            if (resource instanceof HealthcareService service) {
                services.put(address, service);
                if (change.after() == null) {
                    gone.add(address);
                } else {
                    gone.remove(address);
                }
            } else if (change.after() != null && (resource instanceof Organization || resource instanceof Location)) {
                known.put(address, resource);
                if (!change.isCreation()) {
                    around.add(address);
                }
            }
        }
        gone.forEach(table::remove);
        services.keySet().removeAll(gone);
        addThoseAround(around, services);
        if (!services.isEmpty()) {
            publish(services, known);
        }
    }

    /** Writes anew what is published of some services that are as they were, but whose documents are not. */
    void publish(Collection<String> addresses) {
        var services = new LinkedHashMap<String, HealthcareService>();
        store.readAll(
                        HealthcareService.class,
                        addresses.stream().map(PublicationKeeper::idPart).toList())
                .forEach(service -> services.put(address(service), service));
        if (!services.isEmpty()) {
            publish(services, new HashMap<>());
        }
    }

    private void addThoseAround(Set<String> around, Map<String, HealthcareService> services) {
        if (around.isEmpty()) {
            return;
        }
        var ids = table.naming(around).stream()
                .filter(address -> !services.containsKey(address))
                .map(PublicationKeeper::idPart)
                .toList();
        store.readAll(HealthcareService.class, ids).forEach(service -> services.put(address(service), service));
    }

    private void publish(Map<String, HealthcareService> services, Map<String, Resource> known) {
        var shown = new ArrayList<HealthcareService>();
        services.forEach((address, service) -> {
            if (isShown(service)) {
                shown.add(service);
            } else {
                table.remove(address);
            }
        });
        if (shown.isEmpty()) {
            return;
        }
        read(shown, known);
        var addresses = shown.stream().map(PublicationKeeper::address).toList();
        var kept = table.kept(addresses);
        var sources = table.sources(kept.isEmpty() ? List.of() : known.keySet());
        var ids = table.ids(addresses);
        var taken = table.taken(
                kept.values().stream().map(PublicationKeeper::idInFeed).toList());
        var now = clock.instant();
        var written = new ArrayList<PublishedTable.Shown>();
        for (var service : shown) {
            var source = Optional.ofNullable(kept.get(address(service)))
                    .map(one -> new Publication.Kept(one.feed(), one.document(), sources));
            var id = ids.computeIfAbsent(address(service), none -> idOf(service, source, taken));
            taken.add(id);
            written.add(new PublishedTable.Shown(
                    service, publication.of(service, id, source, (type, reference) -> find(known, reference), now)));
        }
        table.write(written, now);
    }

    private void read(Collection<HealthcareService> services, Map<String, Resource> known) {
        Set<String> organizations = new LinkedHashSet<>();
        Set<String> locations = new LinkedHashSet<>();
        for (var service : services) {
            organizations.add(service.getProvidedBy().getReference());
            Stream.concat(service.getLocation().stream(), service.getCoverageArea().stream())
                    .forEach(place -> locations.add(place.getReference()));
        }
        store.readAll(Organization.class, missing(organizations, known))
                .forEach(found -> known.put(address(found), found));
        store.readAll(Location.class, missing(locations, known)).forEach(found -> known.put(address(found), found));
    }

    private static List<String> missing(Set<String> wanted, Map<String, Resource> known) {
        return wanted.stream()
                .filter(address -> address != null && !known.containsKey(address))
                .map(PublicationKeeper::idPart)
                .toList();
    }

    private static Optional<Resource> find(Map<String, Resource> known, Reference reference) {
        return Optional.ofNullable(known.get(String.valueOf(reference.getReference())));
    }

    /** The feed's own id, unless another feed has the same. */
    private static String idOf(HealthcareService service, Optional<Publication.Kept> kept, Set<String> taken) {
        return kept.map(PublicationKeeper::idInFeed)
                .filter(id -> id.matches("[A-Za-z0-9._~@:-]+") && !taken.contains(id))
                .orElse(service.getIdPart());
    }

    private static String idInFeed(Publication.Kept kept) {
        return kept.document().path("id").asText();
    }

    /** Community services that are there; link workers' own services receive referrals from practices only. */
    private static boolean isShown(HealthcareService service) {
        return service.getActive()
                && service.getCategory().stream()
                        .anyMatch(category -> category.hasCoding(Codes.CATEGORY, "community-service"))
                && service.getMeta().getSecurity().stream()
                        .noneMatch(label ->
                                "http://terminology.hl7.org/CodeSystem/v3-Confidentiality".equals(label.getSystem()));
    }

    private static String address(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    private static String idPart(String address) {
        return address.substring(address.indexOf('/') + 1);
    }
}
