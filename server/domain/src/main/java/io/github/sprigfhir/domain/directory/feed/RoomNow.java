package io.github.sprigfhir.domain.directory.feed;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a feed says of a service's room, by HSDS 3.1's service_capacity and by the service's status.
 *
 * @param status a code of CodeSystem/capacity-status
 * @param places how many more people it can take
 * @param asOf when that was so
 */
public record RoomNow(String status, Optional<Integer> places, Optional<Instant> asOf) {

    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);

    /**
     * One line of service_capacity.
     *
     * @param available how many units are free
     * @param updated when that was so
     */
    public record Line(BigDecimal available, Instant updated) {}

    /**
     * Puts both together: a closed service has no room, whatever the lines say; several lines count different things, so
     * they say only whether there is room at all, and the oldest of them how fresh that is.
     *
     * @return nothing where the feed says nothing of it
     */
    public static Optional<RoomNow> of(Optional<ServiceStatus> status, List<Line> lines) {
        Optional<Instant> asOf = lines.stream().map(Line::updated).min(Comparator.naturalOrder());
        if (status.filter(ServiceStatus.TEMPORARILY_CLOSED::equals).isPresent()) {
            return Optional.of(new RoomNow("no-capacity", Optional.empty(), asOf));
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        boolean isRoom = lines.stream().anyMatch(line -> line.available().compareTo(BigDecimal.ONE) >= 0);
        Optional<Integer> places = lines.size() == 1
                ? Optional.of(
                        lines.get(0).available().max(BigDecimal.ZERO).min(MOST).intValue())
                : Optional.empty();
        return Optional.of(new RoomNow(isRoom ? "available" : "no-capacity", places, asOf));
    }
}
