package io.github.sprigfhir.app.access.circle;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.util.ICachedSearchDetails;
import io.github.sprigfhir.app.access.GrantedScopes;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.caller.Identities;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.access.Grant;
import io.github.sprigfhir.domain.access.Scope;
import io.github.sprigfhir.domain.access.SearchRules;
import io.github.sprigfhir.domain.access.TokenRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Holds a token whose scopes speak of a part of a type, such as {@code Task.rs?status=requested}, to that part: searches
 * are narrowed to it, nothing else leaves, and what is written fits it before and after.
 *
 * <p>A part by a parameter that its holder may not search by fits nothing, since it would tell what is withheld.
 */
@Component
@Interceptor
@Order(ScopeParts.TURN)
public class ScopeParts implements SprigFeature, AtCommit {

    static final int TURN = 3;

    /** So that what is narrowed here is judged as if it had been asked for. */
    private static final int BEFORE_NARROWING = -10;

    private final FhirContext fhir;
    private final MatchUrlService conditions;
    private final SearchParamMatcher matcher;

    ScopeParts(FhirContext fhir, MatchUrlService conditions, SearchParamMatcher matcher) {
        this.fhir = fhir;
        this.conditions = conditions;
        this.matcher = matcher;
    }

    @Hook(value = Pointcut.STORAGE_PRESEARCH_REGISTERED, order = BEFORE_NARROWING)
    void narrow(ICachedSearchDetails details, SearchParameterMap search, @Nullable RequestDetails request) {
        var type = details.getResourceType();
        if (type == null || !(granted(request, Act.SEARCH, type) instanceof Grant.PartOnly grant)) {
            return;
        }
        var part = grant.parts().size() == 1 ? read(type, grant.parts().get(0)) : Optional.<SearchParameterMap>empty();
        part.orElseThrow(() -> Refusals.forbidden(List.of(problem(Act.SEARCH, type))))
                .entrySet()
                .forEach(asked -> {
                    var all = new ArrayList<>(
                            Optional.ofNullable(search.get(asked.getKey())).orElse(List.of()));
                    all.addAll(asked.getValue());
                    search.put(asked.getKey(), all);
                });
    }

    @Override
    public void follow(List<Change> changes) {
        var problems = new ArrayList<Problem>();
        for (var change : changes) {
            var act = change.isCreation() ? Act.CREATE : change.after() == null ? Act.DELETE : Act.UPDATE;
            var type = change.resource().fhirType();
            if (!change.isOurOwn()
                    && !Stream.of(Optional.ofNullable(change.before()), Optional.ofNullable(change.after()))
                            .flatMap(Optional::stream)
                            .allMatch(version -> speaksOf(version, act, change.request()))) {
                problems.addAll(Place.within(change.resource(), List.of(problem(act, type))));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusals.forbidden(problems);
        }
    }

    /** Whether the token of a request, if it has one, lets this act be done with a resource as it is. */
    public boolean speaksOf(Resource resource, Act act, @Nullable RequestDetails request) {
        return !(granted(request, act, resource.fhirType()) instanceof Grant.PartOnly grant)
                || fits(resource, grant, request);
    }

    /** Whether a resource may be in the answer to a request. */
    boolean keeps(Resource resource, RequestDetails request) {
        var grants = Stream.of(Act.READ, Act.SEARCH)
                .map(act -> granted(request, act, resource.fhirType()))
                .toList();
        var parts = grants.stream().anyMatch(Grant.Whole.class::isInstance)
                ? Stream.<Grant.PartOnly>of()
                : grants.stream().filter(Grant.PartOnly.class::isInstance).map(Grant.PartOnly.class::cast);
        var held = parts.toList();
        return held.isEmpty() || held.stream().anyMatch(grant -> fits(resource, grant, request));
    }

    private static Grant granted(@Nullable RequestDetails request, Act act, String type) {
        return GrantedScopes.of(request).map(scopes -> scopes.allow(act, type)).orElseGet(Grant.Whole::new);
    }

    private boolean fits(Resource resource, Grant.PartOnly grant, @Nullable RequestDetails request) {
        var type = resource.fhirType();
        return grant.parts().stream()
                .flatMap(part -> read(type, part).stream())
                .filter(part -> Identities.of(request)
                        .filter(caller -> SearchRules.decide(caller, type, AskedSearch.of(part))
                                .isEmpty())
                        .isPresent())
                .map(part -> matcher.match(part, resource))
                .anyMatch(result -> result.supported() && result.matched());
    }

    /** None where the type has no such parameter. */
    private Optional<SearchParameterMap> read(String type, List<Scope.Parameter> part) {
        var condition = part.stream()
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .collect(Collectors.joining("&", type + "?", ""));
        try {
            return Optional.of(conditions.translateMatchUrl(condition, fhir.getResourceDefinition(type)));
        } catch (InvalidRequestException unknown) {
            return Optional.empty();
        }
    }

    private static Problem problem(Act act, String type) {
        return new Problem(
                IssueSeverity.ERROR,
                IssueType.FORBIDDEN,
                TokenRule.SCOPE_PART_ONLY,
                type,
                "The token allows %s.%s for a part of the records only, which this request does not keep to."
                        .formatted(type, act.letter()),
                "Keep to that part, or ask for a token with a scope without a question mark.");
    }
}
