package io.github.sprigfhir.benchmark.circle;

import io.github.sprigfhir.domain.kernel.Role;
import java.util.Map;
import java.util.Optional;

/** Tells which organisation whoever is named belongs to, and as what. */
final class Directory {

    private static final String IG = "https://sprig-fhir.github.io/ig/CodeSystem/";

    private final Map<String, Kept> kept;

    Directory(Map<String, Kept> kept) {
        this.kept = kept;
    }

    Optional<Badge> of(String reference) {
        if (reference.startsWith("Organization/")) {
            return Optional.of(new Badge(Role.REFERRER, reference));
        }
        var entry = kept.get(reference);
        if (entry == null) {
            return Optional.empty();
        }
        return switch (entry.type()) {
            case "PractitionerRole" ->
                Optional.of(new Badge(
                        entry.has("code", IG + "role", "link-worker") ? Role.LINK_WORKER : Role.REFERRER,
                        entry.at("/organization/reference")));
            case "HealthcareService" ->
                Optional.of(new Badge(
                        entry.has("category", IG + "service-category", "link-worker-service")
                                ? Role.LINK_WORKER
                                : Role.PROVIDER,
                        entry.at("/providedBy/reference")));
            default -> Optional.empty();
        };
    }

    /** The organisation; empty of somebody who belongs to none. */
    String organisation(String reference) {
        return of(reference).map(Badge::organisation).orElse("");
    }
}
