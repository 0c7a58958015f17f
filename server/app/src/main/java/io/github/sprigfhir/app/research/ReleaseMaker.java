package io.github.sprigfhir.app.research;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.copies.CopyStore;
import io.github.sprigfhir.app.platform.copies.Copying;
import io.github.sprigfhir.domain.research.Anonymity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes one release: looks at everybody who takes part, decides how finely each is shown, and copies their records, one
 * person in one transaction, so that it can be stopped at any moment and goes on where it was. Researchers see the
 * release before it until it is finished.
 */
@Component
class ReleaseMaker {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseMaker.class);

    private final People people;
    private final Subjects subjects;
    private final Releases releases;
    private final Records records;
    private final Making making;
    private final PlaceCopies places;
    private final PersonCopies copies;
    private final CopyStore stored;
    private final Store store;

    ReleaseMaker(
            People people,
            Subjects subjects,
            Releases releases,
            Records records,
            Making making,
            PlaceCopies places,
            PersonCopies copies,
            CopyStore stored,
            Store store) {
        this.people = people;
        this.subjects = subjects;
        this.releases = releases;
        this.records = records;
        this.making = making;
        this.places = places;
        this.copies = copies;
        this.stored = stored;
        this.store = store;
    }

    void make(Release release) {
        var persons = new TreeMap<String, String>();
        people.all().forEach(person -> persons.put(release.pseudonyms().of("Patient", person), person));
        if (releases.smallest(release).isEmpty()) {
            look(release, persons);
            decide(release);
        }
        var rows = subjects.all(release);
        places.write(release, named(rows));
        for (var row : rows) {
            var person = persons.get(row.pseudonym());
            if (person != null && row.shown().isPresent() && !row.isWritten()) {
                write(release, row, person);
            }
        }
        end(release);
    }

    /** Notes of everybody who takes part what they could be found by, as far as that was not done before a stop. */
    private void look(Release release, Map<String, String> persons) {
        var known = subjects.all(release).stream().map(Subjects.Row::pseudonym).collect(Collectors.toSet());
        persons.forEach((pseudonym, person) -> {
            if (!known.contains(pseudonym)) {
                store.inOneTransaction(new Copying(release.partition()), () -> {
                    if (people.takesPart(person)) {
                        subjects.note(release, making.seen(release, records.of(person)));
                    }
                    return person;
                });
            }
        });
    }

    /** Once for the whole release: were it decided anew after a stop, somebody might be left alone. */
    private void decide(Release release) {
        var all = subjects.all(release).stream().map(Subjects.Row::subject).toList();
        var chosen = Anonymity.of(release.study().protection(), all);
        store.inOneTransaction(new Copying(release.partition()), () -> {
            subjects.show(release, chosen);
            releases.decided(release, chosen.smallest());
            return chosen;
        });
    }

    private static Set<String> named(List<Subjects.Row> rows) {
        return rows.stream()
                .filter(row -> row.shown().isPresent())
                .flatMap(row -> row.subject().places().stream())
                .collect(Collectors.toSet());
    }

    /** Whoever has changed their mind since they were looked at, or has changed in what is known of them, is left out. */
    private void write(Release release, Subjects.Row row, String person) {
        store.inOneTransaction(new Copying(release.partition()), () -> {
            store.takeTurns(ResearchKeeper.turn(person));
            var found = records.of(person);
            if (people.takesPart(person) && making.seen(release, found).isStill(row.subject())) {
                copies.write(
                        release,
                        found,
                        making.copies(release, found, row.subject(), row.shown().orElseThrow()));
                subjects.written(release, row.pseudonym());
            }
            return person;
        });
    }

    /** Looks once more at those of whom there are copies now, and leaves out who has too few left like them. */
    private void end(Release release) {
        var rows = subjects.all(release);
        var left = Anonymity.left(
                release.study().protection(),
                rows.stream()
                        .filter(Subjects.Row::isWritten)
                        .collect(Collectors.toMap(
                                Subjects.Row::subject, row -> row.shown().orElseThrow())));
        left.withheld().forEach(pseudonym -> withhold(release, pseudonym));
        places.keep(release, left.places());
        stored.counted();
        var shown = left.shown().size();
        store.inOneTransaction(new Copying(release.partition()), () -> {
            releases.end(release, shown, rows.size() - shown, left.smallest());
            subjects.forgetAll(release);
            return release;
        });
        LOG.info(
                "Released {} of {}: {} people are shown, each as {} others at least; {} are not",
                release.day(),
                release.project().name(),
                shown,
                Math.max(left.smallest() - 1, 0),
                rows.size() - shown);
    }

    private void withhold(Release release, String pseudonym) {
        store.inOneTransaction(new Copying(release.partition()), () -> {
            copies.remove(release, pseudonym);
            subjects.withhold(release, pseudonym);
            return pseudonym;
        });
    }
}
