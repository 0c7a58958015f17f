package io.github.sprigfhir.app.research;

import io.github.sprigfhir.app.platform.copies.CopyStore;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes what was copied of people, in the transaction of the moment, and keeps count. */
@Component
@DependsOn("projects")
class Removal {

    private final CopyStore copies;
    private final Subjects subjects;
    private final JdbcClient database;

    Removal(CopyStore copies, Subjects subjects, DataSource database) {
        this.copies = copies;
        this.subjects = subjects;
        this.database = JdbcClient.create(database);
    }

    /** Removes all that is kept of somebody in these projects: their copies, and what they could be found by. */
    void of(String person, List<Project> projects) {
        for (var project : projects) {
            var pseudonym = project.of(person);
            var keys = copies.of(project.partition(), pseudonym).values();
            copies.remove(keys);
            subjects.forget(project, pseudonym);
            if (!keys.isEmpty()) {
                database.sql("insert into sprig_research_removal (project, at, people) values (?, now(), 1)")
                        .param(project.name())
                        .update();
            }
        }
    }
}
