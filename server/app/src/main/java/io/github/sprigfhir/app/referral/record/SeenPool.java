package io.github.sprigfhir.app.referral.record;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import io.github.sprigfhir.app.platform.searching.OthersSearches;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/** What the sender of a request could find of a record by searches of their own. */
final class SeenPool implements Pool {

    private static final int MOST = 500;

    private static final Map<String, Class<? extends Resource>> DIRECTORY = Map.of(
            "HealthcareService", HealthcareService.class,
            "Location", Location.class,
            "Organization", Organization.class,
            "Practitioner", Practitioner.class,
            "PractitionerRole", PractitionerRole.class);

    private final ServiceRequest referral;
    private final List<String> episode;
    private final RecordReads records;
    private final OthersSearches searches;
    private final RequestDetails request;
    private final Map<String, List<? extends Resource>> known = new HashMap<>();

    /**
     * Looks when it is asked.
     *
     * @param episode the addresses of all requests of the referral's episode
     */
    SeenPool(
            ServiceRequest referral,
            List<String> episode,
            RecordReads records,
            OthersSearches searches,
            RequestDetails request) {
        this.referral = referral;
        this.episode = episode;
        this.records = records;
        this.searches = searches;
        this.request = request;
        known.put("ServiceRequest", List.of(referral));
    }

    @Override
    public List<? extends Resource> of(String type) {
        return known.computeIfAbsent(type, this::look);
    }

    @Override
    public Optional<Resource> follow(Reference reference) {
        var id = reference.getReferenceElement();
        var type = String.valueOf(id.getResourceType());
        if (DIRECTORY.containsKey(type)) {
            return records.find(DIRECTORY.getOrDefault(type, Resource.class), id.getIdPart());
        }
        return Belonging.knows(type) || type.equals("Patient")
                ? of(type).stream()
                        .filter(one -> one.getIdElement().getIdPart().equals(id.getIdPart()))
                        .map(Resource.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    private List<? extends Resource> look(String type) {
        if (type.equals("Patient")) {
            return records.person(referral, request).stream().toList();
        }
        if (!Belonging.knows(type)) {
            return List.of();
        }
        var belonging = Belonging.of(type);
        var oneOf = new ReferenceOrListParam();
        RecordReads.targets(belonging, referral, episode).forEach(target -> oneOf.add(new ReferenceParam(target)));
        return searches.find(
                belonging.type(), new SearchParameterMap().add(belonging.parameter(), oneOf), MOST, request);
    }
}
