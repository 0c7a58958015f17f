package io.github.sprigfhir.app.platform;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.api.svc.IIdHelperService;
import ca.uhn.fhir.jpa.api.svc.ResolveIdentityMode;
import ca.uhn.fhir.jpa.dao.tx.HapiTransactionService;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** The store as our own rules use it: within the transaction that called them, as the server itself. */
@Component
public class Store {

    private final DaoRegistry daos;
    private final IFhirSystemDao<Bundle, ?> system;
    private final HapiTransactionService transactions;
    private final IIdHelperService<JpaPid> ids;
    private final Session session;
    private final FhirContext fhir;

    Store(
            DaoRegistry daos,
            IFhirSystemDao<Bundle, ?> system,
            HapiTransactionService transactions,
            IIdHelperService<JpaPid> ids,
            Session session,
            FhirContext fhir) {
        this.ids = ids;
        this.fhir = fhir;
        this.daos = daos;
        this.system = system;
        this.transactions = transactions;
        this.session = session;
    }

    /** The current version of what a reference leads to. */
    public <T extends Resource> T read(Class<T> type, String id) {
        return ask(() -> daos.getResourceDao(type).read(new IdType(type.getSimpleName(), id), us()));
    }

    /** The current version of what has the id; none where nothing has, or it is deleted. */
    public <T extends Resource> Optional<T> find(Class<T> type, String id) {
        try {
            return Optional.of(read(type, id));
        } catch (ResourceNotFoundException | ResourceGoneException absent) {
            return Optional.empty();
        }
    }

    /** Those that refer to one of the targets, in no order; the transaction's own writes included. */
    public <T extends Resource> List<T> referring(Class<T> type, String parameter, Collection<String> targets) {
        var oneOf = new ReferenceOrListParam();
        targets.forEach(target -> oneOf.add(new ReferenceParam(target)));
        return search(type, new SearchParameterMap().add(parameter, oneOf));
    }

    /** Those that have the identifier. */
    public <T extends Resource> List<T> identified(Class<T> type, Identifier identifier) {
        return search(
                type,
                new SearchParameterMap("identifier", new TokenParam(identifier.getSystem(), identifier.getValue())));
    }

    /** Every one of the type. */
    public <T extends Resource> List<T> all(Class<T> type) {
        return search(type, new SearchParameterMap());
    }

    /** Those that carry the first coding of the concept in what the parameter looks at. */
    public <T extends Resource> List<T> coded(Class<T> type, String parameter, CodeableConcept concept) {
        var coding = concept.getCodingFirstRep();
        return search(type, new SearchParameterMap(parameter, new TokenParam(coding.getSystem(), coding.getCode())));
    }

    /** Stores it; all that it refers to is looked up at once, where HAPI would ask for each reference by itself. */
    public void create(Resource resource) {
        var known = new TransactionDetails();
        ids.resolveResourceIdentities(
                        RequestPartitionId.fromPartitionId(Partitions.DEFAULT),
                        referredTo(resource),
                        ResolveIdentityMode.excludeDeleted().noCacheUnlessDeletesDisabled())
                .forEach((id, found) -> known.addResolvedResourceId(id, found.getPersistentId()));
        ask(() -> dao(resource).create(resource, null, true, us(), known));
    }

    private List<IIdType> referredTo(Resource resource) {
        return fhir.newTerser().getAllResourceReferences(resource).stream()
                .map(reference -> reference.getResourceReference().getReferenceElement())
                .filter(id -> id.hasResourceType() && id.hasIdPart())
                .map(IIdType::toUnqualifiedVersionless)
                .distinct()
                .toList();
    }

    /** Stores it unless one that fits the condition is there. */
    public void create(Resource resource, String condition) {
        ask(() -> dao(resource).create(resource, condition, us()));
    }

    public void update(Resource resource) {
        update(resource, us());
    }

    /** Changes it as whoever the request is from. */
    public void update(Resource resource, RequestDetails request) {
        ask(() -> dao(resource).update(resource, request));
    }

    /** Does all of it or nothing, again from the start if another was quicker. */
    public <T> T inOneTransaction(RequestDetails request, Supplier<T> writes) {
        return transactions.withRequest(request).execute(status -> writes.get());
    }

    /** Carries a FHIR transaction out as if its sender had posted it: it meets every rule. */
    public Bundle transact(RequestDetails request, Bundle transaction) {
        return ask(() -> system.transaction(request, transaction));
    }

    /** As {@link #transact}, within the database transaction that is open. */
    public Bundle transactWithin(RequestDetails request, Bundle transaction) {
        return ask(() -> system.transactionNested(request, transaction));
    }

    /** The current versions of those of one type that are there, in no order; what is not there is left out. */
    public <T extends Resource> List<T> readAll(Class<T> type, Collection<String> ids) {
        var oneOf = new TokenOrListParam();
        ids.forEach(id -> oneOf.add(new TokenParam(id)));
        return ids.isEmpty() ? List.of() : search(type, new SearchParameterMap().add("_id", oneOf));
    }

    /**
     * Makes transactions that name the same thing wait for each other until they end, and reads nothing from memory
     * afterwards that another may have changed meanwhile.
     */
    public void takeTurns(String name) {
        session.lock(name);
        session.forget();
    }

    /** Waits as {@link #takeTurns} does, and keeps what was read: for who is yet to write. */
    public void awaitTurn(String name) {
        session.lock(name);
    }

    /** Reads nothing from memory any more that another may have changed meanwhile. */
    public void forget() {
        session.forget();
    }

    /** Waits for several turns, always in the same order, so that nobody waits in a circle. */
    public void awaitTurns(Collection<String> names) {
        session.lockAll(names.stream().distinct().sorted().toList());
    }

    /** Reads without putting into the database what is half written: for who must look before the write. */
    public <T> T beforeWriting(Supplier<T> reads) {
        return session.withoutFlush(reads);
    }

    /** Puts into the database what the transaction has written so far. */
    public void flush() {
        session.flush();
    }

    /** Puts into the database what the transaction has written so far, and reads it anew: for who changes it again. */
    public void settle() {
        session.forget();
    }

    private <T extends Resource> List<T> search(Class<T> type, SearchParameterMap parameters) {
        return ask(() -> daos.getResourceDao(type).searchForResources(parameters, us()));
    }

    private static <T> T ask(Supplier<T> work) {
        try {
            return work.get();
        } catch (InternalErrorException failed) {
            throw LostRace.in(failed)
                    .<BaseServerResponseException>map(race -> race)
                    .orElse(failed);
        }
    }

    @SuppressWarnings("unchecked")
    private IFhirResourceDao<Resource> dao(Resource resource) {
        return daos.getResourceDao((Class<Resource>) resource.getClass());
    }

    private static RequestDetails us() {
        return new SystemRequestDetails();
    }
}
