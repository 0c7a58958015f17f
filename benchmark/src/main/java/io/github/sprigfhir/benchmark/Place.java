package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One practice, one link-worker service and two community services: the published directory under other names. */
final class Place {

    /** The names of a place, in the order of those in the published directory. */
    private record Names(String surgery, String network, String trust, String first, String second) {}

    private static final Names PUBLISHED = new Names("Fellside", "Dale", "Riverside", "Walking Group", "Choir");
    private static final List<Names> PLACES = List.of(
            new Names("Moorside", "Moor", "Millbrook", "Gardening Club", "Advice Desk"),
            new Names("Harbour", "Coast", "Lighthouse", "Men's Shed", "Debt Advice"),
            new Names("Castlegate", "Castle", "Market", "Lunch Club", "Befriending"));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Names names;
    private final int number;
    private final Map<String, String> addresses = new HashMap<>();

    private Place(int number) {
        this.number = number;
        this.names = PLACES.get(number);
    }

    /** Every place, its directory sent to the server. */
    static List<Place> publish(FhirServer server) throws IOException, InterruptedException {
        var directory = server.example("Bundle-example-directory.json");
        var places = List.of(new Place(0), new Place(1), new Place(2));
        for (var place : places) {
            place.publish(server.as("demo-admin"), place.told(directory));
        }
        return places;
    }

    private void publish(FhirServer server, JsonNode directory) throws IOException, InterruptedException {
        var answer = JSON.readTree(server.post(directory.toString()).body());
        for (var index = 0; index < directory.path("entry").size(); index++) {
            var location = answer.path("entry")
                    .path(index)
                    .path("response")
                    .path("location")
                    .asText();
            if (location.isEmpty()) {
                throw new IOException("the directory was refused: " + answer);
            }
            addresses.put(
                    directory
                            .path("entry")
                            .path(index)
                            .path("request")
                            .path("url")
                            .asText(),
                    location.replaceFirst("/_history/.*", ""));
        }
    }

    /** The demo client that is bound to one of the place's organisations. */
    String client(String kind) {
        return "demo-load-%s-%d".formatted(kind, number);
    }

    /** The address of the second community service, which no published referral names. */
    String choir() {
        return addresses.entrySet().stream()
                .filter(address -> address.getKey().endsWith("-trust.example/id|SERVICE-2"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The directory has no second community service"));
    }

    /** A published example as it reads here; its references by identifier lead straight to the directory. */
    ObjectNode told(JsonNode example) {
        var text = example.toString()
                .replace(PUBLISHED.surgery() + " Example", names.surgery() + " Example")
                .replace(PUBLISHED.network() + " Example", names.network() + " Example")
                .replace(PUBLISHED.trust() + " Example", names.trust() + " Example")
                .replace("Example " + PUBLISHED.first(), "Example " + names.first())
                .replace("Example " + PUBLISHED.second(), "Example " + names.second())
                .replace("fellside-surgery", names.surgery().toLowerCase(Locale.ROOT) + "-surgery")
                .replace("dale-link-workers", names.network().toLowerCase(Locale.ROOT) + "-link-workers")
                .replace("riverside-trust", names.trust().toLowerCase(Locale.ROOT) + "-trust")
                .replace("A99001", "A9910" + number)
                .replace("U99001", "U9910" + number)
                .replace("9999001", "999910" + number)
                .replace("9990000000", "99910000" + number + "0");
        for (var address : addresses.entrySet()) {
            text = text.replace("\"" + address.getKey() + "\"", "\"" + address.getValue() + "\"");
        }
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A Bundle is JSON whatever its names", impossible);
        }
    }
}
