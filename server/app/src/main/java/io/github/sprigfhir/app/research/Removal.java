package io.github.sprigfhir.app.research;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.copies.Copying;
import javax.sql.DataSource;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes copies: of somebody who takes part no longer, and of whole releases. */
@Component
@DependsOn("projects")
class Removal {

    private static final int AT_ONCE = 500;

    private final Projects projects;
    private final Releases releases;
    private final Subjects subjects;
    private final PersonCopies copies;
    private final Store store;
    private final JdbcClient database;

    Removal(
            Projects projects,
            Releases releases,
            Subjects subjects,
            PersonCopies copies,
            Store store,
            DataSource database) {
        this.projects = projects;
        this.releases = releases;
        this.subjects = subjects;
        this.copies = copies;
        this.store = store;
        this.database = JdbcClient.create(database);
    }

    /** Removes, in the transaction of the moment, all that is kept of somebody in every project, and keeps count. */
    void of(String person) {
        for (var project : projects.all()) {
            var removed = false;
            for (var release : releases.kept(project)) {
                var pseudonym = release.pseudonyms().of("Patient", person);
                removed |= copies.remove(release, pseudonym);
                subjects.forget(release, pseudonym);
            }
            if (removed) {
                database.sql("insert into sprig_research_removal (project, at, people) values (?, now(), 1)")
                        .param(project.name())
                        .update();
            }
        }
    }

    /** Removes all copies of a release. */
    void of(Release release) {
        in(release.partition());
        subjects.forgetAll(release);
        releases.emptied(release);
    }

    /** Removes all that is in a partition, a few in one transaction; what was copied last goes first, as it refers to others. */
    void in(int partition) {
        var keys = database.sql("select res_id from hfj_resource where partition_id = ? order by res_id desc")
                .param(partition)
                .query(Long.class)
                .list();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            var some = keys.subList(from, Math.min(keys.size(), from + AT_ONCE));
            store.inOneTransaction(new Copying(partition), () -> {
                copies.remove(some);
                return some;
            });
        }
    }
}
