package io.github.sprigfhir.app.directory.finding;

import io.github.sprigfhir.domain.directory.Ages;
import io.github.sprigfhir.domain.directory.CapacityStatus;
import io.github.sprigfhir.domain.directory.Offer;
import io.github.sprigfhir.domain.directory.Offer.Ways;
import io.github.sprigfhir.domain.directory.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Reads out of a community service, its places and its organisation what it is found and judged by. */
final class FhirEntry {

    private static final String IG = "https://sprig-fhir.github.io/ig/";
    private static final String EXTENSION = IG + "StructureDefinition/";
    private static final String CAPACITY = EXTENSION + "service-capacity";
    /** A code of the Government Statistical Service for an area, such as E08000035. */
    private static final Pattern AREA = Pattern.compile("[EWSNKLM]\\d{8}");

    private static final int OLDEST = 150;

    private final Look look;

    /** Where to find what the service refers to; none where it is not here. */
    interface Look {
        <T extends Resource> Optional<T> up(Class<T> type, Reference reference);

        /** Where a postcode is. */
        Optional<Position> postcode(String postcode);
    }

    FhirEntry(Look look) {
        this.look = look;
    }

    /** None where it is no active community service: nobody is handed over to it. */
    Optional<Entry> of(HealthcareService service) {
        var community = service.getCategory().stream()
                .anyMatch(category -> category.hasCoding(IG + "CodeSystem/service-category", "community-service"));
        return community && service.getActive() ? Optional.of(entry(service)) : Optional.empty();
    }

    private Entry entry(HealthcareService service) {
        var places = found(Location.class, service.getLocation());
        var areas = found(Location.class, service.getCoverageArea());
        var organisation = look.up(Organization.class, service.getProvidedBy());
        var offer = new Offer(
                service.getIdElement().getIdPart(),
                service.getName(),
                codes(values(service, "service-need")),
                positions(places).isEmpty() ? positions(areas) : positions(places),
                ways(service, areas),
                ages(service),
                level(service),
                CapacityStatus.UNKNOWN,
                new FhirTimes(service).times());
        var refs = references(service).distinct().toList();
        return new Entry(offer, said(service), confirmed(service), refs, text(service, organisation, places));
    }

    /** What the service is made of besides itself, each as {@code Location/42}. */
    static Stream<String> references(HealthcareService service) {
        return Stream.of(service.getLocation(), service.getCoverageArea(), List.of(service.getProvidedBy()))
                .flatMap(List::stream)
                .filter(Reference::hasReference)
                .map(reference -> reference
                        .getReferenceElement()
                        .toUnqualifiedVersionless()
                        .getValue());
    }

    private <T extends Resource> List<T> found(Class<T> type, List<Reference> references) {
        return references.stream()
                .flatMap(reference -> look.up(type, reference).stream())
                .toList();
    }

    private List<Position> positions(List<Location> locations) {
        return locations.stream()
                .flatMap(location -> position(location).stream())
                .distinct()
                .toList();
    }

    /** Where it says it is; else where its postcode is. */
    private Optional<Position> position(Location location) {
        if (location.getPosition().hasLatitude() && location.getPosition().hasLongitude()) {
            return Position.of(
                    location.getPosition().getLatitude().doubleValue(),
                    location.getPosition().getLongitude().doubleValue());
        }
        return location.getAddress().hasPostalCode()
                ? look.postcode(location.getAddress().getPostalCode())
                : Optional.empty();
    }

    private static Ways ways(HealthcareService service, List<Location> areas) {
        return new Ways(
                codes(service.getCommunication().stream()),
                codes(service.getCharacteristic().stream()),
                codes(values(service, "service-delivery-mode")),
                codes(service.getServiceProvisionCode().stream()),
                service.hasCoverageArea(),
                areas.stream()
                        .flatMap(area -> area.getIdentifier().stream())
                        .map(Identifier::getValue)
                        .filter(value -> value != null && AREA.matcher(value).matches())
                        .collect(Collectors.toSet()));
    }

