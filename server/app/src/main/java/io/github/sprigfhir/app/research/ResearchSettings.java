package io.github.sprigfhir.app.research;

import io.github.sprigfhir.domain.research.Area;
import io.github.sprigfhir.domain.research.Days;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which research projects there are.
 *
 * @param keys the folder of their keys, a file name.key for each, made where it is missing; research in the home folder
 *     if it is empty. It belongs beside the backup of the database, never into it
 * @param projects each with its name, its purpose, its last day as until, the instruments whose scores it may see (all
 *     if none is named), how many people share what is shown of each as k (5), days as weeks or since-first, area as
 *     none, decile or small-area, and days between releases as every (28)
 * @param ageBands the first year of each age band but the youngest, rising
 */
@ConfigurationProperties("sprig.research")
// Not a Path: Spring would look for it on the class path first.
record ResearchSettings(
        @DefaultValue("") String keys,
        @DefaultValue List<OneProject> projects,

        @DefaultValue({"18", "25", "35", "45", "55", "65", "75", "85"})
        List<Integer> ageBands) {

    /** One project; see the settings. */
    record OneProject(
            String name,
            String purpose,
            LocalDate until,
            @DefaultValue List<String> instruments,
            @DefaultValue("5") int k,
            @DefaultValue("weeks") Days days,
            @DefaultValue("decile") Area area,
            @DefaultValue("28") int every) {}
}
