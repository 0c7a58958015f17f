package io.github.sprigfhir.app.platform.searching;

import static ca.uhn.fhir.jpa.search.builder.QueryStack.SearchForIdsParams.with;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorBroadcaster;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.config.HibernatePropertiesProvider;
import ca.uhn.fhir.jpa.dao.NonPersistedSearch;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.partition.IRequestPartitionHelperSvc;
import ca.uhn.fhir.jpa.search.builder.QueryStack;
import ca.uhn.fhir.jpa.search.builder.StorageInterceptorHooksFacade;
import ca.uhn.fhir.jpa.search.builder.sql.SearchQueryBuilder;
import ca.uhn.fhir.jpa.search.builder.sql.SqlObjectFactory;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Puts what the sender of a request would find by a search into SQL, for another search to ask it of the database: however
 * many there are, none is read. It passes the same judges as their own search.
 */
@Component
public class SearchesAsSql {

    /** HAPI wants what may go with something else to come last. */
    private static final List<String> LAST = List.of("_id", "_tag");

    private final FhirContext fhir;
    private final JpaStorageSettings settings;
    private final PartitionSettings partitions;
    private final SqlObjectFactory parts;
    private final HibernatePropertiesProvider dialect;
    private final ISearchParamRegistry searchParams;
    private final IRequestPartitionHelperSvc partitionOf;
    private final StorageInterceptorHooksFacade judges;

    SearchesAsSql(
            FhirContext fhir,
            JpaStorageSettings settings,
            PartitionSettings partitions,
            SqlObjectFactory parts,
            HibernatePropertiesProvider dialect,
            ISearchParamRegistry searchParams,
            IRequestPartitionHelperSvc partitionOf,
            IInterceptorBroadcaster interceptors) {
        this.fhir = fhir;
        this.settings = settings;
        this.partitions = partitions;
        this.parts = parts;
        this.dialect = dialect;
        this.searchParams = searchParams;
        this.partitionOf = partitionOf;
        this.judges = new StorageInterceptorHooksFacade(interceptors);
    }

    /**
     * A question to the database.
     *
     * @param sql finds {@code res_id}, HAPI's keys of resources; with a question mark for each value
     */
    public record Keys(String sql, List<Object> values) {}

    /** What would be found by a search by plain parameters. */
    public Keys of(String type, SearchParameterMap search, RequestDetails request) {
        var where = partitionOf.determineReadPartitionForRequestForSearchType(request, type);
        judges.callStoragePresearchRegistered(request, search, new NonPersistedSearch(type), where);
        search.clean();
        var query = new SearchQueryBuilder(fhir, settings, partitions, where, type, parts, dialect, false, false);
        query.setNeedResourceTableRoot(true);
        var conditions = new QueryStack(request, search, settings, fhir, query, searchParams, partitions);
        search.keySet().stream().sorted(Comparator.comparing(LAST::indexOf)).forEach(name -> {
            var condition = conditions.searchForIdsWithAndOr(with().setResourceName(type)
                    .setParamName(name)
                    .setAndOrParams(search.get(name))
                    .setRequest(request)
                    .setRequestPartitionId(where));
            if (condition != null) {
                query.addPredicate(condition);
            }
        });
        var generated = query.generate(null, null);
        return generated.isMatchNothing()
                ? new Keys("select res_id from hfj_resource where false", List.of())
                : new Keys(
                        "select found.res_id from (%s) found".formatted(generated.getSql()),
                        List.copyOf(generated.getBindVariables()));
    }
}
