package io.github.sprigfhir.app.directory.openreferral;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** A service's document mapped, and its resources as if they were stored. */
final class Documents {

    /** Holds everything that the mapping knows and much that it does not. */
    static final String RICH = """
            {"id": "s-1", "name": "Example choir", "alternate_name": "The choir", "description": "Songs, then tea.",
             "url": "https://choir.example", "email": "sing@choir.example", "status": "active",
             "fees_description": "Pay what you can", "minimum_age": 18, "maximum_age": 25.0,
             "eligibility_description": "Anybody who likes to sing", "accreditations": "None", "licenses": "None",
             "assured_date": "2026-01-05", "assurer_email": "check@council.example", "alert": "Closed in August",
             "last_modified": "2026-03-15T10:30:45.123Z", "additional_urls": [{"id": "u-1", "url": "https://more.example"}],
             "capacities": [{"id": "c-1", "unit": {"id": "p", "name": "Place"}, "available": 4, "maximum": 20,
                "updated": "2026-03-01T09:00:00+00:00"}],
             "phones": [{"id": "p-1", "number": "01632 960001", "extension": 12, "type": "voice"}],
             "contacts": [{"id": "co-1", "name": "A Person", "title": "Secretary", "email": "a.person@choir.example"}],
             "schedules": [
                {"id": "t-1", "freq": "WEEKLY", "interval": 1, "byday": "TU", "opens_at": "19:00", "closes_at": "21:00",
                 "notes": "Come early"},
                {"id": "t-2", "freq": "MONTHLY", "byday": "1SU", "dtstart": "2026-01-04", "opens_at": "14:00Z"}],
             "service_areas": [{"id": "a-1", "name": "Exampleby", "extent": "POLYGON", "extent_type": "geojson"}],
             "languages": [{"id": "l-1", "name": "English", "code": "en", "note": "and Welsh songs"}],
             "funding": [{"id": "f-1", "source": "A grant"}],
             "cost_options": [{"id": "k-1", "option": "Members", "amount": 2.50, "currency": "GBP",
                "amount_description": "an evening", "valid_from": "2026-01-01", "valid_to": "2026-12-31"}],
             "required_documents": [{"id": "d-1", "document": "none"}],
             "organization": {"id": "o-1", "name": "Example Singers", "description": "They sing", "legal_status": "charity",
                "email": "hello@singers.example", "website": "https://singers.example",
                "organization_identifiers": [{"id": "i-1", "identifier_scheme": "GB-CHC", "identifier": "9999002",
                    "identifier_type": "Charity number"}]},
             "service_at_locations": [
                {"id": "sl-1", "description": "Upstairs", "location": {"id": "lo-1", "location_type": "physical",
                    "name": "Example Hall", "latitude": 54.50, "longitude": -2.5, "transportation": "Bus 7",
                    "addresses": [{"id": "ad-1", "address_1": "2 Example Bank", "city": "Exampleby", "postal_code": "ZZ99 3WZ",
                        "country": "GB", "address_type": "physical"}],
                    "accessibility": [{"id": "ac-1", "description": "Wheelchair access", "details": "A ramp"}]}},
                {"id": "sl-2", "location": {"id": "lo-2", "location_type": "virtual", "name": "Online"}}],
             "attributes": [
                {"id": "at-1", "link_type": "activity", "taxonomy_term": {"id": "tt-1", "name": "Music", "description": "Music",
                    "taxonomy": "https://taxonomy.example/activities", "term_uri": "https://taxonomy.example/activities/1"}},
                {"id": "at-2", "taxonomy_term": {"id": "tt-2", "name": "Basket weaving", "taxonomy": "Hobbies"}}]}
            """;

    private final Map<String, Resource> stored = new HashMap<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final Mapped mapped;
    private final HealthcareService service;

    Documents(ObjectNode sent, Mapping mapping) {
        this.mapped = mapping.map(sent, Instant.parse("2026-04-01T00:00:00Z"));
        this.service = mapped.service().orElseThrow();
        service.setId("HealthcareService/1");
        var addresses = new HashMap<Source, String>();
        mapped.others().forEach((source, resource) -> {
            var address = source.kind().type() + "/" + (addresses.size() + 10);
            resource.setId(address);
            addresses.put(source, address);
            stored.put(address, resource);
            sources.put(address, source);
        });
        Mapping.references(service)
                .forEach(one -> one.setReference(addresses.get(Source.ofReference(one.getReference()))));
    }

    HealthcareService service() {
        return service;
    }

    Mapped mapped() {
        return mapped;
    }

    <T extends Resource> Stream<T> stored(Class<T> type) {
        return stored.values().stream().filter(type::isInstance).map(type::cast);
    }

    Publication.Kept kept() {
        return new Publication.Kept("example", mapped.document(), sources);
    }

    Optional<? extends Resource> read(String type, Reference reference) {
        return Optional.ofNullable(stored.get(reference.getReference()));
    }
}
