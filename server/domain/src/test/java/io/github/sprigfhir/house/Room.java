package io.github.sprigfhir.house;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The rooms of the house and which others each may use; rooms stand here before they are built, so that the walls are
 * there first (docs/architecture.md).
 */
public enum Room {
    KERNEL,
    REFERRAL,
    HANDOVER,
    CONSENT,
    DIRECTORY,
    OUTCOMES,
    RESEARCH,
    ACCESS,
    AUDIT,
    FEEDBACK,
    TERMINOLOGY,
    /** Data taken away whole, by Bulk Data Access; in the server only. */
    EXPORT,
    /** HAPI's wiring, the guarding of writes, errors; in the server only. */
    PLATFORM;

    /** What this room may use besides itself. */
    public Set<Room> mayUse() {
        return switch (this) {
            case KERNEL -> EnumSet.noneOf(Room.class);
            case REFERRAL -> EnumSet.of(KERNEL, DIRECTORY, PLATFORM);
            case HANDOVER, OUTCOMES -> EnumSet.of(KERNEL, REFERRAL, DIRECTORY, PLATFORM);
            case DIRECTORY, AUDIT, TERMINOLOGY -> EnumSet.of(KERNEL, PLATFORM);
            case CONSENT -> EnumSet.of(KERNEL, REFERRAL, HANDOVER, PLATFORM);
            case ACCESS -> EnumSet.of(KERNEL, REFERRAL, HANDOVER, CONSENT, PLATFORM);
            case RESEARCH -> EnumSet.of(KERNEL, CONSENT, DIRECTORY, OUTCOMES, ACCESS, PLATFORM);
            case FEEDBACK -> EnumSet.of(KERNEL, REFERRAL, HANDOVER, OUTCOMES, PLATFORM);
            case EXPORT -> EnumSet.of(KERNEL, RESEARCH, ACCESS, PLATFORM);
            case PLATFORM -> EnumSet.of(KERNEL);
        };
    }

    /** Whether the room connects only and decides nothing, and so has no place in the domain. */
    public boolean isOfTheServerOnly() {
        return this == PLATFORM || this == EXPORT;
    }

    /** The name of the room's package. */
    public String packageName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Room> named(String packageName) {
        return Arrays.stream(values())
                .filter(room -> room.packageName().equals(packageName))
                .findFirst();
    }
}
