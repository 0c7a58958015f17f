package io.github.sprigfhir.app.research;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each project's copies were released, and when they are next, in a table of ours. */
@Component
@DependsOn("projects")
class Releases {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Clock clock;
    private final JdbcClient database;

    Releases(Clock clock, DataSource database) {
        this.clock = clock;
        this.database = JdbcClient.create(database);
    }

    /** The day of the release that is to be made or finished now, if one is. */
    Optional<LocalDate> due(Project project) {
        var today = LocalDate.ofInstant(clock.instant(), LONDON);
        if (!project.study().isOpenOn(today)) {
            return Optional.empty();
        }
        var unfinished = database.sql(
                        "select day from sprig_research_release where project = ? and ended is null order by day limit 1")
                .param(project.name())
                .query(LocalDate.class)
                .optional();
        return unfinished.or(() -> Optional.of(today).filter(day -> isTime(project, day)));
    }

    private boolean isTime(Project project, LocalDate today) {
        var last = database.sql("select day from sprig_research_release where project = ? order by day desc limit 1")
                .param(project.name())
                .query(LocalDate.class)
                .optional();
        return last.map(day ->
                        !day.plusDays(project.study().daysBetweenReleases()).isAfter(today))
                .orElse(true);
    }

    void begin(Project project, LocalDate day) {
        database.sql("insert into sprig_research_release (project, day) values (?, ?) on conflict do nothing")
                .params(project.name(), day)
                .update();
    }

    /**
     * Notes that a release is finished.
     *
     * @param smallest how many the smallest group is of people of whom the same is shown
     */
    void end(Project project, LocalDate day, int shown, int withheld, int smallest) {
        database.sql("""
                        update sprig_research_release set shown = ?, withheld = ?, smallest = ?, ended = now()
                        where project = ? and day = ?
                        """).params(shown, withheld, smallest, project.name(), day).update();
    }
}
