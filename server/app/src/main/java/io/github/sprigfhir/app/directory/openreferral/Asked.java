package io.github.sprigfhir.app.directory.openreferral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of a request, each read as what the standard says it is; what it does not know is refused. */
record Asked(Map<String, String[]> parameters, Set<String> known) {

    private static final int LONGEST = 200;
    private static final int USUAL = 50;
    private static final int MOST = 500;
    private static final int DEEPEST = 1_000_000;

    Asked {
        parameters.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new WrongRequest(
                        name.length() > LONGEST ? "" : name,
                        "There is no such parameter here.",
                        "Send only " + String.join(", ", known.stream().sorted().toList()) + ".");
            }
            if (values.length > 1 || values[0].length() > LONGEST || values[0].indexOf('\0') >= 0) {
                throw new WrongRequest(
                        name, "The parameter came more than once, or is too long.", "Send it once, and shorter.");
            }
        });
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name))
                .map(values -> values[0].strip())
                .filter(text -> !text.isEmpty());
    }

    Optional<Integer> number(String name, int least, int most) {
        return text(name).map(text -> {
            if (!text.matches("\\d{1,7}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                throw new WrongRequest(
                        name,
                        "This is not a whole number that can be used here.",
                        "Send a number from %d to %d.".formatted(least, most));
            }
            return Integer.parseInt(text);
        });
    }

    boolean isTrue(String name) {
        return text(name)
                .map(text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        throw new WrongRequest(name, "This is neither true nor false.", "Send true or false.");
                    }
                    return text.equals("true");
                })
                .orElse(false);
    }

    /** A moment, or the beginning of a day. */
    Optional<Instant> moment(String name) {
        return text(name).map(text -> {
            try {
                return text.length() == 10
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        // A plus sign that was not encoded has become a space on its way.
                        : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            } catch (DateTimeParseException unreadable) {
                throw new WrongRequest(
                        name, "This is neither a day nor a moment.", "Send it as 2026-11-23 or 2026-11-23T09:30:00Z.");
            }
        });
    }

    int perPage() {
        return number("per_page", 1, MOST).orElse(USUAL);
    }

    int page() {
        var page = number("page", 1, DEEPEST).orElse(1);
        if ((long) page * perPage() > DEEPEST) {
            throw new WrongRequest("page", "The page lies too deep.", "Narrow the search, or ask by modified_after.");
        }
        return page;
    }

    void checkFormat() {
        text("format").filter(format -> !format.equals("json")).ifPresent(other -> {
            throw new WrongRequest("format", "This server answers in JSON only.", "Send format=json, or leave it out.");
        });
    }
}
