package io.github.sprigfhir.app.access.writing;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.kernel.Identity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Judges each entry of a transaction before the first is stored, as if it had been sent by itself. HAPI carries out each
 * entry of a batch as a transaction of one.
 */
@Component
@Interceptor
class EntryInterceptor implements SprigFeature {

    private static final int BEFORE_ALL_JUDGES = -100;

    private final AccessGate gate;
    private final ReferenceCheck references;

    EntryInterceptor(AccessGate gate, ReferenceCheck references) {
        this.gate = gate;
        this.references = references;
    }

    @Hook(value = Pointcut.STORAGE_TRANSACTION_PROCESSING, order = BEFORE_ALL_JUDGES)
    void judge(IBaseBundle request, @Nullable RequestDetails details) {
        if (details != null && request instanceof Bundle bundle && bundle.getType() == Bundle.BundleType.TRANSACTION) {
            WriteAccessInterceptor.callerOf(details).ifPresent(caller -> judge(bundle, caller, details));
        }
    }

    private void judge(Bundle bundle, Identity caller, RequestDetails details) {
        var made = made(bundle);
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            var entry = bundle.getEntry().get(i);
            if (isWrite(entry)) {
                var container = "Bundle.entry[%d]".formatted(i);
                judge(entry, container, made, caller, details)
                        .forEach(problem -> problems.add(problem.within(container + ".resource")));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(problems);
        }
    }

    private List<Problem> judge(
            BundleEntryComponent entry, String place, Set<String> made, Identity caller, RequestDetails details) {
        var address = entry.getRequest().getUrl().replaceFirst("^/", "");
        var type = address.replaceFirst("[/?].*", "");
        var act = act(entry.getRequest().getMethod());
        Resource before = null;
        if (address.indexOf('?') > 0) {
            gate.byRole(caller, act, type, place);
            entry.getRequest().setUrl(Conditions.narrowed(type, address, caller, place + ".request.url"));
        } else if (address.indexOf('/') > 0) {
            before = gate.byId(
                            caller,
                            act,
                            new IdType(address),
                            details,
                            place,
                            id -> isPut(entry) ? Refusals.serverAssignsIds(type) : Refusals.notFound(id))
                    .orElse(null);
        } else {
            gate.byRole(caller, act, type, place);
        }
        if (entry.getRequest().hasIfNoneExist()) {
            var condition = entry.getRequest().getIfNoneExist();
            entry.getRequest()
                    .setIfNoneExist(Conditions.narrowed(type, condition, caller, place + ".request.ifNoneExist"));
        }
        return entry.getRequest().getMethod() == HTTPVerb.PATCH || entry.getResource() == null
                ? List.of()
                : judge(entry.getResource(), before, made, caller, details);
    }

    private List<Problem> judge(
            Resource sent, @Nullable Resource before, Set<String> made, Identity caller, RequestDetails details) {
        var problems = new ArrayList<>(LabelCheck.ofSent(sent));
        problems.addAll(references.beforeStorage(sent, before, made, caller, details));
        WriteAccessInterceptor.noteReferencesJudged(sent);
        return problems;
    }

    private static boolean isWrite(BundleEntryComponent entry) {
        var method = entry.getRequest().getMethod();
        return method != null
                && method != HTTPVerb.GET
                && method != HTTPVerb.HEAD
                && entry.getRequest().hasUrl();
    }

    private static boolean isPut(BundleEntryComponent entry) {
        return entry.getRequest().getMethod() == HTTPVerb.PUT;
    }

    private static Act act(HTTPVerb method) {
        return switch (method) {
            case POST -> Act.CREATE;
            case DELETE -> Act.DELETE;
            case PUT, PATCH -> Act.UPDATE;
            case GET, HEAD, NULL -> Act.READ;
        };
    }

    /** What others in the transaction may refer to by the condition under which it is created or changed. */
    private static Set<String> made(Bundle bundle) {
        var made = new HashSet<String>();
        for (var entry : bundle.getEntry()) {
            var request = entry.getRequest();
            if (request.hasIfNoneExist() && entry.getResource() != null) {
                made.add(entry.getResource().fhirType() + "?" + request.getIfNoneExist());
            } else if (request.getMethod() == HTTPVerb.PUT && request.hasUrl()) {
                made.add(request.getUrl());
            }
        }
        return made;
    }
}
