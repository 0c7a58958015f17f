package io.github.sprigfhir.app.referral;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.writing.Warnings;
import io.github.sprigfhir.domain.directory.DirectoryRule;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Marks a referral by which somebody refers to a service of their own organisation, so that this is visible as such
 * (domain facts, section 7: neutrality). The mark is the server's: nobody sets it or takes it away.
 */
@Component
@Interceptor
@Order(AtCommit.Turn.MEMBERSHIP)
class OwnService implements SprigFeature, AtCommit {

    private static final String OWN = "https://sprig-fhir.github.io/ig/StructureDefinition/own-service";

    private final Store store;

    OwnService(Store store) {
        this.store = store;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    void created(IBaseResource resource, @Nullable RequestDetails request) {
        keep(resource, false, request);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    void updated(@Nullable IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        keep(after, before instanceof ServiceRequest was && was.hasExtension(OWN), request);
    }

    private static void keep(IBaseResource sent, boolean marked, @Nullable RequestDetails request) {
        if (!(sent instanceof ServiceRequest referral) || request instanceof SystemRequestDetails) {
            return;
        }
        if (referral.hasExtension(OWN) != marked) {
            referral.getExtension().removeIf(extension -> OWN.equals(extension.getUrl()));
            if (marked) {
                referral.addExtension(OWN, new BooleanType(true));
            }
        }
    }

    @Override
    public void follow(List<Change> changes) {
        changes.stream().filter(Change::isCreation).forEach(change -> change.now(ServiceRequest.class)
                .filter(this::isToOwn)
                .ifPresent(referral -> mark(referral, change.request())));
    }

    private boolean isToOwn(ServiceRequest referral) {
        var own = organisationOf(referral.getRequester());
        return own.isPresent()
                && referral.getPerformer().stream()
                        .anyMatch(service -> organisationOf(service).equals(own));
    }

    private void mark(ServiceRequest referral, @Nullable RequestDetails request) {
        referral.addExtension(OWN, new BooleanType(true));
        // HAPI would take the unique index of what was just created for another's.
        store.flush();
        store.update(referral);
        if (request != null) {
            var warning = Problem.warning(
                    DirectoryRule.OWN_SERVICE,
                    "ServiceRequest.performer",
                    "Whoever refers belongs to the organisation that provides the service; the referral is marked so.");
            Warnings.add(request, Place.within(referral, List.of(warning)));
        }
    }

    /** None for who acts for no organisation, such as the person themselves. */
    private Optional<String> organisationOf(Reference party) {
        var target = party.getReferenceElement();
        if (!target.hasIdPart()) {
            return Optional.empty();
        }
        var organisation =
                switch (String.valueOf(target.getResourceType())) {
                    case "Organization" -> party;
                    case "HealthcareService" ->
                        store.read(HealthcareService.class, target.getIdPart()).getProvidedBy();
                    case "PractitionerRole" ->
                        store.read(PractitionerRole.class, target.getIdPart()).getOrganization();
                    default -> new Reference();
                };
        return Optional.of(organisation).filter(Reference::hasReference).map(named -> named.getReferenceElement()
                .toUnqualifiedVersionless()
                .getValue());
    }
}
