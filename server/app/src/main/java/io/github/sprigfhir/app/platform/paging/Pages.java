package io.github.sprigfhir.app.platform.paging;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps pages within bounds, and their totals true. */
@Component
@Interceptor
public final class Pages implements SprigFeature {

    /** The size of a page where nothing is asked. */
    public static final int USUAL = 20;

    /** The size of the largest page. */
    public static final int LARGEST = 200;

    private static final int DEEPEST = 10_000;
    private static final int BEFORE_THE_GATE = 100;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");
    /** Where the database has counted. */
    private static final Pattern COUNTED =
            Pattern.compile("[?&](_total=(accurate|estimate)|_summary=count|_count=0)(?:&|$)");

    /** What is found without HAPI, and counted by whoever shows it. */
    private static final List<String> COUNTED_ELSEWHERE = List.of("/AuditEvent?", "/HealthcareService/$find-services?");

    private static final Pattern CUT_SHORT = Pattern.compile("&cache=.*max-results");
    private static final Pattern OFFSET = Pattern.compile("[?&]_offset=(\\d{1,9})(?:&|$)");

    /** HAPI would show no more than the largest page, but would think that it had shown all that was asked for. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    void bound(RequestDetails request) {
        var offset = request.getParameters().get(Constants.PARAM_OFFSET);
        if (offset != null && (offset.length != 1 || !isAtMost(offset[0], DEEPEST))) {
            throw Refusals.badRequest(Problem.invalid(
                    ServerRule.SEARCH_PARAMETER,
                    "",
                    "The parameter _offset is a whole number, " + DEEPEST + " at most.",
                    "Follow the link next of a page; narrow the search where it finds more than that."));
        }
        var count = request.getParameters().get(Constants.PARAM_COUNT);
        if (count != null && count.length == 1 && NUMBER.matcher(count[0]).matches() && !isAtMost(count[0], LARGEST)) {
            var parameters = new HashMap<>(request.getParameters());
            parameters.put(Constants.PARAM_COUNT, new String[] {String.valueOf(LARGEST)});
            request.setParameters(parameters);
        }
    }

    /**
     * HAPI reckons the total of a last page from everything on it, or leaves it out: what was included and left out again
     * would be missing, and a page after the end would have as many results before it as it pleases.
     */
    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = BEFORE_THE_GATE)
    void count(@Nullable IBaseResource response, RequestDetails request) {
        if (response instanceof Bundle bundle) {
            count(bundle, written(request));
            bundle.getEntry().stream()
                    .map(BundleEntryComponent::getResource)
                    .filter(Bundle.class::isInstance)
                    .forEach(entry -> count((Bundle) entry, self((Bundle) entry)));
        }
    }

    private static void count(Bundle bundle, String search) {
        if (bundle.getType() != Bundle.BundleType.SEARCHSET
                || !bundle.hasLink()
                || COUNTED_ELSEWHERE.stream().anyMatch(self(bundle)::contains)
                || COUNTED.matcher(search).find()) {
            return;
        }
        var matches = (int) bundle.getEntry().stream()
                .filter(entry -> entry.getSearch().getMode() == SearchEntryMode.MATCH)
                .count();
        var offset = OFFSET.matcher(search);
        var before = offset.find() ? Integer.parseInt(offset.group(1)) : 0;
        var isLast = bundle.getLink(Bundle.LINK_NEXT) == null
                && !CUT_SHORT.matcher(search).find();
        if (isLast && (matches > 0 || before == 0)) {
            bundle.setTotal(before + matches);
        } else {
            bundle.setTotalElement(null);
        }
    }

    /** The search as a query, however it was sent: of one that was sent as a form, no link of the answer tells. */
    private static String written(RequestDetails request) {
        var query = new StringBuilder("?");
        request.getParameters().forEach((name, values) -> {
            for (var value : values) {
                query.append(name).append('=').append(value).append('&');
            }
        });
        var control = request.getHeader(Constants.HEADER_CACHE_CONTROL);
        return query.append("cache=").append(control == null ? "" : control).toString();
    }

    private static String self(Bundle bundle) {
        var link = bundle.getLink(Bundle.LINK_SELF);
        return link == null || !link.hasUrl() ? "" : link.getUrl();
    }

    private static boolean isAtMost(String value, int most) {
        return NUMBER.matcher(value).matches() && Long.parseLong(value) <= most;
    }
}
