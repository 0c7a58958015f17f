package io.github.sprigfhir.app.outcomes.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
        END,
        /** How far an episode came that has ended. */
        PROGRESS,
        /** Why it was not completed. */
        END_REASON,
        /** Working days until the service first answered; empty where it never did. */
        TIME_TO_ACKNOWLEDGEMENT,
        /** Days until the first contact; empty where there was none. */
        TIME_TO_FIRST_CONTACT,
        /** How many contacts there were. */
        CONTACTS;

        /** What follows from the other steps once an episode has ended. */
        private static final Set<Kind> CONCLUSIONS =
                EnumSet.of(PROGRESS, END_REASON, TIME_TO_ACKNOWLEDGEMENT, TIME_TO_FIRST_CONTACT, CONTACTS);

        /** Of which conclusions alone are made. */
        private static final Set<Kind> NOT_COUNTED = EnumSet.of(ACKNOWLEDGEMENT, ACCEPTANCE, END);

        /** As the table has it. */
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Those that reports count, as the table has them. */
        static String[] counted() {
            return keys(EnumSet.complementOf(EnumSet.copyOf(NOT_COUNTED)));
        }

        private static String[] conclusions() {
            return keys(CONCLUSIONS);
        }

        private static String[] keys(Set<Kind> kinds) {
            return kinds.stream().map(Kind::key).toArray(String[]::new);
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

    /** Forgets all that a record said, and tells of which episodes that was. */
    Set<String> forget(String id) {
        return Set.copyOf(database.sql("delete from sprig_step where id = ? returning episode")
                .param(id)
                .query(String.class)
                .set());
    }

    /** Draws the conclusions anew from the steps of episodes, of those that have ended. */
    void conclude(Collection<String> episodes) {
        var due = episodes.toArray(String[]::new);
        database.sql("delete from sprig_step where id = any(?) and kind = any(?)")
                .params(due, Kind.conclusions())
                .update();
        database.sql("""
                        with course as (
                            select episode,
                                max(what) filter (where kind = 'end') as finish, max(day) filter (where kind = 'end') as day,
                                max(what) filter (where kind = 'acknowledgement') as acknowledged,
                                bool_or(kind = 'acceptance') as accepted,
                                min(day) filter (where kind = 'attendance' and what = 'attended') as seen,
                                count(*) filter (where kind = 'attendance' and what = 'attended') as contacts
                            from sprig_step where episode = any(?) group by episode having bool_or(kind = 'end'))
                        insert into sprig_step (id, kind, episode, what, day)
                        select c.episode, told.kind, c.episode, told.what, c.day
                        from course c join sprig_episode e on e.id = c.episode, lateral (values
                            ('progress', case when finish = 'completed' then 'completed' when seen is not null then 'left'
                                when accepted then 'not-seen' else 'not-accepted' end),
                            ('end-reason', nullif(finish, 'completed')),
                            ('time-to-acknowledgement', coalesce(acknowledged, '')),
                            ('time-to-first-contact', coalesce(cast(greatest(seen - e.begun, 0) as text), '')),
                            ('contacts', cast(contacts as text))) told(kind, what)
                        where told.what is not null
                        """).param(due).update();
    }

    /** All episodes that have ended. */
    List<String> ended() {
        return database.sql("select episode from sprig_step where kind = 'end'")
                .query(String.class)
                .list();
    }
}
