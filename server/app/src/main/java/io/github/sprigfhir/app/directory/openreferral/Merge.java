package io.github.sprigfhir.app.directory.openreferral;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;

/**
 * Puts what a feed says now in the place of what is stored, and keeps what feeds say nothing of: identifiers of others,
 * what is assured, who hosts, and the room that the provider itself has told of since.
 */
final class Merge {

    private Merge() {}

    /** Changes the mapped resource into the one to be stored. */
    static Resource into(Resource mapped, Resource stored) {
        mapped.setId(stored.getIdElement().toUnqualifiedVersionless());
        mapped.setMeta(stored.getMeta());
        if (mapped instanceof HealthcareService service) {
            service((HealthcareService) stored, service);
        } else if (mapped instanceof Organization organization) {
            var before = (Organization) stored;
            identifiers(organization.getIdentifier(), before.getIdentifier());
            organization.setType(before.getType());
            organization.setAlias(before.getAlias());
            organization.setAddress(before.getAddress());
            organization.setPartOf(before.getPartOf());
            organization.setContact(before.getContact());
            organization.setActive(!before.hasActive() || before.getActive());
        } else if (mapped instanceof Location location) {
            var before = (Location) stored;
            identifiers(location.getIdentifier(), before.getIdentifier());
            location.setManagingOrganization(before.getManagingOrganization());
            location.setPartOf(before.getPartOf());
            location.setTelecom(before.getTelecom());
            location.setType(before.getType());
            location.setHoursOfOperation(before.getHoursOfOperation());
        }
        return mapped;
    }

    private static void service(HealthcareService before, HealthcareService service) {
        identifiers(service.getIdentifier(), before.getIdentifier());
        for (var url : List.of(Codes.SERVICE_LEVEL, Codes.SERVICE_HOST)) {
            before.getExtensionsByUrl(url).forEach(service::addExtension);
        }
        if (!service.hasExtension(Codes.SERVICE_MODE)) {
            before.getExtensionsByUrl(Codes.SERVICE_MODE).forEach(service::addExtension);
        }
        var theirs = Optional.ofNullable(before.getExtensionByUrl(Codes.SERVICE_CAPACITY));
        var ours = Optional.ofNullable(service.getExtensionByUrl(Codes.SERVICE_CAPACITY));
        if (theirs.isPresent() && (ours.isEmpty() || isLater(theirs.get(), ours.get()))) {
            service.getExtension().removeIf(one -> Codes.SERVICE_CAPACITY.equals(one.getUrl()));
            service.addExtension(theirs.get());
        }
        service.setReferralMethod(before.getReferralMethod());
        if (before.hasAppointmentRequired()) {
            service.setAppointmentRequired(before.getAppointmentRequired());
        }
        service.setNotAvailable(before.getNotAvailable());
    }

    private static void identifiers(List<Identifier> ours, List<Identifier> before) {
        before.stream()
                .filter(one -> ours.stream().noneMatch(known -> one.getSystem().equals(known.getSystem())))
                .forEach(ours::add);
    }

    private static boolean isLater(Extension one, Extension other) {
        return asOf(one).flatMap(first -> asOf(other).map(first::after)).orElse(false);
    }

    private static Optional<Date> asOf(Extension capacity) {
        return Optional.ofNullable(capacity.getExtensionByUrl("asOf"))
                .map(part -> ((DateTimeType) part.getValue()).getValue());
    }
}
