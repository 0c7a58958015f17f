package io.github.sprigfhir.app.referral;

import io.github.sprigfhir.domain.referral.Attendance;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;

/** Reads contacts: whether the person came. */
public final class Contacts {

    private static final String ATTENDANCE = "https://sprig-fhir.github.io/ig/StructureDefinition/attendance";

    private Contacts() {}

    /** Whether the person came, in the order in which the contacts began; contacts that are only planned are left out. */
    public static List<Attendance> attendances(List<Encounter> contacts) {
        return contacts.stream()
                .sorted(Comparator.comparing(contact -> contact.getPeriod().getStart()))
                .flatMap(contact -> attendance(contact).stream())
                .toList();
    }

    static boolean isAttended(Encounter contact) {
        return attendance(contact).equals(Optional.of(Attendance.ATTENDED));
    }

    private static Optional<Attendance> attendance(Encounter contact) {
        if (contact.getStatus() != Encounter.EncounterStatus.FINISHED
                || !contact.hasExtension(ATTENDANCE)
                || !(contact.getExtensionByUrl(ATTENDANCE).getValue() instanceof Coding coding)) {
            return Optional.empty();
        }
        return switch (coding.getCode()) {
            case "attended" -> Optional.of(Attendance.ATTENDED);
            case "did-not-attend" -> Optional.of(Attendance.DID_NOT_ATTEND);
            default -> Optional.empty();
        };
    }
}