    private static Ages ages(HealthcareService service) {
        var ranges = service.getEligibility().stream()
                .flatMap(eligibility -> eligibility.getExtensionsByUrl(EXTENSION + "eligibility-ages").stream())
                .map(Extension::getValue)
                .filter(Range.class::isInstance)
                .map(Range.class::cast)
                .toList();
        // Where several are given, whoever is in one of them may come.
        return new Ages(
                bound(
                                ranges,
                                range -> range.getLow().getValue() == null
                                        ? null
                                        : range.getLow().getValue().intValue())
                        .min(Integer::compare),
                bound(
                                ranges,
                                range -> range.getHigh().getValue() == null
                                        ? null
                                        : range.getHigh().getValue().intValue())
                        .max(Integer::compare));
    }

    private static Stream<Integer> bound(List<Range> ranges, Function<Range, @Nullable Integer> read) {
        var bounds = new ArrayList<Integer>();
        for (var range : ranges) {
            var bound = read.apply(range);
            if (bound == null) {
                return Stream.empty();
            }
            bounds.add(Math.max(0, Math.min(OLDEST, bound)));
        }
        return bounds.stream();
    }

    private static Optional<Integer> level(HealthcareService service) {
        return values(service, "service-assurance-level")
                .filter(Coding.class::isInstance)
                .map(value -> ((Coding) value).getCode())
                .filter(code -> code != null && code.matches("[1-9]"))
                .map(Integer::valueOf)
                .findFirst();
    }

    private static Optional<String> said(HealthcareService service) {
        return capacity(service, "status").filter(Coding.class::isInstance).map(value -> ((Coding) value).getCode());
    }

    private static Optional<Instant> confirmed(HealthcareService service) {
        return capacity(service, "asOf")
                .filter(DateTimeType.class::isInstance)
                .map(value -> ((DateTimeType) value).getValue().toInstant());
    }

    private static Optional<Base> capacity(HealthcareService service, String part) {
        return Optional.ofNullable(service.getExtensionByUrl(CAPACITY))
                .map(capacity -> capacity.getExtensionByUrl(part))
                .map(Extension::getValue);
    }

    private static Stream<Base> values(HealthcareService service, String extension) {
        return service.getExtensionsByUrl(EXTENSION + extension).stream().map(Extension::getValue);
    }

    private static Set<String> codes(Stream<? extends Base> concepts) {
        return concepts.flatMap(value -> value instanceof CodeableConcept concept
                        ? concept.getCoding().stream()
                        : Stream.of(value).filter(Coding.class::isInstance).map(Coding.class::cast))
                .filter(Coding::hasCode)
                .map(Coding::getCode)
                .collect(Collectors.toSet());
    }

    private static String text(HealthcareService service, Optional<Organization> organisation, List<Location> places) {
        var said = Stream.of(
                        Stream.of(service.getName(), service.getComment(), service.getExtraDetails()),
                        service.getType().stream().flatMap(FhirEntry::words),
                        service.getSpecialty().stream().flatMap(FhirEntry::words),
                        values(service, "service-need")
                                .filter(CodeableConcept.class::isInstance)
                                .flatMap(need -> words((CodeableConcept) need)),
                        service.getEligibility().stream().map(one -> one.getComment()),
                        organisation.stream().map(Organization::getName),
                        places.stream()
                                .flatMap(place -> Stream.of(
                                        place.getName(), place.getAddress().getCity())))
                .flatMap(Function.identity());
        return said.filter(some -> some != null && !some.isBlank()).collect(Collectors.joining(". "));
    }

    private static Stream<String> words(CodeableConcept concept) {
        return Stream.concat(
                Stream.of(concept.getText()), concept.getCoding().stream().map(Coding::getDisplay));
    }

    Optional<HealthcareService> service(String id) {
        return look.up(HealthcareService.class, new Reference("HealthcareService/" + id));
    }
}
