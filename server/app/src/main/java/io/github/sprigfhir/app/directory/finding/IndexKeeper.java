package io.github.sprigfhir.app.directory.finding;

import io.github.sprigfhir.app.directory.postcodes.Postcodes;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.domain.directory.Position;
import io.github.sprigfhir.domain.directory.Postcode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the index as the records are, in the transaction that changes a service, one of its places or its organisation.
 * Each service has a turn, so that two who change its parts at once do not write down half of what the other did.
 */
@Component
@Order(AtCommit.Turn.FINDING)
class IndexKeeper implements AtCommit {

    private static final List<Class<? extends Resource>> PARTS = List.of(Location.class, Organization.class);

    private final Index index;
    private final Vocabulary vocabulary;
    private final Postcodes postcodes;
    private final Store store;

    IndexKeeper(Index index, Vocabulary vocabulary, Postcodes postcodes, Store store) {
        this.index = index;
        this.vocabulary = vocabulary;
        this.postcodes = postcodes;
        this.store = store;
    }

    @Override
    public void follow(List<Change> changes) {
        var current = new HashMap<String, Optional<Resource>>();
        changes.forEach(change -> current.put(address(change.resource()), Optional.ofNullable(change.after())));
        var parts = changes.stream()
                .map(Change::resource)
                .filter(resource -> PARTS.contains(resource.getClass()))
                .map(IndexKeeper::address)
                .collect(Collectors.toSet());
        var services = new TreeSet<>(index.madeFrom(parts));
        changes.stream()
                .map(Change::resource)
                .filter(HealthcareService.class::isInstance)
                .forEach(service -> services.add(service.getIdElement().getIdPart()));
        if (!services.isEmpty()) {
            keep(services, current);
        }
    }

    /** Writes these services as they are now. */
    void keep(Collection<String> services, Map<String, Optional<Resource>> known) {
        store.awaitTurns(services.stream().map(id -> "finding " + id).toList());
        // What was read before the turns came may have been changed by another meanwhile.
        store.forget();
        var reader = new FhirEntry(new Known(read(services, known)));
        var entries = services.stream()
                .flatMap(id -> reader.service(id).flatMap(reader::of).stream())
                .toList();
        index.write(services, entries);
        vocabulary.learn(entries.stream().map(Entry::text).toList());
    }

    /** These services with their places and organisations: what this transaction has changed, and the rest as it is stored. */
    private Map<String, Resource> read(Collection<String> services, Map<String, Optional<Resource>> changed) {
        var all = new HashMap<String, Resource>();
        changed.forEach((address, resource) -> resource.ifPresent(there -> all.put(address, there)));
        read(HealthcareService.class, services.stream().map(id -> "HealthcareService/" + id), changed, all);
        var referred = services.stream()
                .flatMap(id -> Stream.ofNullable(all.get("HealthcareService/" + id)))
                .map(HealthcareService.class::cast)
                .flatMap(FhirEntry::references)
                .distinct()
                .toList();
        for (var type : PARTS) {
            read(
                    type,
                    referred.stream().filter(address -> address.startsWith(type.getSimpleName() + "/")),
                    changed,
                    all);
        }
        return all;
    }

    private void read(
            Class<? extends Resource> type,
            Stream<String> addresses,
            Map<String, Optional<Resource>> changed,
            Map<String, Resource> all) {
        var ids = addresses
                .filter(address -> !changed.containsKey(address))
                .map(address -> new IdType(address).getIdPart())
                .toList();
        store.readAll(type, ids).forEach(resource -> all.put(address(resource), resource));
    }

    private static String address(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    /** What was read: nothing else is here. */
    private final class Known implements FhirEntry.Look {

        private final Map<String, Resource> known;

        private Known(Map<String, Resource> known) {
            this.known = known;
        }

        @Override
        public <T extends Resource> Optional<T> up(Class<T> type, Reference reference) {
            var id = reference.getReferenceElement().toUnqualifiedVersionless();
            return Optional.ofNullable(known.get(id.getValue()))
                    .filter(type::isInstance)
                    .map(type::cast);
        }

        @Override
        public Optional<Position> postcode(String postcode) {
            return Postcode.of(postcode).flatMap(postcodes::find).map(Postcodes.Found::position);
        }
    }
}
