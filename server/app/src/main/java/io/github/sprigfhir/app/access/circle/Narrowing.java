package io.github.sprigfhir.app.access.circle;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.util.ICachedSearchDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.access.Asked;
import io.github.sprigfhir.domain.access.Holding;
import io.github.sprigfhir.domain.access.SearchRules;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Narrows every search of people's records to what its sender sees, in the database, so that nothing else is found,
 * counted or matched; and refuses what would tell of the rest all the same.
 *
 * <p>HAPI calls it for searches, for the conditions of conditional requests and for conditional references, alone, in
 * transactions and in batches.
 */
@Component
@Interceptor
class Narrowing implements SprigFeature {

    private static final String SECURITY = "_security";

    @Hook(Pointcut.STORAGE_PRESEARCH_REGISTERED)
    void narrow(ICachedSearchDetails details, SearchParameterMap search, @Nullable RequestDetails request) {
        var viewer = Viewer.of(request);
        if (request != null && viewer.isPresent()) {
            narrow(viewer.get(), details.getResourceType(), search, request);
        }
    }

    private static void narrow(Viewer viewer, String type, SearchParameterMap search, RequestDetails request) {
        var own = new TokenParam(Marks.SYSTEM, viewer.code());
        // A condition may have been narrowed already by who has put it together.
        var narrowed = isOwn(search, own);
        if (narrowed) {
            search.remove(SECURITY);
        }
        var asked = AskedSearch.of(search);
        refuseIfUnsafe(viewer, type, asked);
        switch (Holding.of(type)) {
            case PEOPLE -> {
                if (!narrowed && viewer.breaksTheGlass(type) && SearchRules.namesSomebody(type, asked)) {
                    viewer.naming(request);
                } else {
                    search.add(SECURITY, own);
                }
            }
            case AUDIT, UNKNOWN -> {
                if (!viewer.sees(type, Set.of())) {
                    search.add(SECURITY, own);
                }
            }
            case DIRECTORY, DEFINITIONS -> {}
        }
    }

    private static boolean isOwn(SearchParameterMap search, TokenParam own) {
        var asked = search.get(SECURITY);
        return asked != null
                && asked.stream()
                        .allMatch(any -> any.size() == 1
                                && any.get(0) instanceof TokenParam token
                                && token.getModifier() == null
                                && own.getSystem().equals(token.getSystem())
                                && own.getValue().equals(token.getValue()));
    }

    private static void refuseIfUnsafe(Viewer viewer, String type, List<Asked> asked) {
        var refusals = SearchRules.decide(viewer.identity(), type, asked);
        if (!refusals.isEmpty()) {
            throw Refusals.badRequest(refusals.stream()
                    .map(refusal -> new Problem(
                            IssueSeverity.ERROR,
                            IssueType.NOTSUPPORTED,
                            refusal.reason(),
                            "",
                            refusal.text(),
                            refusal.remedy()))
                    .toList());
        }
    }
}
