package io.github.sprigfhir.app.platform.writing;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.ResourceTypes;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds every create and update to {@link WriteRules}, however it arrives: a transaction is judged whole before it
 * begins, so that its sender learns all that is wrong at once; everything else, patches too, just before it is stored.
 */
@Component
@Interceptor
class WriteGuard implements SprigFeature {

    private static final String JUDGED = "sprig.judged";

    private final WriteRules rules;

    WriteGuard(WriteRules rules) {
        this.rules = rules;
    }

    @Hook(Pointcut.STORAGE_TRANSACTION_PROCESSING)
    void judge(IBaseBundle request, @Nullable RequestDetails details) {
        if (isOurOwn(details)
                || !(request instanceof Bundle bundle)
                || bundle.getType() != Bundle.BundleType.TRANSACTION) {
            return;
        }
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            var entry = bundle.getEntry().get(i);
            registerAddresses(entry.getRequest());
            if (entry.getResource() != null && isJudgeable(entry)) {
                var container = "Bundle.entry[%d].resource".formatted(i);
                Place.note(entry.getResource(), container);
                judge(entry.getResource()).forEach(problem -> problems.add(problem.within(container)));
            }
        }
        refuseOrWarn(problems, details);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    void created(IBaseResource resource, @Nullable RequestDetails details) {
        judgeBeforeStorage(resource, details);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    void updated(IBaseResource before, IBaseResource after, @Nullable RequestDetails details) {
        judgeBeforeStorage(after, details);
    }

    private void judgeBeforeStorage(IBaseResource stored, @Nullable RequestDetails details) {
        if (!(stored instanceof Resource resource)
                || (isOurOwn(details) && ResourceTypes.DEFINITIONS.contains(resource.fhirType()))) {
            return;
        }
        refuseOrWarn(judge(resource), details);
    }

    /** Once for each object: a transaction's entries pass here a second time on their way into storage. */
    private List<Problem> judge(Resource resource) {
        if (resource.hasUserData(JUDGED)) {
            return List.of();
        }
        var problems = rules.check(resource);
        if (problems.stream().noneMatch(Problem::isError)) {
            resource.setUserData(JUDGED, true);
        }
        return problems;
    }

    private static void refuseOrWarn(List<Problem> problems, @Nullable RequestDetails details) {
        if (problems.stream().anyMatch(Problem::isError)) {
            throw Refusals.unprocessable(problems);
        }
        if (details != null) {
            Warnings.add(details, problems);
        }
    }

    private static boolean isJudgeable(Bundle.BundleEntryComponent entry) {
        var method = entry.getRequest().getMethod();
        return method == Bundle.HTTPVerb.POST || method == Bundle.HTTPVerb.PUT;
    }

    private static void registerAddresses(Bundle.BundleEntryRequestComponent request) {
        if (request.hasIfNoneExist()) {
            request.setIfNoneExist(CodeCheck.registered(request.getIfNoneExist()));
        }
        if (request.hasUrl()) {
            request.setUrl(CodeCheck.registered(request.getUrl()));
        }
    }

    private static boolean isOurOwn(@Nullable RequestDetails details) {
        return details instanceof SystemRequestDetails;
    }
}
