package io.github.sprigfhir.app.platform.paging;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives the results of a search one order in which no two are equal, and each page a place in it, so that page after page
 * nothing is shown twice and nothing is left out.
 */
@Component
@Interceptor
class PageOrder implements SprigFeature {

    private static final int AFTER_ALL_JUDGES = 1000;

    @Hook(value = Pointcut.STORAGE_PRESEARCH_REGISTERED, order = AFTER_ALL_JUDGES)
    void settle(SearchParameterMap search, @Nullable RequestDetails request) {
        if (request == null
                || request instanceof SystemRequestDetails
                || request.getRestOperationType() != RestOperationTypeEnum.SEARCH_TYPE) {
            return;
        }
        if (search.getOffset() == null) {
            // HAPI would cut the first page off after as many entries as a page has matches, what is included among
            // them.
            search.setOffset(0);
        }
        order(search);
    }

    private static void order(SearchParameterMap search) {
        var last = new SortSpec(Constants.PARAM_PID);
        if (search.getSort() == null) {
            search.setSort(last);
            return;
        }
        var sort = search.getSort();
        while (sort.getChain() != null) {
            sort = sort.getChain();
        }
        sort.setChain(last);
    }
}
