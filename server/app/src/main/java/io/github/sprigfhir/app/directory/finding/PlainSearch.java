package io.github.sprigfhir.app.directory.finding;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.param.SpecialParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.util.ICachedSearchDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import io.github.sprigfhir.domain.directory.TimeWish;
import io.github.sprigfhir.domain.directory.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Lets a plain search ask for {@code text}, {@code near} and {@code open}: what the index of services finds takes their
 * place in the search, as ids. Other than for {@code $find-services}, a service that does not say is not found.
 *
 * <p>HAPI calls it for searches and for conditions, as it does the judges of searches.
 */
@Component
@Interceptor
class PlainSearch implements SprigFeature {

    private static final String TYPE = "HealthcareService";
    private static final String TEXT = "text";
    private static final String NEAR = "near";
    private static final String OPEN = "open";
    private static final Set<String> PARAMETERS = Set.of(TEXT, NEAR, OPEN);

    /** More ids than that make a search slow. */
    private static final int MOST = 1000;
    /** After what the token of the request narrows it to, before it is judged. */
    private static final int BEFORE_NARROWING = -5;

    private final AskedInSearch values;
    private final Ranking ranking;
    private final Preparation preparation;

    PlainSearch(AskedInSearch values, Ranking ranking, Preparation preparation) {
        this.values = values;
        this.ranking = ranking;
        this.preparation = preparation;
    }

    @Hook(value = Pointcut.STORAGE_PRESEARCH_REGISTERED, order = BEFORE_NARROWING)
    void lookUp(ICachedSearchDetails details, SearchParameterMap search) {
        if (!TYPE.equals(details.getResourceType()) || PARAMETERS.stream().noneMatch(search::containsKey)) {
            return;
        }
        preparation.refuseUntilReady();
        var problems = new ArrayList<Problem>();
        var wish = new Wish(
                new Wish.Subject(
                        Set.of(),
                        one(search, TEXT, AskedInSearch::text, "is words", problems)
                                .orElse("")),
                one(
                                search,
                                NEAR,
                                values::near,
                                "is latitude|longitude|distance|unit or postcode|distance|unit, with a postcode that this"
                                        + " server knows, at most %d km, and the unit km or m"
                                                .formatted(FindingSettings.FURTHEST_KM),
                                problems)
                        .orElse(Wish.ANYTHING.whereabouts()),
                Wish.ANYTHING.forWhom(),
                Wish.ANYTHING.manner(),
                one(search, OPEN, AskedInSearch::open, "is such as 2026-12-01T18:30 or tue-18:30", problems)
                        .orElse(TimeWish.ANY));
        if (!problems.isEmpty()) {
            throw Refusals.badRequest(problems);
        }
        search.add("_id", ids(wish));
    }

    private static <T> Optional<T> one(
            SearchParameterMap search,
            String name,
            Function<String, Optional<T>> read,
            String form,
            List<Problem> problems) {
        if (!search.containsKey(name)) {
            return Optional.empty();
        }
        var given = search.remove(name).stream()
                .flatMap(List<IQueryParameterType>::stream)
                .toList();
        var meant = given.size() == 1 && given.get(0) instanceof SpecialParam value && value.getMissing() == null
                ? read.apply(String.valueOf(value.getValue()))
                : Optional.<T>empty();
        if (meant.isEmpty()) {
            problems.add(problem("The search parameter %s %s, and is given once.".formatted(name, form), "Mend it."));
        }
        return meant;
    }

    private TokenOrListParam ids(Wish wish) {
        var found = ranking.sure(wish, MOST)
                .orElseThrow(() -> Refusals.badRequest(problem(
                        "More than %d services may be what text, near and open say together.".formatted(MOST),
                        "Ask for more words or a smaller distance; or ask $find-services, which ranks them.")));
        var ids = new TokenOrListParam();
        found.forEach(id -> ids.add(new TokenParam(id)));
        // An empty list would be no condition at all; no id has this form.
        return found.isEmpty() ? ids.add(new TokenParam("none")) : ids;
    }

    private static Problem problem(String text, String remedy) {
        return Problem.invalid(ServerRule.SEARCH_PARAMETER, "", text, remedy);
    }
}
