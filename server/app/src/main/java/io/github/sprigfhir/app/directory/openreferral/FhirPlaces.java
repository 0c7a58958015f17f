package io.github.sprigfhir.app.directory.openreferral;

import io.github.sprigfhir.domain.directory.feed.Remark;
import io.github.sprigfhir.domain.kernel.CodeRules;
import io.github.sprigfhir.domain.kernel.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Location.LocationMode;
import org.hl7.fhir.r4.model.Location.LocationStatus;
import org.hl7.fhir.r4.model.Organization;

/** Maps the organisations, locations and areas of a feed. */
final class FhirPlaces {

    private static final BigDecimal RIGHT_ANGLE = BigDecimal.valueOf(90);
    private static final BigDecimal STRAIGHT_ANGLE = BigDecimal.valueOf(180);

    /** Schemes of org-id.guide, and our systems for them. */
    private static final Map<String, String> SCHEMES = Map.of("GB-CHC", Codes.CHARITY, "GB-COH", Codes.COMPANY);

    private final String feed;

    FhirPlaces(String feed) {
        this.feed = feed;
    }

    Organization organization(Doc sent, String id, String name) {
        var organization = new Organization().setActive(true).setName(name);
        organization.addIdentifier(identifier(id));
        for (var other : sent.items("organization_identifiers")) {
            var system = other.text("identifier_scheme").map(SCHEMES::get);
            var value = other.text("identifier");
            if (system.isPresent() && value.isPresent()) {
                if (CodeRules.decide(system.get(), value.get()) instanceof Verdict.Refused) {
                    other.find(Remark.IDENTIFIER_REFUSED, "identifier", "This is no identifier of that scheme.");
                } else if (organization.getIdentifier().stream()
                        .noneMatch(known -> system.get().equals(known.getSystem()))) {
                    organization.addIdentifier(
                            new Identifier().setSystem(system.get()).setValue(value.get()));
                }
            }
        }
        organization.setTelecom(telecom(sent, "website"));
        return organization;
    }

    Location location(Doc sent, String id) {
        var location = new Location().setStatus(LocationStatus.ACTIVE).setMode(LocationMode.INSTANCE);
        location.addIdentifier(identifier(id));
        sent.text("description").ifPresent(location::setDescription);
        sent.text("alternate_name").ifPresent(location::addAlias);
        position(sent).ifPresent(location::setPosition);
        var addresses = sent.items("addresses");
        addresses.stream()
                .filter(address ->
                        address.text("address_type").orElse("physical").equalsIgnoreCase("physical"))
                .findFirst()
                .or(() -> addresses.stream().findFirst())
                .map(FhirPlaces::address)
                .filter(address -> !address.isEmpty())
                .ifPresent(location::setAddress);
        return location.setName(sent.text("name")
                .or(() -> location.getAddress().getLine().stream()
                        .map(line -> line.getValue())
                        .findFirst())
                .or(() -> sent.text("location_type"))
                .orElse("Location"));
    }

    Location area(String id, String name) {
        var area = new Location()
                .setStatus(LocationStatus.ACTIVE)
                .setMode(LocationMode.KIND)
                .setName(name);
        area.addIdentifier(identifier(id));
        return area;
    }

    Identifier identifier(String id) {
        return new Identifier().setSystem(Codes.system(feed)).setValue(id);
    }

    /** Telephones, e-mail and page of whoever has them, and of the people to ask for; their names are not taken. */
    static List<ContactPoint> telecom(Doc sent, String page) {
        var all = new ArrayList<ContactPoint>();
        Stream.concat(
                        sent.items("phones").stream(),
                        sent.items("contacts").stream().flatMap(contact -> contact.items("phones").stream()))
                .forEach(phone -> phone.text("number").ifPresent(number -> add(all, kind(phone), number)));
        sent.text("email").ifPresent(email -> add(all, ContactPointSystem.EMAIL, email));
        sent.items("contacts").forEach(contact -> contact.text("email")
                .ifPresent(email -> add(all, ContactPointSystem.EMAIL, email)));
        sent.text(page, "url").ifPresent(url -> add(all, ContactPointSystem.URL, url));
        return all;
    }

    private static void add(List<ContactPoint> all, ContactPointSystem system, String value) {
        if (all.stream()
                .noneMatch(one -> one.getSystem() == system && one.getValue().equals(value))) {
            all.add(new ContactPoint().setSystem(system).setValue(value));
        }
    }

    private static ContactPointSystem kind(Doc phone) {
        return switch (phone.text("type").orElse("voice").toLowerCase(Locale.ROOT)) {
            case "fax" -> ContactPointSystem.FAX;
            case "text", "sms" -> ContactPointSystem.SMS;
            case "pager" -> ContactPointSystem.PAGER;
            default -> ContactPointSystem.PHONE;
        };
    }

    private static Address address(Doc sent) {
        var address = new Address();
        sent.text("address_1").ifPresent(address::addLine);
        sent.text("address_2").ifPresent(address::addLine);
        sent.text("city").ifPresent(address::setCity);
        sent.text("region").ifPresent(address::setDistrict);
        sent.text("state_province").ifPresent(address::setState);
        sent.text("postal_code").ifPresent(address::setPostalCode);
        sent.text("country").ifPresent(address::setCountry);
        return address;
    }

    private static Optional<Location.LocationPositionComponent> position(Doc sent) {
        var latitude = sent.number("latitude");
        var longitude = sent.number("longitude");
        if (latitude.isEmpty() || longitude.isEmpty()) {
            return Optional.empty();
        }
        if (latitude.get().abs().compareTo(RIGHT_ANGLE) > 0
                || longitude.get().abs().compareTo(STRAIGHT_ANGLE) > 0) {
            sent.find(Remark.POSITION_IMPOSSIBLE, "latitude", "There is no such place on Earth.");
            return Optional.empty();
        }
        return Optional.of(new Location.LocationPositionComponent()
                .setLatitude(latitude.get())
                .setLongitude(longitude.get()));
    }
}
