package io.github.sprigfhir.domain.directory;

import io.github.sprigfhir.domain.directory.Vacancy.Full;
import io.github.sprigfhir.domain.directory.Vacancy.Queue;
import io.github.sprigfhir.domain.directory.Vacancy.Room;
import io.github.sprigfhir.domain.directory.Vacancy.Unknown;
import io.github.sprigfhir.domain.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Whether a service has room, and what one more handover makes of it. What is not known is not room, but no reason to
 * refuse either: most small groups never say.
 */
public final class CapacityRules {

    private static final String REMEDY =
            "Choose another service (the search parameter capacity of HealthcareService finds"
                    + " those that are available), or leave the Task without an owner until a service claims it.";

    private CapacityRules() {}

    /**
     * How a stated capacity stands.
     *
     * @param holdsFor how long after it was confirmed it can be relied on
     */
    public static Vacancy at(Capacity stated, Instant now, Duration holdsFor) {
        return isReliable(stated, now, holdsFor) ? asStated(stated) : new Unknown();
    }

    /** The first instant at which the capacity can no longer be relied on; none where it cannot at any. */
    public static Optional<Instant> staleFrom(Capacity stated, Duration holdsFor) {
        return stated.status() == CapacityStatus.UNKNOWN
                ? Optional.empty()
                : stated.confirmed().map(confirmed -> confirmed.plus(holdsFor));
    }

    /**
     * The capacity as it goes on record when a service states it: what changed without a new time was confirmed now,
     * nothing was confirmed later than now, and what was confirmed too long ago is unknown.
     *
     * @param before as it was stated before, if it was
     */
    public static Capacity onRecord(Optional<Capacity> before, Capacity sent, Instant now, Duration holdsFor) {
        var dated = confirmed(before, sent, now);
        return dated.status() == CapacityStatus.UNKNOWN || isReliable(dated, now, holdsFor) ? dated : dated.forgotten();
    }

    /** Whether something is said to have been confirmed that has not come yet. */
    public static boolean isConfirmedLater(Capacity sent, Instant now) {
        return sent.confirmed().filter(now::isBefore).isPresent();
    }

    /** Puts one more handover to a service. */
    public static Intake take(Capacity stated, Instant now, Duration holdsFor) {
        var vacancy = at(stated, now, holdsFor);
        if (vacancy instanceof Full) {
            return new Intake.Refused(full(stated));
        }
        if (vacancy instanceof Queue) {
            return enqueue(stated);
        }
        return vacancy instanceof Room ? fill(stated) : new Intake.Taken(stated, new Held(false, false), false);
    }

    /** Gives back what a handover was counted as. Whoever has stated the capacity anew since then has counted it in. */
    public static Capacity giveBack(Capacity stated, Held held) {
        var places = held.place() ? stated.places().map(CapacityRules::oneMore) : stated.places();
        var waiting = held.queued() ? stated.waiting().map(number -> Math.max(number - 1, 0)) : stated.waiting();
        var after = stated.withPlaces(places).withWaiting(waiting);
        return reopens(after) ? after.with(CapacityStatus.AVAILABLE) : after;
    }

    /** What had run out by our own count is to be had again, unless somebody waits for it. */
    private static boolean reopens(Capacity after) {
        return switch (after.status()) {
            case NO_CAPACITY -> after.hasPlaces();
            case WAITING_LIST ->
                after.hasPlaces()
                        && after.waiting().filter(number -> number == 0).isPresent();
            case AVAILABLE, UNKNOWN -> false;
        };
    }

    private static boolean isReliable(Capacity stated, Instant now, Duration holdsFor) {
        return !isConfirmedLater(stated, now)
                && staleFrom(stated, holdsFor).filter(now::isBefore).isPresent();
    }

    private static Capacity confirmed(Optional<Capacity> before, Capacity sent, Instant now) {
        var isNew = !before.equals(Optional.of(sent));
        var isUndated = sent.confirmed().isEmpty()
                || before.filter(was -> was.confirmed().equals(sent.confirmed()))
                        .isPresent();
        return isConfirmedLater(sent, now) || (isNew && isUndated && sent.status() != CapacityStatus.UNKNOWN)
                ? sent.confirmedAt(now)
                : sent;
    }

    private static Vacancy asStated(Capacity stated) {
        return switch (stated.status()) {
            case AVAILABLE -> stated.hasRunOut() ? withoutPlaces(stated) : new Room(stated.places());
            case WAITING_LIST -> new Queue(stated.waiting(), stated.expectedWait());
            case NO_CAPACITY -> new Full();
            case UNKNOWN -> new Unknown();
        };
    }

    private static Vacancy withoutPlaces(Capacity stated) {
        return stated.keepsAList() ? new Queue(stated.waiting(), stated.expectedWait()) : new Full();
    }

    private static Intake fill(Capacity stated) {
        var after = stated.withPlaces(stated.places().map(free -> free - 1));
        if (after.hasRunOut()) {
            after = after.with(after.keepsAList() ? CapacityStatus.WAITING_LIST : CapacityStatus.NO_CAPACITY);
        }
        return new Intake.Taken(after, new Held(stated.places().isPresent(), false), false);
    }

    /** A list has no end: a service that can take nobody more says so. Places that it still has are used up meanwhile. */
    private static Intake enqueue(Capacity stated) {
        var places = stated.places().map(free -> Math.max(free - 1, 0));
        var after = stated.with(CapacityStatus.WAITING_LIST)
                .withPlaces(places)
                .withWaiting(stated.waiting().map(CapacityRules::oneMore));
        return new Intake.Taken(after, new Held(stated.hasPlaces(), stated.keepsAList()), true);
    }

    private static int oneMore(int number) {
        return number == Integer.MAX_VALUE ? number : number + 1;
    }

    private static Refusal full(Capacity stated) {
        var said = stated.confirmed()
                .map(when -> ", as it confirmed last on "
                        + when.atOffset(ZoneOffset.UTC).toLocalDate())
                .orElse("");
        var wait = stated.expectedWait()
                .map(time -> " It expects people to wait about %d days.".formatted(time.toDays()))
                .orElse("");
        return new Refusal(
                DirectoryRule.CAPACITY, "The service is full and keeps no waiting list" + said + "." + wait, REMEDY);
    }
}
