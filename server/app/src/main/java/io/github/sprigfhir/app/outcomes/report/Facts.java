package io.github.sprigfhir.app.outcomes.report;

import io.github.sprigfhir.app.platform.OwnTables;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What reports are made of, in tables of ours beside HAPI's that are written in the same transaction as the records. They
 * name nobody, and lead to a person but through the referral.
 */
@Component
class Facts {

    private final JdbcClient database;

    Facts(DataSource database) throws IOException, SQLException {
        this.database = JdbcClient.create(database);
        OwnTables.make(database, "sprig-outcomes.sql");
    }

    /**
     * Who the episode is about, as on the day on which it began.
     *
     * @param ethnicity the code of the ethnic category
     * @param deprivation the tenth to which the area of the home belongs, 1 the most deprived
     */
    record Who(
            Optional<Integer> age, Optional<String> sex, Optional<String> ethnicity, Optional<Integer> deprivation) {}

    /**
     * An episode.
     *
     * @param id of its referral
     * @param needs what it was made for
     * @param provider the link-worker service
     * @param referrer the organisation that referred
     */
    record Episode(
            String id,
            LocalDate begun,
            Who who,
            List<String> needs,
            Optional<String> provider,
            Optional<String> referrer) {}

    /**
     * A score.
     *
     * @param id of the Observation
     * @param measure what was measured, as {@code system|code}
     */
    record Score(String id, String episode, String measure, OffsetDateTime taken, BigDecimal value) {

        Score of(String root) {
            return new Score(id, root, measure, taken, value);
        }
    }

    boolean knows(String referral) {
        return database.sql("select exists (select 1 from sprig_episode where id = ?)")
                .param(referral)
                .query(Boolean.class)
                .single();
    }

    void note(Episode episode, Optional<LocalDate> ended) {
        database.sql("""
                        insert into sprig_episode
                            (id, begun, ended, age, sex, ethnicity, deprivation, needs, provider, referrer)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set begun = excluded.begun, ended = excluded.ended, age = excluded.age,
                            sex = excluded.sex, ethnicity = excluded.ethnicity, deprivation = excluded.deprivation,
                            needs = excluded.needs, provider = excluded.provider, referrer = excluded.referrer
                        """)
                .params(
                        episode.id(),
                        episode.begun(),
                        ended.orElse(null),
                        episode.who().age().orElse(null),
                        episode.who().sex().orElse(null),
                        episode.who().ethnicity().orElse(null),
                        episode.who().deprivation().orElse(null),
                        episode.needs().toArray(String[]::new),
                        episode.provider().orElse(null),
                        episode.referrer().orElse(null))
                .update();
    }

    /** On which day the episode ended; none where it goes on. */
    void end(String episode, Optional<LocalDate> ended) {
        database.sql("update sprig_episode set ended = ? where id = ?")
                .params(ended.orElse(null), episode)
                .update();
    }

    void note(Score score) {
        database.sql("""
                        insert into sprig_score (id, episode, measure, taken, value) values (?, ?, ?, ?, ?)
                        on conflict (id) do update set episode = excluded.episode, measure = excluded.measure,
                            taken = excluded.taken, value = excluded.value
                        """)
                .params(score.id(), score.episode(), score.measure(), score.taken(), score.value())
                .update();
    }

    void forgetScore(String observation) {
        database.sql("delete from sprig_score where id = ?").param(observation).update();
    }

    void forgetEpisode(String referral) {
        database.sql("delete from sprig_episode where id = ?").param(referral).update();
    }
}
