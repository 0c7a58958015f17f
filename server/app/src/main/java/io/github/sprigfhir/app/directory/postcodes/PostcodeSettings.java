package io.github.sprigfhir.app.directory.postcodes;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where postcodes come from.
 *
 * @param file a CSV file in the format of the ONS Postcode Directory, read again when it has changed; where it is empty,
 *     only the few made-up postcodes of the examples are known
 * @param rankedAreas how many small areas a country's index of deprivation ranks, by the country's code, such as
 *     E92000001: reports then tell of tenths; the figure is in the notes of the index that the file uses
 */
@ConfigurationProperties("sprig.directory.postcodes")
// Not a Path: Spring would look for it on the class path first.
record PostcodeSettings(
        @DefaultValue("") String file, @DefaultValue Map<String, Integer> rankedAreas) {

    PostcodeSettings {
        rankedAreas = Map.copyOf(rankedAreas);
        if (rankedAreas.values().stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException("sprig.directory.postcodes.ranked-areas are whole numbers from 1 on");
        }
    }
}
