package io.github.sprigfhir.app.directory.openreferral;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.domain.directory.feed.Finding;
import io.github.sprigfhir.domain.directory.feed.NeedTable;
import io.github.sprigfhir.domain.directory.feed.Remark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Maps the document of a service, in the full form of Open Referral UK 3.0 (and HSDS 3.1), to FHIR resources. */
final class Mapping {

    private static final int LONGEST_ID = 200;

    private final String feed;
    private final NeedTable needs;
    private final FhirPlaces places;

    Mapping(String feed, NeedTable needs) {
        this.feed = feed;
        this.needs = needs;
        this.places = new FhirPlaces(feed);
    }

    /** Maps a document as it was sent. */
    Mapped map(ObjectNode sent, Instant now) {
        var findings = new ArrayList<Finding>();
        var document = Cleaning.clean(sent, findings);
        var doc = new Doc(document, "", findings);
        var id = id(doc);
        var name = doc.text("name");
        if (id.isEmpty()) {
            doc.find(Remark.NO_ID, "id", "A service without an id cannot be known again.");
        }
        if (name.isEmpty()) {
            doc.find(Remark.NO_NAME, "name", "The service has no name.");
        }
        var others = new LinkedHashMap<Source, Resource>();
        var organization = organization(doc, others);
        if (organization.isEmpty()) {
            doc.find(
                    Remark.NO_ORGANISATION, "organization", "The service does not say which organisation provides it.");
        }
        if (id.isEmpty() || name.isEmpty() || organization.isEmpty()) {
            return new Mapped(id.orElse(""), document, Optional.empty(), Map.of(), findings);
        }
        var service = new FhirService(doc, needs, now).map(name.get());
        service.addIdentifier(places.identifier(id.get()));
        service.setProvidedBy(new Reference(organization.get().reference()));
        locations(doc, service, others);
        areas(doc, service, others);
        return new Mapped(id.get(), document, Optional.of(service), others, findings);
    }

    private Optional<Source> organization(Doc doc, Map<Source, Resource> others) {
        return doc.object("organization").flatMap(sent -> {
            var id = id(sent);
            var name = sent.text("name");
            if (id.isEmpty() || name.isEmpty()) {
                return Optional.empty();
            }
            var source = new Source(Source.Kind.ORGANIZATION, id.get());
            others.put(source, places.organization(sent, id.get(), name.get()));
            return Optional.of(source);
        });
    }

    private void locations(Doc doc, HealthcareService service, Map<Source, Resource> others) {
        for (var place : doc.items("service_at_locations")) {
            place.object("location")
                    .filter(location ->
                            !location.text("location_type").orElse("").equals("virtual"))
                    .ifPresent(location -> id(location)
                            .ifPresentOrElse(
                                    id -> {
                                        var source = new Source(Source.Kind.LOCATION, id);
                                        if (others.put(source, places.location(location, id)) == null) {
                                            service.addLocation(new Reference(source.reference()));
                                        }
                                    },
                                    () -> location.find(Remark.NO_ID, "id", "A location without an id is not taken.")));
        }
    }

    /** Areas have an id for each service; those of the same name are one here. */
    private void areas(Doc doc, HealthcareService service, Map<Source, Resource> others) {
        for (var area : doc.items("service_areas")) {
            area.text("name", "service_area").ifPresent(name -> {
                var id = Codes.idOf(feed, "area", name.toLowerCase(Locale.ROOT));
                var source = new Source(Source.Kind.AREA, id);
                if (others.put(source, places.area(id, name)) == null) {
                    service.addCoverageArea(new Reference(source.reference()));
                }
            });
        }
    }

    /** An id that can stand in an address and be told from others. */
    private static Optional<String> id(Doc doc) {
        return doc.text("id").filter(id -> id.length() <= LONGEST_ID && id.matches("[^\\s|]+"));
    }

    /** Every reference that is to be put in place when the resources have ids. */
    static List<Reference> references(HealthcareService service) {
        return Stream.of(
                        Stream.of(service.getProvidedBy()),
                        service.getLocation().stream(),
                        service.getCoverageArea().stream())
                .flatMap(all -> all)
                .filter(reference -> reference.hasReference() && Source.isReference(reference.getReference()))
                .toList();
    }
}
