package io.github.sprigfhir.app.platform;

import ca.uhn.fhir.interceptor.api.IInterceptorBroadcaster;
import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.api.svc.IIdHelperService;
import ca.uhn.fhir.jpa.api.svc.ResolveIdentityMode;
import ca.uhn.fhir.jpa.dao.SearchBuilderFactory;
import ca.uhn.fhir.jpa.dao.tx.HapiTransactionService;
import ca.uhn.fhir.jpa.model.cross.IResourceLookup;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.interceptor.ServerInterceptorUtil;
import ca.uhn.fhir.rest.server.util.CompositeInterceptorBroadcaster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * Reads what has these ids, of whatever types, at once and without a search, which costs more than all else; as whoever
 * asks, so that they see what a search would show them. For types that everybody who is let in may read: searches are
 * narrowed to what somebody sees, and this is not.
 */
@Component
public class CurrentVersions {

    private final HapiTransactionService transactions;
    private final IIdHelperService<JpaPid> ids;
    private final SearchBuilderFactory<JpaPid> builders;
    private final IInterceptorBroadcaster interceptors;

    CurrentVersions(
            HapiTransactionService transactions,
            IIdHelperService<JpaPid> ids,
            SearchBuilderFactory<JpaPid> builders,
            IInterceptorBroadcaster interceptors) {
        this.transactions = transactions;
        this.ids = ids;
        this.builders = builders;
        this.interceptors = interceptors;
    }

    /** By address such as {@code Location/…}, in the order asked; without what is not there, deleted, or not shown. */
    public Map<String, Resource> read(Collection<IIdType> wanted, RequestDetails request) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var read = new LinkedHashMap<String, Resource>();
        var judges = CompositeInterceptorBroadcaster.newCompositeBroadcaster(interceptors, request);
        for (var shown : ServerInterceptorUtil.fireStoragePreshowResource(load(wanted, request), request, judges)) {
            if (shown instanceof Resource resource) {
                read.put(resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource);
            }
        }
        return read;
    }

    private List<IBaseResource> load(Collection<IIdType> wanted, RequestDetails request) {
        var partition = RequestPartitionId.fromPartitionId(Partitions.DEFAULT);
        var loaded = new ArrayList<IBaseResource>();
        transactions.withRequest(request).withRequestPartitionId(partition).execute(() -> {
            // An id that is remembered stays that of its resource; a deleted one is left out by what loads it.
            var known = ids.resolveResourceIdentities(
                    partition,
                    List.copyOf(wanted),
                    ResolveIdentityMode.excludeDeleted().cacheOk());
            var pids = wanted.stream()
                    .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                    .map(IResourceLookup::getPersistentId)
                    .distinct()
                    .toList();
            builders.newSearchBuilder("HealthcareService", HealthcareService.class)
                    .loadResourcesByPid(pids, List.of(), loaded, false, request);
        });
        loaded.removeIf(Objects::isNull);
        return loaded;
    }
}
