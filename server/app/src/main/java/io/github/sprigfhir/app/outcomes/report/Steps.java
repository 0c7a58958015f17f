package io.github.sprigfhir.app.outcomes.report;

import java.time.LocalDate;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened in the course of episodes, in a table of ours like {@link Facts}. */
@Component
@DependsOn("facts")
class Steps {

    private final JdbcClient database;

    Steps(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** What kinds of steps are counted. */
    enum Kind {
        /** An offer became a referral, or was declined. */
        OFFER,
        /** The link-worker service first answered; counted in working days. */
        ACKNOWLEDGEMENT,
        /** It took the referral on. */
        ACCEPTANCE,
        /** A contact with the link worker: whether the person came. */
        ATTENDANCE,
        /** In which mode one took place. */
        CONTACT_MODE,
        /** A contact with a community service: whether the person came. */
        SERVICE_ATTENDANCE,
        /** A community service took the person on. */
        SERVICE,
        /** There was no service for a need. */
        UNMET_NEED,
        /** How the episode ended: completed, or for which reason not. */
        END;

        /** As the table has it. */
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A step.
     *
     * @param id of the record that says so
     * @param what which of its kind it was: a code, the id of a service, or a number of days
     */
    record Step(String id, Kind kind, String episode, String what, LocalDate day) {}

    void note(Step step) {
        database.sql("""
                        insert into sprig_step (id, kind, episode, what, day) values (?, ?, ?, ?, ?)
                        on conflict (id, kind) do update
                        set episode = excluded.episode, what = excluded.what, day = excluded.day
                        """)
                .params(step.id(), step.kind().key(), step.episode(), step.what(), step.day())
                .update();
    }

    /** Notes a step that is taken once: who is handed over anew was answered before. */
    void noteFirst(Step step) {
        database.sql("""
                        insert into sprig_step (id, kind, episode, what, day) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(step.id(), step.kind().key(), step.episode(), step.what(), step.day())
                .update();
    }

    void forget(String id, Kind kind) {
        database.sql("delete from sprig_step where id = ? and kind = ?")
                .params(id, kind.key())
                .update();
    }

    /** Forgets all that a record said. */
    void forget(String id) {
        database.sql("delete from sprig_step where id = ?").param(id).update();
    }
}
