package io.github.sprigfhir.app.directory.finding;

import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import io.github.sprigfhir.app.platform.outcome.Outcomes;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.domain.directory.Finding;
import io.github.sprigfhir.domain.directory.Match;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Distance;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;

/** Writes matches down as a searchset, each with its score, its distance and its reasons. */
@Component
class FhirMatches {

    private static final String REASON = "https://sprig-fhir.github.io/ig/StructureDefinition/match-reason";
    private static final String DISTANCE = "http://hl7.org/fhir/StructureDefinition/location-distance";
    private static final int DIGITS_OF_SCORE = 3;

    private final IFhirResourceDao<HealthcareService> services;
    private final IFhirResourceDao<Location> locations;
    private final IFhirResourceDao<Organization> organisations;

    FhirMatches(
            IFhirResourceDao<HealthcareService> services,
            IFhirResourceDao<Location> locations,
            IFhirResourceDao<Organization> organisations) {
        this.services = services;
        this.locations = locations;
        this.organisations = organisations;
    }

    /** One page, with the places and organisations of its services. */
    Bundle page(List<Match> matches, int offset, int count, RequestDetails request) {
        var answer = new Bundle().setType(Bundle.BundleType.SEARCHSET).setTotal(matches.size());
        var page = matches.stream().skip(offset).limit(count).toList();
        var read = read(services, page.stream().map(match -> match.offer().id()).toList(), request);
        for (var match : page) {
            var service = read.get(match.offer().id());
            // It may have been deleted this very moment.
            if (service == null) {
                continue;
            }
            var entry = add(answer, service, SearchEntryMode.MATCH, request);
            entry.getSearch()
                    .setScore(BigDecimal.valueOf(match.score()).setScale(DIGITS_OF_SCORE, RoundingMode.HALF_UP));
            if (Double.isFinite(match.metres())) {
                entry.getSearch().addExtension(DISTANCE, distance(match.metres()));
            }
            match.findings().forEach(finding -> entry.getSearch().addExtension(reason(finding)));
        }
        include(answer, locations, ids(read.values(), HealthcareService::getLocation, "Location"), request);
        include(
                answer,
                organisations,
                ids(read.values(), service -> List.of(service.getProvidedBy()), "Organization"),
                request);
        return answer;
    }

    private static Distance distance(double metres) {
        var distance = new Distance();
        distance.setValue(BigDecimal.valueOf(Math.round(metres)));
        distance.setUnit("m").setSystem("http://unitsofmeasure.org").setCode("m");
        return distance;
    }

    private static Extension reason(Finding finding) {
        var reason = new Extension(REASON);
        reason.addExtension("criterion", new CodeType(finding.criterion().code()));
        reason.addExtension("effect", new CodeType(finding.effect().code()));
        reason.addExtension("text", new StringType(finding.text()));
        return reason;
    }

    private static List<String> ids(
            Collection<HealthcareService> services,
            Function<HealthcareService, List<Reference>> references,
            String type) {
        return services.stream()
                .flatMap(service -> references.apply(service).stream())
                .map(Reference::getReferenceElement)
                .filter(id -> type.equals(id.getResourceType()) && id.hasIdPart())
                .map(id -> id.getIdPart())
                .distinct()
                .toList();
    }

    private static <T extends Resource> void include(
            Bundle answer, IFhirResourceDao<T> dao, List<String> ids, RequestDetails request) {
        var read = read(dao, ids, request);
        ids.stream()
                .flatMap(id -> Optional.ofNullable(read.get(id)).stream())
                .forEach(found -> add(answer, found, SearchEntryMode.INCLUDE, request));
    }

    private static BundleEntryComponent add(
            Bundle answer, Resource resource, SearchEntryMode mode, RequestDetails request) {
        var entry = answer.addEntry();
        entry.setFullUrl("%s/%s/%s"
                .formatted(
                        request.getFhirServerBase(),
                        resource.fhirType(),
                        resource.getIdElement().getIdPart()));
        entry.setResource(resource);
        entry.getSearch().setMode(mode);
        return entry;
    }

    /** As whoever asks, so that they see what a search would show them. */
    private static <T extends Resource> Map<String, T> read(
            IFhirResourceDao<T> dao, Collection<String> ids, RequestDetails request) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var any = new TokenOrListParam();
        ids.forEach(id -> any.add(new TokenParam(id)));
        var search = SearchParameterMap.newSynchronous().add("_id", any);
        return dao.searchForResources(search, request).stream()
                .collect(Collectors.toMap(found -> found.getIdElement().getIdPart(), Function.identity()));
    }

    /** Says something beside what was found. */
    void note(Bundle answer, FindingRule rule, String text) {
        answer.addEntry()
                .setResource(Outcomes.of(
                        List.of(new Problem(IssueSeverity.INFORMATION, IssueType.INFORMATIONAL, rule, "", text, ""))))
                .getSearch()
                .setMode(SearchEntryMode.OUTCOME);
    }

    /** What was asked in the address is asked again for the next page; what was asked in a body is not repeated. */
    void link(Bundle answer, Asked asked, int offset, int count, RequestDetails request) {
        if (request.getResource() != null) {
            return;
        }
        answer.addLink().setRelation("self").setUrl(address(asked, offset, count, request));
        if (count > 0 && offset + count < answer.getTotal()) {
            answer.addLink().setRelation("next").setUrl(address(asked, offset + count, count, request));
        }
    }

    private static String address(Asked asked, int offset, int count, RequestDetails request) {
        var query = Stream.concat(
                asked.given().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(AskedWish.COUNT)
                                && !entry.getKey().equals(AskedWish.OFFSET))
                        .flatMap(
                                entry -> entry.getValue().stream().map(value -> entry.getKey() + "=" + encoded(value))),
                Stream.of(AskedWish.COUNT + "=" + count, AskedWish.OFFSET + "=" + offset));
        return request.getFhirServerBase() + "/HealthcareService/$find-services?"
                + query.collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
