package io.github.sprigfhir.app.platform.changes;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.ResourceTypes;
import io.github.sprigfhir.app.platform.SprigFeature;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Collects what each database transaction changes, and shows it to every {@link AtCommit} before the commit. */
@Component
@Interceptor
class ChangeCollector implements SprigFeature {

    private final ObjectProvider<AtCommit> followers;

    ChangeCollector(ObjectProvider<AtCommit> followers) {
        this.followers = followers;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    void created(IBaseResource resource, @Nullable RequestDetails request) {
        collect(null, resource, request);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    void updated(IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        collect(before, after, request);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    void deleted(IBaseResource resource, @Nullable RequestDetails request) {
        collect(resource, null, request);
    }

    private void collect(
            @Nullable IBaseResource before, @Nullable IBaseResource after, @Nullable RequestDetails request) {
        var either = after == null ? before : after;
        if (either instanceof Resource resource && ResourceTypes.RECORDS.contains(resource.fhirType())) {
            changesOfThisTransaction().add(new Change((Resource) before, (Resource) after, request));
        }
    }

    private List<Change> changesOfThisTransaction() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Following.class::isInstance)
                .map(Following.class::cast)
                .findFirst()
                .orElseGet(this::follow)
                .changes();
    }

    private Following follow() {
        var following =
                new Following(new ArrayList<>(), followers.orderedStream().toList());
        TransactionSynchronizationManager.registerSynchronization(following);
        return following;
    }

    /** Followers write too, and what they write is collected here for those whose turn comes after. */
    private record Following(List<Change> changes, List<AtCommit> followers) implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            followers.forEach(follower -> follower.follow(List.copyOf(changes)));
        }
    }
}
