package io.github.sprigfhir.app.handover;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a scheme has agreed about handovers.
 *
 * @param acknowledgeWithinWorkingDays working days of England that an owner has to receive a handover, 1 to 60
 * @param holisticFromContacts the number of attended contacts from which a person's engagement counts as holistic, at
 *     least 3; one and two are light, those between are medium
 */
@ConfigurationProperties("sprig.handover")
record HandoverSettings(
        @DefaultValue("10") int acknowledgeWithinWorkingDays,
        @DefaultValue("7") int holisticFromContacts) {

    private static final int LONGEST = 60;
    private static final int FIRST_OF_MEDIUM = 3;

    HandoverSettings {
        if (acknowledgeWithinWorkingDays < 1 || acknowledgeWithinWorkingDays > LONGEST) {
            throw new IllegalArgumentException("sprig.handover.acknowledge-within-working-days is 1 to " + LONGEST);
        }
        if (holisticFromContacts < FIRST_OF_MEDIUM) {
            throw new IllegalArgumentException("sprig.handover.holistic-from-contacts is at least " + FIRST_OF_MEDIUM);
        }
    }
}
