package io.github.sprigfhir.app.directory.finding;

import io.github.sprigfhir.domain.directory.Position.Spot;
import io.github.sprigfhir.domain.directory.Wish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks the services up that may fit, so many and no more: the nearest where there is a place to be near to, otherwise
 * those that were confirmed last. They are read off an index in that order and sorted out by what it holds.
 */
@Component
class Candidates {

    /** Words that more services have than this are looked up service by service, the nearest first. */
    private static final int COMMON = 10_000;
    /** The map is right to half a percent. */
    private static final double MARGIN = 1.01;
    /** Of what can be used from home, for each that lies near. */
    private static final int SHARE_FROM_HOME = 4;

    private final JdbcTemplate database;
    private final TransactionTemplate reading;
    private final Vocabulary vocabulary;

    Candidates(DataSource database, PlatformTransactionManager transactions, Vocabulary vocabulary) {
        this.database = new JdbcTemplate(database);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.vocabulary = vocabulary;
    }

    /** Numbers of services that may fit. */
    Set<Integer> of(Wish wish, int most) {
        var found = reading.execute(status -> {
            // Without these PostgreSQL may collect every service of a large city, and sort, before it gives the
            // nearest.
            database.execute("set local enable_bitmapscan = off");
            database.execute("set local enable_sort = off");
            database.execute("set local max_parallel_workers_per_gather = 0");
            return lookUp(wish, most);
        });
        return found == null ? Set.of() : found;
    }

    private Set<Integer> lookUp(Wish wish, int most) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        Signs.require(wish, conditions, values);
        if (!wish.subject().text().isBlank() && !requireWords(wish.subject().text(), conditions, values)) {
            return Set.of();
        }
        var sorted = new Sieve(conditions, values, most);
        var needs = wish.subject().needs().isEmpty()
                ? List.of(Index.EVERY_NEED)
                : wish.subject().needs().stream().map(Signs::need).distinct().toList();
        return wish.whereabouts()
                .from()
                .map(from -> near(needs, from.onMap(), wish.whereabouts().reach() * MARGIN, sorted))
                .orElseGet(() -> anywhere(needs, "place = 0", sorted, most));
    }

    private record Sieve(List<String> conditions, List<Object> values, int most) {}

    private boolean requireWords(String text, List<String> conditions, List<Object> values) {
        var question = vocabulary.ask(text);
        if (question.sql().isEmpty()) {
            return false;
        }
        database.execute("set local enable_bitmapscan = on");
        var limited = new ArrayList<>(question.values());
        limited.add(COMMON + 1);
        var having = database.queryForList(
                "select number from sprig_service where words @@ (%s) limit ?".formatted(question.sql()),
                Integer.class,
                limited.toArray());
        database.execute("set local enable_bitmapscan = off");
        if (having.size() > COMMON) {
            conditions.add(
                    "(select words @@ (%s) from sprig_service s where s.number = a.number)".formatted(question.sql()));
            values.addAll(question.values());
        } else {
            conditions.add("number = any(?)");
            values.add(having.toArray(Integer[]::new));
        }
        return !having.isEmpty();
    }

    private Set<Integer> near(List<Integer> needs, Spot from, double reach, Sieve sieve) {
        var nearest = new ArrayList<Near>();
        for (var need : needs) {
            var east = from.east() + need * Index.BETWEEN_MAPS;
            var values = new ArrayList<Object>(Arrays.asList(east, from.north(), east, from.north(), reach));
            values.addAll(sieve.values());
            values.addAll(Arrays.asList(east, from.north(), sieve.most()));
            nearest.addAll(database.query(
                    "select number, at <-> point(?, ?) from sprig_service_at a where at <@ circle(point(?, ?), ?)%s"
                                    .formatted(and(sieve))
                            + " order by at <-> point(?, ?) limit ?",
                    (row, number) -> new Near(row.getInt(1), row.getDouble(2)),
                    values.toArray()));
        }
        nearest.sort(Comparator.comparingDouble(Near::metres).thenComparingInt(Near::number));
        var numbers = new LinkedHashSet<Integer>();
        for (var near : nearest) {
            if (numbers.size() < sieve.most()) {
                numbers.add(near.number());
            }
        }
        numbers.addAll(anywhere(needs, "at is null", sieve, sieve.most() / SHARE_FROM_HOME));
        return numbers;
    }

    private record Near(int number, double metres) {}

    private Set<Integer> anywhere(List<Integer> needs, String where, Sieve sieve, int most) {
        var numbers = new LinkedHashSet<Integer>();
        for (var need : needs) {
            var values = new ArrayList<Object>(List.of(need));
            values.addAll(sieve.values());
            values.add(most);
            numbers.addAll(database.queryForList(
                    "select number from sprig_service_at a where need = ? and %s%s".formatted(where, and(sieve))
                            + " order by confirmed desc nulls last, number limit ?",
                    Integer.class,
                    values.toArray()));
        }
        return numbers;
    }

    private static String and(Sieve sieve) {
        return Optional.of(String.join(" and ", sieve.conditions()))
                .filter(conditions -> !conditions.isEmpty())
                .map(" and "::concat)
                .orElse("");
    }
}
