package io.github.sprigfhir.app.platform.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.ResourceTypes;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;

/**
 * Refuses a Bundle that does not say what it wants: neither transaction nor batch, an entry without request or
 * resource, a resource sent to the address of another type, a change to what comes with the FHIR package.
 */
@Component
@Interceptor
class BundleCheck implements SprigFeature {

    private static final Set<BundleType> PROCESSED = EnumSet.of(BundleType.TRANSACTION, BundleType.BATCH);
    private static final Set<HTTPVerb> WITH_RESOURCE = EnumSet.of(HTTPVerb.POST, HTTPVerb.PUT, HTTPVerb.PATCH);
    private static final Set<HTTPVerb> OF_WHAT_IS_THERE = EnumSet.of(HTTPVerb.DELETE, HTTPVerb.PATCH);
    private static final Pattern TYPE = Pattern.compile("/?([A-Za-z]+)(?:[/?].*)?");

    private final HttpSettings settings;
    private final SearchCheck searches;

    BundleCheck(HttpSettings settings, SearchCheck searches) {
        this.settings = settings;
        this.searches = searches;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    void check(RestOperationTypeEnum interaction, RequestDetails request) {
        if (interaction != RestOperationTypeEnum.TRANSACTION || !(request.getResource() instanceof Bundle bundle)) {
            return;
        }
        if (!PROCESSED.contains(bundle.getType())) {
            throw Refusals.badRequest(List.of(problem(
                    ServerRule.BUNDLE_TYPE,
                    "Bundle.type",
                    "This server processes Bundles of type transaction or batch only.")));
        }
        if (bundle.getEntry().size() > settings.mostEntries()) {
            throw Refusals.tooLarge(new Problem(
                    IssueSeverity.ERROR,
                    IssueType.TOOCOSTLY,
                    ServerRule.LIMIT,
                    "Bundle.entry",
                    "The Bundle has more than %d entries, the limit.".formatted(settings.mostEntries()),
                    "Send it as several."));
        }
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            check(bundle.getEntry().get(i), "Bundle.entry[%d]".formatted(i), problems);
        }
        if (!problems.isEmpty()) {
            throw Refusals.badRequest(problems);
        }
    }

    private void check(BundleEntryComponent entry, String path, List<Problem> problems) {
        var method = entry.getRequest().getMethod();
        if (method == null || !entry.getRequest().hasUrl()) {
            problems.add(
                    problem(ServerRule.BUNDLE_ENTRY, path + ".request", "The entry does not say what is to be done."));
            return;
        }
        if (!AddressCheck.isText(entry.getRequest().getUrl())) {
            problems.add(problem(
                    ServerRule.QUERY_ENCODING, path + ".request.url", "The address holds a NUL or a broken escape."));
            return;
        }
        // HAPI has a search in a Bundle checked as any other, but not a condition.
        if (method == HTTPVerb.GET || method == HTTPVerb.HEAD) {
            return;
        }
        var address = TYPE.matcher(entry.getRequest().getUrl());
        var type = address.matches() ? address.group(1) : "";
        checkCondition(type, Condition.query(entry.getRequest().getUrl()), path + ".request.url", problems);
        if (entry.getRequest().hasIfNoneExist()) {
            checkCondition(type, entry.getRequest().getIfNoneExist(), path + ".request.ifNoneExist", problems);
        }
        if (OF_WHAT_IS_THERE.contains(method) && !ResourceTypes.RECORDS.contains(type)) {
            problems.add(problem(
                    ServerRule.NOT_SUPPORTED,
                    path + ".request.url",
                    "This server does not let resources of that type be changed."));
        } else if (ResourceTypes.DEFINITIONS.contains(type)) {
            problems.add(problem(
                    ServerRule.NOT_SUPPORTED,
                    path + ".request.url",
                    "%s resources are read-only here: they come with the FHIR package.".formatted(type)));
        }
        if (WITH_RESOURCE.contains(method) && entry.getResource() == null) {
            problems.add(problem(ServerRule.BUNDLE_ENTRY, path + ".resource", "The entry has no resource."));
        } else if (method != HTTPVerb.PATCH
                && entry.getResource() != null
                && !entry.getResource().fhirType().equals(type)) {
            problems.add(problem(
                    ServerRule.BUNDLE_ENTRY,
                    path + ".request.url",
                    "The address is not of the type of the entry's resource."));
        }
    }

    private void checkCondition(String type, String condition, String path, List<Problem> problems) {
        searches.problems(type, condition)
                .forEach(problem -> problems.add(new Problem(
                        problem.severity(), problem.type(), problem.rule(), path, problem.text(), problem.remedy())));
    }

    private static Problem problem(ServerRule rule, String expression, String text) {
        return Problem.invalid(rule, expression, text, "FHIR R4, section 3.1.0.11, says how a transaction is written.");
    }
}
