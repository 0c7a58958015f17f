package io.github.sprigfhir.app.platform.http;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refuses searches that HAPI would answer as if part of them had not been asked, or could not survive: unknown
 * modifiers, broken chains and reverse chains, settings without a meaning, numbers of absurd size.
 */
@Component
@Interceptor
public class SearchCheck implements SprigFeature {

    private static final Pattern COUNT = Pattern.compile("\\d{1,10}");
    private static final Pattern ABSURD_NUMBER = Pattern.compile("[a-z]{0,2}[-+]?[\\d.]+[eE][-+]?\\d{3,}.*");
    private static final String ABSURD = "no number has an exponent of three digits or more";
    private static final Pattern PLACE = Pattern.compile(
            "-?\\d{1,3}(\\.\\d{1,15})?\\|-?\\d{1,3}(\\.\\d{1,15})?(\\|\\d{1,5}(\\.\\d{1,6})?(\\|\\w{1,20})?)?");
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}");
    private static final Pattern TYPE = Pattern.compile("[A-Z]\\w*");
    private static final Pattern REVERSE_CHAIN = Pattern.compile("_has(:[A-Z]\\w*:[\\w-]+:[\\w-]+)+([:.][\\w:.-]+)?");
    private static final String IF_NONE_EXIST = "If-None-Exist";
    private static final Map<String, Set<String>> SETTINGS = Map.of(
            "_summary", Set.of("true", "false", "text", "data", "count"),
            "_total", Set.of("none", "estimate", "accurate"));

    private static final Set<RestOperationTypeEnum> WITH_PARAMETERS = EnumSet.of(
            RestOperationTypeEnum.SEARCH_TYPE,
            RestOperationTypeEnum.GET_PAGE,
            RestOperationTypeEnum.HISTORY_INSTANCE,
            RestOperationTypeEnum.UPDATE,
            RestOperationTypeEnum.PATCH,
            RestOperationTypeEnum.DELETE);

    /** What is not listed HAPI would leave out in silence, or do without being asked for it here. */
    private static final Set<String> UNDERSTOOD = Set.of(
            "_at",
            "_bundletype",
            "_contained",
            "_elements",
            "_format",
            "_getpages",
            "_getpagesoffset",
            "_id",
            "_include",
            "_lastUpdated",
            "_language",
            "_list",
            "_offset",
            "_pageId",
            "_pretty",
            "_profile",
            "_revinclude",
            "_security",
            "_since",
            "_sort",
            "_source",
            "_tag");

    private final ISearchParamRegistry searchParams;
    private final SearchLimits limits;
    private final PartialDates partialDates;
    private final ChainEnds chainEnds;

    SearchCheck(ISearchParamRegistry searchParams, SearchLimits limits, PartialDates partialDates) {
        this.searchParams = searchParams;
        this.limits = limits;
        this.partialDates = partialDates;
        this.chainEnds = new ChainEnds(searchParams);
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    void check(RestOperationTypeEnum interaction, RequestDetails request) {
        var version = request.getId() == null ? null : request.getId().getVersionIdPart();
        if (version != null && !VERSION.matcher(version).matches()) {
            throw new ResourceNotFoundException("There is no such version.");
        }
        var problems = new ArrayList<Problem>();
        if (WITH_PARAMETERS.contains(interaction)) {
            problems.addAll(problems(request.getResourceName(), request.getParameters()));
        }
        for (var condition : request.getHeaders(IF_NONE_EXIST)) {
            problems.addAll(problems(request.getResourceName(), condition));
        }
        if (!problems.isEmpty()) {
            throw Refusals.badRequest(problems);
        }
    }

    /** What is wrong with a condition, with or without the type before its question mark. */
    public List<Problem> problems(@Nullable String type, String condition) {
        if (!AddressCheck.isText(condition)) {
            return List.of(Problem.invalid(
                    ServerRule.QUERY_ENCODING,
                    "",
                    "The condition holds a NUL or a broken escape.",
                    "Encode it in UTF-8."));
        }
        var query = condition.indexOf('?') < 0 ? condition : Condition.query(condition);
        return query.isEmpty() ? List.of() : problems(type, Condition.parameters(query));
    }

    private List<Problem> problems(@Nullable String type, Map<String, String[]> parameters) {
        var problems = new ArrayList<>(limits.passedBy(parameters));
        if (problems.isEmpty()) {
            parameters.forEach((name, values) -> check(type, name, Arrays.asList(values), problems));
        }
        return problems;
    }

    private void check(@Nullable String type, String name, List<String> values, List<Problem> problems) {
        if (name.startsWith("_has")) {
            if (!REVERSE_CHAIN.matcher(name).matches()) {
                problems.add(problem(name, "a reverse chain is _has:Type:reference:parameter"));
            }
            checkEndOfChain(type, name, values, problems);
        } else if (name.equals("_count")) {
            if (!values.stream().allMatch(value -> COUNT.matcher(value).matches())) {
                problems.add(problem(name, "its value is a whole number"));
            }
        } else if (SETTINGS.containsKey(name)) {
            if (!SETTINGS.get(name).containsAll(values)) {
                problems.add(problem(name, "its value is one of " + SETTINGS.get(name)));
            }
        } else if (name.startsWith("_")) {
            if (!UNDERSTOOD.contains(name.replaceFirst(":.*", "")) || name.startsWith("_elements:")) {
                problems.add(problem(name, "this server has no such parameter"));
            }
        } else {
            checkOrdinary(type, name, values, problems);
        }
    }

    private void checkOrdinary(@Nullable String type, String name, List<String> values, List<Problem> problems) {
        var steps = List.of(name.split("\\.", -1));
        var head = steps.get(0).split(":", -1);
        if (steps.stream().anyMatch(String::isEmpty) || head.length > 2) {
            problems.add(problem(name, "a chain is reference.parameter or reference:Type.parameter"));
            return;
        }
        if (steps.size() > 1) {
            checkEndOfChain(type, name, values, problems);
        }
        var parameter = searchParams.getActiveSearchParam(type, head[0], SearchParamLookupContextEnum.SEARCH);
        if (parameter == null) {
            return;
        }
        if (head.length == 2 && !isKnownModifier(parameter, head[1])) {
            problems.add(problem(name, "that parameter does not have that modifier"));
        }
        if (steps.size() == 1 && head.length == 1) {
            values.stream()
                    .flatMap(value -> faultOf(parameter, value).stream())
                    .findFirst()
                    .ifPresent(fault -> problems.add(problem(name, fault)));
        }
    }

    /** HAPI does not say of which type the end of a chain is, so its values cannot be judged or mended as others are. */
    private void checkEndOfChain(@Nullable String type, String name, List<String> values, List<Problem> problems) {
        if (chainEnds.isLeftOut(type, name)) {
            problems.add(problem(name, "its last parameter cannot be asked for through a chain"));
        }
        if (values.stream().anyMatch(value -> partialDates.isUnsafe(name, value))) {
            problems.add(problem(name, "at the end of a chain, a date that is compared needs a month and a day"));
        }
        if (values.stream().anyMatch(value -> ABSURD_NUMBER.matcher(value).matches())) {
            problems.add(problem(name, ABSURD));
        }
    }

    /** What is wrong with the form of a value, where HAPI would not survive it. */
    private static Optional<String> faultOf(RuntimeSearchParam parameter, String value) {
        return switch (parameter.getParamType()) {
            case NUMBER, QUANTITY -> ABSURD_NUMBER.matcher(value).matches() ? Optional.of(ABSURD) : Optional.empty();
            case COMPOSITE ->
                !value.contains("$") ? Optional.of("its value is two values with $ between them") : partOf(value);
            case SPECIAL ->
                // Others than that of R4 are read by whoever looks them up.
                !parameter.getBase().contains("Location")
                                || PLACE.matcher(value).matches()
                        ? Optional.empty()
                        : Optional.of("its value is latitude|longitude|distance|unit");
            case STRING, TOKEN, REFERENCE, URI, DATE, HAS -> Optional.empty();
        };
    }

    private static Optional<String> partOf(String composite) {
        if (PartialDates.comparesWithPart(composite)) {
            return Optional.of("a date that is compared needs a month and a day here");
        }
        return Arrays.stream(composite.split("[$,]", -1))
                        .anyMatch(part -> ABSURD_NUMBER.matcher(part).matches())
                ? Optional.of(ABSURD)
                : Optional.empty();
    }

    /** Not {@code :missing}: HAPI's search for what is not indexed fails here, and would read whole tables. */
    private static boolean isKnownModifier(RuntimeSearchParam parameter, String modifier) {
        return switch (parameter.getParamType()) {
            case STRING -> Set.of("exact", "contains").contains(modifier);
            case TOKEN ->
                Set.of("not", "in", "not-in", "above", "below", "of-type").contains(modifier);
            case REFERENCE -> TYPE.matcher(modifier).matches();
            case URI -> Set.of("above", "below", "contains").contains(modifier);
            case DATE, NUMBER, QUANTITY, COMPOSITE, HAS, SPECIAL -> false;
        };
    }

    private static Problem problem(String name, String text) {
        return Problem.invalid(
                ServerRule.SEARCH_PARAMETER,
                "",
                "The search parameter %s is not understood: %s."
                        .formatted(name.length() > 100 ? name.substring(0, 100) : name, text),
                "The CapabilityStatement lists the parameters of each type.");
    }
}
