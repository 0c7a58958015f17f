package io.github.sprigfhir.app.directory.finding;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.CurrentVersions;
import io.github.sprigfhir.app.platform.outcome.Outcomes;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.domain.directory.Finding;
import io.github.sprigfhir.domain.directory.Match;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Distance;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;

/** Writes matches down as a searchset, each with its score, its distance and its reasons. */
@Component
class FhirMatches {

    private static final String REASON = "https://sprig-fhir.github.io/ig/StructureDefinition/match-reason";
    private static final String DISTANCE = "http://hl7.org/fhir/StructureDefinition/location-distance";
    private static final String SERVICE = "HealthcareService";
    private static final Set<String> PARTS = Set.of("Location", "Organization");
    private static final int DIGITS_OF_SCORE = 3;

    private final CurrentVersions versions;

    FhirMatches(CurrentVersions versions) {
        this.versions = versions;
    }

    /** One page, with the places and organisations of its services. */
    Bundle page(List<Match> matches, int offset, int count, RequestDetails request) {
        var answer = new Bundle().setType(Bundle.BundleType.SEARCHSET).setTotal(matches.size());
        var page = matches.stream().skip(offset).limit(count).toList();
        var services = versions.read(
                page.stream()
                        .map(match ->
                                (IIdType) new IdType(SERVICE, match.offer().id()))
                        .toList(),
                request);
        for (var match : page) {
            var service = services.get(SERVICE + "/" + match.offer().id());
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
        var parts = services.values().stream()
                .flatMap(FhirMatches::parts)
                .distinct()
                .toList();
        versions.read(parts, request).values().forEach(part -> add(answer, part, SearchEntryMode.INCLUDE, request));
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

    private static Stream<IIdType> parts(Resource service) {
        return service instanceof HealthcareService known
                ? Stream.concat(known.getLocation().stream(), Stream.of(known.getProvidedBy()))
                        .map(Reference::getReferenceElement)
                        .filter(id -> PARTS.contains(String.valueOf(id.getResourceType())) && id.hasIdPart())
                        .map(IIdType::toUnqualifiedVersionless)
                : Stream.empty();
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
