package io.github.sprigfhir.app.directory.finding;

import io.github.sprigfhir.app.directory.postcodes.Postcodes;
import io.github.sprigfhir.domain.directory.Position;
import io.github.sprigfhir.domain.directory.Postcode;
import io.github.sprigfhir.domain.directory.TimeWish;
import io.github.sprigfhir.domain.directory.Wish;
import io.github.sprigfhir.domain.directory.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads the values of the search parameters {@code text}, {@code near} and {@code open}; none where they have no meaning. */
@Component
class AskedInSearch {

    private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,12})?");
    private static final Pattern DISTANCE = Pattern.compile("\\d{1,7}(\\.\\d{1,6})?");
    private static final double METRES_PER_KM = 1000;
    private static final int LENGTH_OF_DATE = 10;
    private static final int LENGTH_OF_DAY = 3;
    private static final int LONGEST_TEXT = 200;

    private final Postcodes postcodes;
    private final FindingSettings settings;

    AskedInSearch(Postcodes postcodes, FindingSettings settings) {
        this.postcodes = postcodes;
        this.settings = settings;
    }

    static Optional<String> text(String value) {
        return Optional.of(value)
                .filter(text -> text.length() <= LONGEST_TEXT && !Words.of(text).isEmpty());
    }

    /** Such as {@code 54.5|-2.5|10|km} or {@code ZZ99 3CZ|10}; both the distance and its unit may be left out. */
    Optional<Wish.Whereabouts> near(String value) {
        var parts = List.of(value.split("\\|", -1));
        var isPosition = DEGREES.matcher(parts.get(0)).matches();
        var from = isPosition
                ? position(parts)
                : Postcode.of(parts.get(0)).flatMap(postcodes::find).map(Postcodes.Found::position);
        var rest = parts.subList(Math.min(parts.size(), isPosition ? 2 : 1), parts.size());
        return from.flatMap(
                place -> metres(rest).map(metres -> new Wish.Whereabouts(Optional.of(place), metres, Set.of())));
    }

    private static Optional<Position> position(List<String> parts) {
        return parts.size() > 1 && DEGREES.matcher(parts.get(1)).matches()
                ? Position.of(Double.parseDouble(parts.get(0)), Double.parseDouble(parts.get(1)))
                : Optional.empty();
    }

    private Optional<Double> metres(List<String> distance) {
        if (distance.isEmpty()) {
            return Optional.of(settings.reachKm() * METRES_PER_KM);
        }
        var unit = distance.size() == 1 ? "km" : distance.get(1);
        if (distance.size() > 2 || !DISTANCE.matcher(distance.get(0)).matches() || !unit.matches("km|m")) {
            return Optional.empty();
        }
        return Optional.of(Double.parseDouble(distance.get(0)) * (unit.equals("km") ? METRES_PER_KM : 1))
                .filter(metres -> metres <= FindingSettings.FURTHEST_KM * METRES_PER_KM);
    }

    /** Such as {@code 2026-12-01T18:30}, {@code 2026-12-01}, {@code tue-18:30} or {@code tue}. */
    static Optional<TimeWish> open(String value) {
        var day = value.length() >= LENGTH_OF_DAY ? FhirTimes.day(value.substring(0, LENGTH_OF_DAY)) : Optional.empty();
        if (day.isPresent()) {
            return timed(
                    value.substring(LENGTH_OF_DAY),
                    "-",
                    FhirTimes.day(value.substring(0, LENGTH_OF_DAY))
                            .map(weekly -> new TimeWish(Optional.empty(), Set.of(weekly), Optional.empty())));
        }
        return value.length() < LENGTH_OF_DATE
                ? Optional.empty()
                : timed(
                        value.substring(LENGTH_OF_DATE),
                        "T",
                        AskedWish.date(value.substring(0, LENGTH_OF_DATE))
                                .map(date -> new TimeWish(Optional.of(date), Set.of(), Optional.empty())));
    }

    private static Optional<TimeWish> timed(String rest, String mark, Optional<TimeWish> day) {
        if (rest.isEmpty()) {
            return day;
        }
        var written = rest.matches(mark + "\\d\\d:\\d\\d") ? rest + ":00" : rest;
        return written.startsWith(mark)
                ? day.flatMap(wish -> FhirTimes.time(written.substring(mark.length()))
                        .map(time -> new TimeWish(wish.date(), wish.days(), Optional.of(time))))
                : Optional.empty();
    }
}
