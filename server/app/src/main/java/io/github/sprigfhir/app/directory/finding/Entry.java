package io.github.sprigfhir.app.directory.finding;

import io.github.sprigfhir.domain.directory.CapacityRules;
import io.github.sprigfhir.domain.directory.CapacityStatus;
import io.github.sprigfhir.domain.directory.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the index holds of one service.
 *
 * @param offer everything but its vacancy, which depends on the time of asking
 * @param said its capacity status
 * @param confirmed when that was last confirmed
 * @param refs the resources from which this was made, as type and id, beside the service itself
 * @param text all that it is found by
 */
record Entry(Offer offer, Optional<String> said, Optional<Instant> confirmed, List<String> refs, String text) {

    /** As it is seen now. */
    Offer seen(Instant now, Duration capacityHolds) {
        return new Offer(
                offer.id(),
                offer.name(),
                offer.needs(),
                offer.places(),
                offer.access(),
                offer.ages(),
                offer.level(),
                CapacityRules.at(
                        said.flatMap(CapacityStatus::of).orElse(CapacityStatus.UNKNOWN), confirmed, now, capacityHolds),
                offer.times());
    }
}
