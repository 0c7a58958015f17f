package io.github.sprigfhir.app.directory.openreferral;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.app.platform.FromFeed;
import io.github.sprigfhir.app.platform.Store;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/** Stores some services of a feed with their organisations and places: as one FHIR transaction, within the open one. */
final class Batch {

    private final String feed;
    private final long run;
    private final Store store;
    private final SourceTable sources;
    private final FhirContext fhir;
    private final Map<Source, SourceTable.Stored> stored = new HashMap<>();
    private final Map<Source, String> addresses = new HashMap<>();
    private final Map<Source, String> digests = new LinkedHashMap<>();
    private final Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);

    Batch(String feed, long run, Store store, SourceTable sources, FhirContext fhir) {
        this.feed = feed;
        this.run = run;
        this.store = store;
        this.sources = sources;
        this.fhir = fhir;
    }

    /**
     * What a batch did.
     *
     * @param untouched services of which only the document changed, by their addresses
     */
    record Done(int created, int changed, List<String> untouched) {}

    /**
     * Stores them.
     *
     * @param documents their digests, by the ids of the services
     */
    Done write(List<Mapped> services, Map<String, String> documents, FromFeed request) {
        var wanted = new LinkedHashMap<Source, Resource>();
        services.forEach(mapped -> wanted.putAll(mapped.others()));
        services.forEach(mapped -> wanted.put(
                new Source(Source.Kind.SERVICE, mapped.id()), mapped.service().orElseThrow()));
        stored.putAll(sources.stored(feed, wanted.keySet()));
        stored.forEach((source, known) -> addresses.put(source, known.address()));
        wanted.keySet()
                .forEach(source ->
                        addresses.computeIfAbsent(source, one -> "urn:uuid:" + Codes.idOf(feed, one.reference())));
        wanted.forEach(this::enter);
        var created = 0;
        if (bundle.hasEntry()) {
            created = store(request);
        }
        sources.keep(
                feed,
                services.stream()
                        .map(mapped -> new SourceTable.Kept(
                                mapped,
                                String.valueOf(addresses.get(new Source(Source.Kind.SERVICE, mapped.id()))),
                                documents.getOrDefault(mapped.id(), "")))
                        .toList(),
                run);
        var untouched = services.stream()
                .map(mapped -> new Source(Source.Kind.SERVICE, mapped.id()))
                .filter(source -> !digests.containsKey(source))
                .map(source -> String.valueOf(addresses.get(source)))
                .toList();
        return new Done(created, services.size() - created, untouched);
    }

    private void enter(Source source, Resource resource) {
        if (stored.containsKey(source) && stored.get(source).digest().equals(SourceTable.GIVEN)) {
            return;
        }
        var digest = Json.digest(fhir.newJsonParser().encodeResourceToString(resource));
        var known = stored.get(source);
        if (known != null && known.digest().equals(digest)) {
            return;
        }
        digests.put(source, digest);
        if (resource instanceof HealthcareService service) {
            Mapping.references(service)
                    .forEach(reference ->
                            reference.setReference(addresses.get(Source.ofReference(reference.getReference()))));
        }
        var entry = bundle.addEntry();
        if (known == null) {
            entry.setFullUrl(addresses.get(source)).setResource(resource);
            entry.getRequest()
                    .setMethod(Bundle.HTTPVerb.POST)
                    .setUrl(source.kind().type());
        } else {
            var current = store.read(resource.getClass(), new IdType(known.address()).getIdPart());
            entry.setResource(Merge.into(resource, current));
            entry.getRequest().setMethod(Bundle.HTTPVerb.PUT).setUrl(known.address());
        }
    }

    /** Stores them, and says how many services were not there before. */
    private int store(FromFeed request) {
        var answer = store.transactWithin(request, bundle);
        // Else all that it wrote is looked through again with each question that is asked from here to the commit.
        store.settle();
        var number = 0;
        var created = 0;
        var kept = new LinkedHashMap<Source, SourceTable.Stored>();
        for (var entry : digests.keySet()) {
            var address = new IdType(
                            answer.getEntry().get(number++).getResponse().getLocation())
                    .toUnqualifiedVersionless()
                    .getValue();
            addresses.put(entry, address);
            kept.put(entry, new SourceTable.Stored(address, String.valueOf(digests.get(entry))));
            if (entry.kind() == Source.Kind.SERVICE && !stored.containsKey(entry)) {
                created++;
            }
        }
        sources.store(feed, kept);
        return created;
    }
}
