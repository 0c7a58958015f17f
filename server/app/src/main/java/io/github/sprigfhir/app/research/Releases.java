package io.github.sprigfhir.app.research;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The releases of each project, in a table of ours. */
@Component
@DependsOn("projects")
class Releases {

    private final JdbcClient database;

    Releases(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** The release that was begun and is not finished. */
    Optional<Release> unfinished(Project project) {
        return of(project, "ended is null order by number").stream().findFirst();
    }

    /** The one that researchers see: the last that is finished. */
    Optional<Release> current(Project project) {
        return of(project, "ended is not null and emptied is null order by number desc").stream()
                .findFirst();
    }

    /** All of which there may be copies, the current one and an unfinished one among them. */
    List<Release> kept(Project project) {
        return of(project, "emptied is null order by number");
    }

    /** The day of the last, finished or not. */
    Optional<LocalDate> lastDay(Project project) {
        return database.sql("select max(day) from sprig_release where project = ?")
                .param(project.name())
                .query(LocalDate.class)
                .optional();
    }

    Release begin(Project project, LocalDate day, int partition) {
        return database.sql("insert into sprig_release (project, day, partition) values (?, ?, ?) returning *")
                .params(project.name(), day, partition)
                .query((row, number) -> in(project, row))
                .single();
    }

    /**
     * Notes that it is decided how finely each is shown.
     *
     * @param smallest how many the smallest group is of people of whom the same is shown
     */
    void decided(Release release, int smallest) {
        database.sql("update sprig_release set smallest = ? where number = ?")
                .params(smallest, release.number())
                .update();
    }

    /** How many the smallest group is, once that is decided. */
    Optional<Integer> smallest(Release release) {
        return database.sql("select smallest from sprig_release where number = ? and smallest is not null")
                .param(release.number())
                .query(Integer.class)
                .optional();
    }

    /** Notes that a release is finished, so that it is the current one; of how many people, and how small the smallest group is. */
    void end(Release release, int shown, int withheld, int smallest) {
        database.sql("update sprig_release set shown = ?, withheld = ?, smallest = ?, ended = now() where number = ?")
                .params(shown, withheld, smallest, release.number())
                .update();
    }

    /** What became of the current one, if there is one. */
    Optional<Told> told(Project project) {
        return database.sql("""
                        select day, shown, withheld, smallest from sprig_release
                        where project = ? and ended is not null and emptied is null order by number desc limit 1
                        """)
                .param(project.name())
                .query((row, number) -> new Told(
                        row.getObject("day", LocalDate.class),
                        row.getInt("shown"),
                        row.getInt("withheld"),
                        row.getInt("smallest")))
                .optional();
    }

    /**
     * What a finished release tells of itself.
     *
     * @param day on which it was begun
     * @param shown how many people there are copies of
     * @param withheld how many take part and are not shown
     * @param smallest how many the smallest group is of people of whom the same is shown
     */
    record Told(LocalDate day, int shown, int withheld, int smallest) {}

    /** Notes that no copy of it is left. */
    void emptied(Release release) {
        database.sql("update sprig_release set emptied = now() where number = ?")
                .param(release.number())
                .update();
    }

    private List<Release> of(Project project, String which) {
        return database.sql("select * from sprig_release where project = ? and " + which)
                .param(project.name())
                .query((row, number) -> in(project, row))
                .list();
    }

    private static Release in(Project project, ResultSet row) throws SQLException {
        return new Release(
                project, row.getLong("number"), row.getObject("day", LocalDate.class), row.getInt("partition"));
    }
}
