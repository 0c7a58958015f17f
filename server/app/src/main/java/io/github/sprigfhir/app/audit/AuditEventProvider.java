package io.github.sprigfhir.app.audit;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.util.UrlUtil;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.caller.Circle;
import io.github.sprigfhir.app.platform.caller.Identities;
import io.github.sprigfhir.app.platform.caller.Reasons;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.audit.AuditView;
import io.github.sprigfhir.domain.kernel.Refusal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Shows the audit as FHIR's AuditEvents, to be read and searched by those who may; there is no other way to it. */
@Component
class AuditEventProvider implements SprigFeature, IResourceProvider {

    private final DataSource database;
    private final Circle circle;
    private final ObjectProvider<Reasons> reasons;

    AuditEventProvider(DataSource database, Circle circle, ObjectProvider<Reasons> reasons) {
        this.database = database;
        this.circle = circle;
        this.reasons = reasons;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return AuditEvent.class;
    }

    /** One event, whole. */
    @Read
    public AuditEvent read(@IdParam IdType id, RequestDetails request) {
        var view = view(request, Optional.empty());
        if (view instanceof AuditView.Refused refused) {
            throw refusal(refused.refusal());
        }
        return new AuditSearch(Map.of("_id", new String[] {id.getIdPart()}))
                .page(database).stream()
                        .findFirst()
                        .map(event -> whole(event, request))
                        .orElseThrow(() -> new ResourceNotFoundException("There is no such event."));
    }

    /** A page of events, the newest first. */
    @Search(allowUnknownParams = true)
    public Bundle search(RequestDetails request) {
        var search = new AuditSearch(request.getParameters());
        var view = view(request, search.person());
        if (view instanceof AuditView.Refused refused) {
            throw refusal(refused.refusal());
        }
        if (view instanceof AuditView.WhoLooked whoLooked) {
            mustSee(whoLooked.patient(), request);
            return bundle(
                    search,
                    request,
                    event -> FhirAuditEvent.whoLooked(event, request.getFhirServerBase(), whoLooked.patient()));
        }
        return bundle(search, request, event -> whole(event, request));
    }

    private AuditEvent whole(StoredEvent event, RequestDetails request) {
        return FhirAuditEvent.whole(
                event.explained(id -> reasons.stream().findFirst().flatMap(all -> all.keptUnder(id))),
                request.getFhirServerBase());
    }

    private static AuditView view(RequestDetails request, Optional<String> person) {
        return AuditView.of(Identities.of(request), person);
    }

    /** Whom the caller does not see is answered like somebody who is not there. */
    private void mustSee(String patient, RequestDetails request) {
        if (!circle.includes(patient, request)) {
            throw new ResourceNotFoundException(new IdType(patient));
        }
    }

    private Bundle bundle(AuditSearch search, RequestDetails request, Function<StoredEvent, AuditEvent> form) {
        var total = search.total(database);
        var bundle =
                new Bundle().setType(Bundle.BundleType.SEARCHSET).setTotal((int) Math.min(total, Integer.MAX_VALUE));
        bundle.addLink().setRelation("self").setUrl(address(request, search.count(), search.offset()));
        if (search.count() > 0 && search.offset() + (long) search.count() < total) {
            bundle.addLink()
                    .setRelation("next")
                    .setUrl(address(request, search.count(), search.offset() + search.count()));
        }
        search.page(database).forEach(event -> {
            var resource = form.apply(event);
            bundle.addEntry()
                    .setFullUrl(request.getFhirServerBase() + "/AuditEvent/" + event.fhirId())
                    .setResource(resource)
                    .getSearch()
                    .setMode(Bundle.SearchEntryMode.MATCH);
        });
        return bundle;
    }

    private static String address(RequestDetails request, int count, int offset) {
        var parameters = new TreeMap<>(request.getParameters());
        parameters.put("_count", new String[] {Integer.toString(count)});
        parameters.put("_offset", new String[] {Integer.toString(offset)});
        return parameters.entrySet().stream()
                .flatMap(entry -> Arrays.stream(entry.getValue())
                        .map(value -> UrlUtil.escapeUrlParam(entry.getKey()) + "=" + UrlUtil.escapeUrlParam(value)))
                .collect(Collectors.joining("&", request.getFhirServerBase() + "/AuditEvent?", ""));
    }

    private static RuntimeException refusal(Refusal refusal) {
        return Refusals.forbidden(new Problem(
                IssueSeverity.ERROR, IssueType.FORBIDDEN, refusal.reason(), "", refusal.text(), refusal.remedy()));
    }
}
