package io.github.sprigfhir.app.platform.reference;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts references into one form, so that two can be compared: type and id, without a version and without our own
 * address. A conditional reference, which HAPI resolves only while it stores, is resolved here before.
 */
@Component
public final class References {

    /** Two are too many already. */
    private static final int ENOUGH = 2;

    private final FhirContext fhir;
    private final DaoRegistry store;
    private final MatchUrlService conditions;

    References(FhirContext fhir, DaoRegistry store, MatchUrlService conditions) {
        this.fhir = fhir;
        this.store = store;
        this.conditions = conditions;
    }

    /** Type and id where it means a resource of this server; whatever it says where it does not. */
    public String settled(Reference reference, @Nullable RequestDetails request) {
        if (!reference.hasReference()) {
            return reference.hasIdentifier() ? token(reference.getIdentifier()) : "";
        }
        var address = reference.getReference();
        return address.indexOf('?') > 0 ? resolved(address, request) : local(address, request);
    }

    /** Type and id of an address below our own base, or relative to it; any other address as it is. */
    static String local(String address, @Nullable RequestDetails request) {
        var id = new IdType(address);
        if (id.isLocal() || !id.hasResourceType() || !id.hasIdPart()) {
            return address;
        }
        var elsewhere = id.isAbsolute() && (request == null || !isOurs(id.getBaseUrl(), request));
        return elsewhere ? address : id.toUnqualifiedVersionless().getValue();
    }

    private static boolean isOurs(String base, RequestDetails request) {
        return withoutSlash(base).equals(withoutSlash(String.valueOf(request.getFhirServerBase())));
    }

    private static String withoutSlash(String base) {
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** As whoever asks: what they do not see is not there, and they may not ask for more than in a search. */
    private String resolved(String condition, @Nullable RequestDetails request) {
        var type = condition.substring(0, condition.indexOf('?'));
        if (!store.isResourceTypeSupported(type)) {
            return condition;
        }
        var search = conditions.translateMatchUrl(condition, fhir.getResourceDefinition(type));
        search.setLoadSynchronousUpTo(ENOUGH);
        IFhirResourceDao<?> dao = store.getResourceDao(type);
        var found = dao.search(search, request == null ? new SystemRequestDetails() : request)
                .getAllResources();
        return found.size() == 1
                ? found.get(0)
                        .getIdElement()
                        .toUnqualifiedVersionless()
                        .withResourceType(type)
                        .getValue()
                : condition;
    }

    private static String token(Identifier identifier) {
        return identifier.getSystem() + "|" + identifier.getValue();
    }
}
