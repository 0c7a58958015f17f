package io.github.sprigfhir.app.directory.finding;

import io.github.sprigfhir.domain.directory.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes of what somebody types a question to PostgreSQL's full text: accents do not count, English words are stemmed, any
 * word (Welsh ones too) is also taken as it is, and one that no service has is mended to those that look most like it.
 */
@Component
class Vocabulary {

    private static final Logger LOG = LoggerFactory.getLogger(Vocabulary.class);
    private static final int MOST_WORDS = 12;
    private static final int SHORTEST_MENDED = 4;
    /** Of pg_trgm's similarity, 0 to 1: "gardning" is 0.58 like "gardening", "wlaking" 0.33 like "walking". */
    private static final double ALIKE = 0.33;

    private static final int MOST_MEANT = 3;

    private final JdbcTemplate database;
    private final boolean mends;

    Vocabulary(DataSource database, IndexTables tables) {
        this.database = new JdbcTemplate(database);
        this.mends = tables.areMade() && prepare();
    }

    /** Trigrams are an extension that every PostgreSQL brings along, but that not every role may switch on. */
    private boolean prepare() {
        try {
            database.execute("create extension if not exists pg_trgm");
            database.execute("create index if not exists sprig_service_word_like on sprig_service_word"
                    + " using gin (word gin_trgm_ops)");
            return true;
        } catch (DataAccessException notAllowed) {
            LOG.warn(
                    "Misspelt words are not mended when services are searched: the database role may not create the"
                            + " extension pg_trgm. Let a superuser run CREATE EXTENSION pg_trgm in this database, and restart.");
            return false;
        }
    }

    /** Learns the words of what can be found; in one order, so that nobody waits in a circle. */
    void learn(Collection<String> texts) {
        var words = texts.stream()
                .flatMap(text -> Words.of(text).stream())
                .filter(word -> word.length() >= SHORTEST_MENDED)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!words.isEmpty()) {
            database.update(
                    "insert into sprig_service_word (word) select w from unnest(cast(? as text[])) w"
                            + " where not exists (select from sprig_service_word k where k.word = w)"
                            + " order by w on conflict do nothing",
                    (Object) words.toArray(String[]::new));
        }
    }

    /**
     * An expression of PostgreSQL's full text, and its values.
     *
     * @param sql empty where the text has no words
     */
    record Question(String sql, List<Object> values) {}

    /** All of the words; such as "the" only where there are no others. */
    Question ask(String text) {
        var words = Words.of(text).stream().limit(MOST_WORDS).toList();
        var telling = words.stream().filter(word -> !isStopWord(word)).toList();
        var parts = new ArrayList<String>();
        var values = new ArrayList<Object>();
        for (var word : telling.isEmpty() ? words : telling) {
            var any = new ArrayList<>(List.of("plainto_tsquery('english', ?)", "plainto_tsquery('simple', ?)"));
            values.add(word);
            values.add(word);
            for (var meant : meant(word)) {
                any.add("plainto_tsquery('english', ?)");
                values.add(meant);
            }
            parts.add("(" + String.join(" || ", any) + ")");
        }
        return new Question(String.join(" && ", parts), values);
    }

    private boolean isStopWord(String word) {
        return Boolean.TRUE.equals(
                database.queryForObject("select numnode(plainto_tsquery('english', ?)) = 0", Boolean.class, word));
    }

    private List<String> meant(String word) {
        if (!mends || word.length() < SHORTEST_MENDED) {
            return List.of();
        }
        return database.queryForList("""
                select word from sprig_service_word
                where not exists (select from sprig_service_word k where k.word = ?) and word % ?
                    and similarity(word, ?) >= ?
                order by similarity(word, ?) desc, word limit ?
                """, String.class, word, word, word, ALIKE, word, MOST_MEANT);
    }
}
