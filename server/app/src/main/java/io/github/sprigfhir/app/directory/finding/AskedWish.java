package io.github.sprigfhir.app.directory.finding;

import io.github.sprigfhir.app.directory.finding.Referred.Person;
import io.github.sprigfhir.app.directory.postcodes.Postcodes;
import io.github.sprigfhir.domain.directory.Position;
import io.github.sprigfhir.domain.directory.Postcode;
import io.github.sprigfhir.domain.directory.TimeWish;
import io.github.sprigfhir.domain.directory.Wish;
import io.github.sprigfhir.domain.directory.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the parameters of {@code $find-services} into a wish; what is not asked is taken from the referral. */
@Component
class AskedWish {

    static final String COUNT = "count";
    static final String OFFSET = "offset";
    static final Set<String> PARAMETERS = Set.of(
            "need",
            "text",
            "postcode",
            "position",
            "distance",
            "age",
            "language",
            "level",
            "day",
            "time",
            "date",
            "accessibility",
            "mode",
            "free",
            COUNT,
            OFFSET);

    private static final int METRES_PER_KM = 1000;
    private static final int OLDEST = 130;
    private static final BigDecimal NEAREST_KM = new BigDecimal("0.1");

    private final Codes codes;
    private final Postcodes postcodes;
    private final FindingSettings settings;

    AskedWish(Codes codes, Postcodes postcodes, FindingSettings settings) {
        this.codes = codes;
        this.postcodes = postcodes;
        this.settings = settings;
    }

    /** What is wished for; every problem is noted with who asked. */
    Wish of(Asked asked, Person person) {
        var level = asked.codes("level", Codes.LEVELS, codes.of(Codes.LEVELS)).stream()
                .map(Integer::valueOf)
                .max(Integer::compare);
        var needs = asked.codes("need", Codes.NEEDS, codes.of(Codes.NEEDS));
        var languages = asked.values("language", "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", "is a language such as en or cy");
        var free = asked.one(
                "free",
                value -> value.matches("true|false") ? Optional.of(value.equals("true")) : Optional.empty(),
                "is true or false");
        return new Wish(
                new Wish.Subject(needs.isEmpty() ? person.needs() : needs, text(asked)),
                where(asked, person),
                new Wish.ForWhom(
                        asked.whole("age", 0, OLDEST).or(person::age),
                        languages.isEmpty() ? person.languages() : languages,
                        level),
                new Wish.Manner(
                        asked.codes("accessibility", Codes.ACCESSIBILITY, codes.of(Codes.ACCESSIBILITY)),
                        asked.codes("mode", Codes.MODES, codes.of(Codes.MODES)),
                        free.orElse(false)),
                time(asked));
    }

    private static String text(Asked asked) {
        return asked.one(
                        "text",
                        text -> Optional.of(text)
                                .filter(words -> !Words.of(words).isEmpty()),
                        "has words")
                .orElse("");
    }

    private Wish.Whereabouts where(Asked asked, Person person) {
        var position =
                asked.one("position", AskedWish::position, "is latitude|longitude in degrees, such as 54.5|-2.5");
        var found = asked.one(
                "postcode",
                value -> Postcode.of(value).flatMap(postcodes::find),
                "is a postcode of the United Kingdom that this server knows");
        if (position.isPresent() && found.isPresent()) {
            asked.problem("position", "is not given beside a postcode");
        }
        var place = found.or(() -> position.isPresent() ? Optional.empty() : person.home());
        var reach = asked.number("distance", NEAREST_KM, BigDecimal.valueOf(FindingSettings.FURTHEST_KM))
                .map(BigDecimal::doubleValue);
        if (reach.isPresent()
                && place.isEmpty()
                && position.isEmpty()
                && asked.referral().isEmpty()) {
            asked.problem("distance", "needs a postcode or a position to begin at");
        }
        return new Wish.Whereabouts(
                position.or(() -> place.map(Postcodes.Found::position)),
                reach.orElse((double) settings.reachKm()) * METRES_PER_KM,
                place.map(Postcodes.Found::areas).orElse(Set.of()));
    }

    private static Optional<Position> position(String value) {
        var parts = value.split("\\|", -1);
        return parts.length == 2
                        && parts[0].matches("-?\\d{1,2}(\\.\\d{1,12})?")
                        && parts[1].matches("-?\\d{1,3}(\\.\\d{1,12})?")
                ? Position.of(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]))
                : Optional.empty();
    }

    private static TimeWish time(Asked asked) {
        return new TimeWish(
                asked.one("date", AskedWish::date, "is a day such as 2026-12-01"),
                asked.codes("day", "http://hl7.org/fhir/days-of-week", Set.copyOf(FhirTimes.codes())).stream()
                        .flatMap(code -> FhirTimes.day(code).stream())
                        .collect(Collectors.toSet()),
                asked.one("time", FhirTimes::time, "is a time such as 18:30:00"));
    }

    static Optional<LocalDate> date(String value) {
        try {
            return Optional.of(LocalDate.parse(value)).filter(day -> day.getYear() > 2000 && day.getYear() < 2200);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
