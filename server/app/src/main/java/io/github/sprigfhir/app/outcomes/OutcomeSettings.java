package io.github.sprigfhir.app.outcomes;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which instruments are known besides those of the FHIR package, and whose words may be recorded.
 *
 * @param instruments a folder of ObservationDefinitions in JSON, one for each score of an instrument of one's own; read
 *     at the start, which a faulty one stops
 * @param switchedOn the instruments whose owner lets their words be recorded under conditions that the operator has met,
 *     each with its code as instrument, such as ucla-3, and whom to name as attribution
 */
@ConfigurationProperties("sprig.outcomes")
// Not a Path: Spring would look for it on the class path first.
record OutcomeSettings(
        @DefaultValue("") String instruments, @DefaultValue List<SwitchedOn> switchedOn) {

    /** One instrument; see the settings. */
    record SwitchedOn(String instrument, @DefaultValue("") String attribution) {

        SwitchedOn {
            if (attribution.isBlank()) {
                throw new IllegalArgumentException(
                        "sprig.outcomes.switched-on: %s has no attribution, and may be switched on with one only"
                                .formatted(instrument));
            }
        }
    }
}
