package io.github.sprigfhir.app.directory.openreferral;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.jspecify.annotations.Nullable;

/** Says organisations and places in Open Referral UK's words; what says nothing is left out. */
final class Published {

    private Published() {}

    static ObjectNode organization(Organization organization) {
        var json = object();
        put(json, "name", organization.getName());
        telecom(json, organization.getTelecom(), "website");
        var identifiers = organization.getIdentifier().stream()
                .filter(one -> one.hasValue() && scheme(one).isPresent())
                .toList();
        if (!identifiers.isEmpty()) {
            var list = json.putArray("organization_identifiers");
            identifiers.forEach(one -> {
                var scheme = scheme(one).orElseThrow();
                var entry = list.addObject();
                entry.put("id", Codes.idOf(organization.getIdPart(), scheme));
                entry.put("identifier_scheme", scheme);
                entry.put("identifier_type", scheme.equals("GB-COH") ? "Company number" : "Charity number");
                entry.put("identifier", one.getValue());
            });
        }
        return json;
    }

    private static Optional<String> scheme(Identifier identifier) {
        return Codes.COMPANY.equals(identifier.getSystem())
                ? Optional.of("GB-COH")
                : Codes.CHARITY.equals(identifier.getSystem()) ? Optional.of("GB-CHC") : Optional.empty();
    }

    static ObjectNode location(Location location) {
        var json = object();
        put(json, "name", location.getName());
        put(json, "description", location.getDescription());
        if (location.hasAlias()) {
            put(json, "alternate_name", location.getAlias().get(0).getValue());
        }
        if (location.hasPosition()) {
            json.put("latitude", location.getPosition().getLatitude());
            json.put("longitude", location.getPosition().getLongitude());
        }
        if (location.hasAddress()) {
            address(json.putArray("addresses"), location.getAddress(), location.getIdPart());
        }
        return json;
    }

    private static void address(ArrayNode list, Address address, String id) {
        var json = list.addObject();
        json.put("id", Codes.idOf(String.valueOf(id), "address"));
        var lines = address.getLine();
        put(json, "address_1", lines.isEmpty() ? "" : lines.get(0).getValue());
        put(json, "address_2", lines.size() < 2 ? "" : lines.get(1).getValue());
        put(json, "city", address.getCity());
        put(json, "region", address.getDistrict());
        put(json, "state_province", address.getState());
        put(json, "postal_code", address.getPostalCode());
        json.put("country", address.hasCountry() ? address.getCountry() : "GB");
        json.put("address_type", "physical");
    }

    /** E-mail and page stand by themselves, telephones in a list. */
    static void telecom(ObjectNode json, List<ContactPoint> telecom, String page) {
        first(telecom, ContactPointSystem.EMAIL).ifPresent(email -> json.put("email", email));
        first(telecom, ContactPointSystem.URL).ifPresent(url -> json.put(page, url));
        var phones = telecom.stream()
                .filter(one -> one.hasValue()
                        && one.getSystem() != ContactPointSystem.EMAIL
                        && one.getSystem() != ContactPointSystem.URL)
                .toList();
        if (!phones.isEmpty()) {
            var list = json.putArray("phones");
            phones.forEach(phone -> {
                var entry = list.addObject();
                entry.put("id", Codes.idOf(phone.getValue(), "phone"));
                entry.put("number", phone.getValue());
                entry.put("type", type(phone));
            });
        }
    }

    private static String type(ContactPoint phone) {
        if (phone.getSystem() == null) {
            return "voice";
        }
        return switch (phone.getSystem()) {
            case FAX -> "fax";
            case SMS -> "text";
            case PAGER -> "pager";
            default -> "voice";
        };
    }

    private static Optional<String> first(List<ContactPoint> telecom, ContactPointSystem system) {
        return telecom.stream()
                .filter(one -> one.getSystem() == system && one.hasValue())
                .map(ContactPoint::getValue)
                .findFirst();
    }

    static void put(ObjectNode json, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            json.put(name, text);
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
