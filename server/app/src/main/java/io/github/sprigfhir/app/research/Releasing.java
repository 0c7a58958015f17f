package io.github.sprigfhir.app.research;

import io.github.sprigfhir.app.platform.Rounds;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.copies.CopyStore;
import io.github.sprigfhir.app.platform.copies.Copying;
import io.github.sprigfhir.domain.research.Anonymity;
import io.github.sprigfhir.domain.research.Fineness;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/**
 * Makes releases when they are due: one person in one transaction, in the order of the pseudonyms, so that it can be
 * stopped at any moment and goes on where it was. Of several servers one does.
 */
@Component
class Releasing implements SmartLifecycle, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Releasing.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration LAST_MOMENTS = Duration.ofSeconds(5);
    private static final String ONE_AT_A_TIME = "select pg_try_advisory_lock(hashtextextended('sprig research', 0))";
    private static final String NEXT_MAY = "select pg_advisory_unlock(hashtextextended('sprig research', 0))";

    private final Projects projects;
    private final ResearchKeeper keeper;
    private final People people;
    private final Subjects subjects;
    private final Releases releases;
    private final Records records;
    private final Making making;
    private final Removal removal;
    private final PlaceCopies places;
    private final CopyStore copies;
    private final Store store;
    private final DataSource database;
    private final Rounds rounds = new Rounds("sprig-research", PAUSE, LAST_MOMENTS);

    Releasing(
            Projects projects,
            ResearchKeeper keeper,
            People people,
            Subjects subjects,
            Releases releases,
            Records records,
            Making making,
            Removal removal,
            PlaceCopies places,
            CopyStore copies,
            Store store,
            DataSource database) {
        this.projects = projects;
        this.keeper = keeper;
        this.people = people;
        this.subjects = subjects;
        this.releases = releases;
        this.records = records;
        this.making = making;
        this.removal = removal;
        this.places = places;
        this.copies = copies;
        this.store = store;
        this.database = database;
    }

    @Override
    public void start() {
        if (!projects.all().isEmpty()) {
            rounds.start(this);
        }
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.areRunning();
    }

    /** Makes what is due, unless another server does. */
    @Override
    public void run() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery(ONE_AT_A_TIME)) {
                if (!row.next() || !row.getBoolean(1)) {
                    return;
                }
            }
            try {
                keeper.settleWhoseTimeHasCome();
                projects.all().forEach(project -> releases.due(project).ifPresent(day -> release(project, day)));
            } finally {
                statement.execute(NEXT_MAY);
            }
        } catch (SQLException broken) {
            throw new UncategorizedSQLException("releasing", null, broken);
        }
    }

    private void release(Project project, LocalDate day) {
        releases.begin(project, day);
        var due = new HashSet<String>();
        for (var person : people.due(project)) {
            look(project, person);
            due.add(project.of(person));
        }
        var rows = subjects.all(project);
        var chosen = Anonymity.of(
                project.study().protection(),
                rows.stream().map(Subjects.Row::subject).toList());
        var shown = new Shown(
                project,
                chosen,
                shared(project, rows, chosen),
                day.atStartOfDay(ZoneOffset.UTC).toInstant());
        places.write(project, shown.places(), shown.moment());
        var persons = people.all().stream().collect(Collectors.toMap(project::of, Function.identity()));
        for (var row : rows) {
            var pseudonym = row.subject().pseudonym();
            var how = shown.how(row);
            if (due.contains(pseudonym) || !how.equals(row.made())) {
                write(shown, row, Optional.ofNullable(persons.get(pseudonym)).orElseThrow(), how);
            }
        }
        places.removeOthers(project, shown.places());
        releases.end(project, day, chosen.shown().size(), chosen.withheld().size(), chosen.smallest());
        LOG.info(
                "Released {} of {}: {} people are shown, each as {} others at least; {} are not",
                day,
                project.name(),
                chosen.shown().size(),
                chosen.smallest() - 1,
                chosen.withheld().size());
    }

    /** What a release shows: how finely whom, and which services and organisations, by pseudonym. */
    private record Shown(Project project, Anonymity chosen, Set<String> places, Instant moment) {

        /** How somebody's copies are to be made; none where they are to have none. */
        Optional<String> how(Subjects.Row row) {
            return Optional.ofNullable(chosen.shown().get(row.subject().pseudonym()))
                    .map(fineness -> written(fineness) + " " + placesOf(row));
        }

        private TreeSet<String> placesOf(Subjects.Row row) {
            return row.places().stream().filter(places::contains).collect(Collectors.toCollection(TreeSet::new));
        }

        private static String written(Fineness fineness) {
            return fineness.days() + " " + new TreeSet<>(fineness.traits());
        }
    }

    /** Notes anew what somebody of whom something has changed could be found by. */
    private void look(Project project, String person) {
        store.inOneTransaction(new Copying(project.partition()), () -> {
            store.takeTurns(ResearchKeeper.turn(person));
            if (people.takesPart(person)) {
                var seen = making.seen(project, records.of(person));
                subjects.note(
                        project,
                        seen.subject(),
                        seen.places().stream()
                                .map(place -> Making.pseudonym(project, place))
                                .toList());
            } else {
                removal.of(person, List.of(project));
                people.done(project, person);
            }
            return person;
        });
    }

    /** The services and organisations of which as many people's records speak as have to share what is shown. */
    private static Set<String> shared(Project project, List<Subjects.Row> rows, Anonymity chosen) {
        var counted = new HashMap<String, Integer>();
        rows.stream()
                .filter(row -> chosen.shown().containsKey(row.subject().pseudonym()))
                .flatMap(row -> row.places().stream())
                .forEach(place -> counted.merge(place, 1, Integer::sum));
        return counted.entrySet().stream()
                .filter(place ->
                        place.getValue() >= project.study().protection().k())
                .map(place -> place.getKey())
                .collect(Collectors.toSet());
    }

    /** Somebody who has changed their mind meanwhile is left out. */
    private void write(Shown shown, Subjects.Row row, String person, Optional<String> how) {
        var project = shown.project();
        var pseudonym = row.subject().pseudonym();
        store.inOneTransaction(new Copying(project.partition()), () -> {
            store.takeTurns(ResearchKeeper.turn(person));
            if (!people.takesPart(person)) {
                removal.of(person, List.of(project));
            } else if (how.isEmpty()) {
                copies.remove(copies.of(project.partition(), pseudonym).values());
                subjects.made(project, pseudonym, how);
            } else {
                var made = making.copies(
                        project,
                        records.of(person),
                        row.subject(),
                        Objects.requireNonNull(shown.chosen().shown().get(pseudonym)),
                        shown.places());
                copies.replace(project.partition(), pseudonym, made, shown.moment());
                subjects.made(project, pseudonym, how);
            }
            people.done(project, person);
            return person;
        });
    }
}
