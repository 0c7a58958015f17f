package io.github.sprigfhir.app.platform.searching;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.svc.ISearchCoordinatorSvc;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.CacheControlDirective;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * Searches as the sender of a request would: what an operation finds for somebody passes the same judges as their own
 * search, so it finds nothing that they could not have found.
 */
@Component
public class OthersSearches {

    private final DaoRegistry daos;
    private final ISearchCoordinatorSvc<?> searches;

    OthersSearches(DaoRegistry daos, ISearchCoordinatorSvc<?> searches) {
        this.daos = daos;
        this.searches = searches;
    }

    /** Everything that fits and that the sender may see; 403 as {@code limit} where it is more than {@code most}. */
    public <T extends Resource> List<T> find(
            Class<T> type, SearchParameterMap search, int most, RequestDetails request) {
        search.setLoadSynchronousUpTo(most + 1);
        // Not by the DAO, which would cut it at the page that the request asks of its own answer.
        var found = searches
                .registerSearch(
                        daos.getResourceDao(type), search, type.getSimpleName(), new CacheControlDirective(), request)
                .getResources(0, most + 1)
                .stream()
                .map(type::cast)
                .toList();
        if (found.size() > most) {
            throw Refusals.forbidden(new Problem(
                    IssueSeverity.ERROR,
                    IssueType.TOOCOSTLY,
                    ServerRule.LIMIT,
                    "",
                    "More than %d %s resources would have to be looked at, the limit."
                            .formatted(most, type.getSimpleName()),
                    "Ask for less, such as one episode, or for a part of it."));
        }
        return found;
    }
}
