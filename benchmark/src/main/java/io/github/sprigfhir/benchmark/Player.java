package io.github.sprigfhir.benchmark;

import io.github.sprigfhir.benchmark.circle.Badge;
import io.github.sprigfhir.benchmark.circle.Kept;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A client of the server with what it needs to write.
 *
 * @param code of its organisation, such as {@code A99001}
 * @param voice the role in which it speaks; its organisation where that has none
 */
record Player(String client, Badge badge, String code, String voice, List<String> services) {

    private static final int PLACES = 3;

    private record Part(String client, Role role, String code) {}

    /** Whom a first run has registered for an organisation, told by what is in the directory. */
    static List<Player> all(Collection<Kept> directory) {
        var fixed = Stream.of(
                new Part("demo-gp", Role.REFERRER, "A99001"),
                new Part("demo-gp-2", Role.REFERRER, "A99002"),
                new Part("demo-link-worker", Role.LINK_WORKER, "U99001"),
                new Part("demo-provider", Role.PROVIDER, "9999001"),
                new Part("demo-provider-2", Role.PROVIDER, "9999002"),
                new Part("demo-commissioner", Role.COMMISSIONER, "U99001"),
                new Part("demo-directory-editor", Role.DIRECTORY_EDITOR, "9999001"),
                new Part("demo-admin", Role.ADMINISTRATOR, "U99001"));
        var places = IntStream.range(0, PLACES)
                .boxed()
                .flatMap(place -> Stream.of(
                        new Part("demo-load-gp-" + place, Role.REFERRER, "A9910" + place),
                        new Part("demo-load-link-worker-" + place, Role.LINK_WORKER, "U9910" + place),
                        new Part("demo-load-provider-" + place, Role.PROVIDER, "999910" + place)));
        return Stream.concat(fixed, places).map(part -> of(part, directory)).toList();
    }

    private static Player of(Part part, Collection<Kept> directory) {
        var organisation = directory.stream()
                .filter(entry -> entry.type().equals("Organization"))
                .filter(entry -> entry.at("/identifier/0/value").equals(part.code()))
                .map(Kept::address)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The directory lacks " + part.code()));
        var voice = of("PractitionerRole", "/organization/reference", organisation, directory).stream()
                .findFirst()
                .orElse(organisation);
        return new Player(
                part.client(),
                new Badge(part.role(), organisation),
                part.code(),
                voice,
                of("HealthcareService", "/providedBy/reference", organisation, directory));
    }

    private static List<String> of(String type, String place, String organisation, Collection<Kept> directory) {
        return directory.stream()
                .filter(entry -> entry.type().equals(type) && entry.at(place).equals(organisation))
                .map(Kept::address)
                .toList();
    }

    Role role() {
        return badge.role();
    }

    String organisation() {
        return badge.organisation();
    }

    /** The system of the identifiers that it gives. */
    String system() {
        return "https://readers.example/" + client;
    }
}
