package io.github.sprigfhir.app.audit;

import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import io.github.sprigfhir.domain.audit.DateBound;
import io.github.sprigfhir.domain.audit.Interaction;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One search of the audit: FHIR's parameters as conditions on the table, every value a parameter of the statement. What
 * is not known is refused, so that nobody takes a wider answer for the one they asked for.
 */
final class AuditSearch {

    private static final int PAGE = 20;
    private static final int LARGEST_PAGE = 200;
    private static final Set<String> OF_THE_ANSWER = Set.of("_format", "_pretty", "_total");

    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final List<Object> values = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private boolean asksForResources;
    private String order = "desc";
    private int count = PAGE;
    private int offset;

    AuditSearch(Map<String, String[]> parameters) {
        parameters.forEach((name, all) -> Arrays.stream(all).forEach(value -> read(name, value)));
    }

    /** The parameters that are understood, with what each means; those of FHIR R4 and {@code purpose}, which R4 lacks. */
    static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("_id", "The id of the event"),
            Map.entry("action", "C, R, U, D or E"),
            Map.entry("agent", "The organisation, or the person in a role, that acted"),
            Map.entry("agent-role", "The role of whoever acted, such as link-worker"),
            Map.entry("altid", "The id of the client that acted"),
            Map.entry("date", "When it was recorded"),
            Map.entry("entity", "A resource that it was about, in whatever version"),
            Map.entry("outcome", "0, 4, 8 or 12"),
            Map.entry("patient", "A person whom it concerned"),
            Map.entry("purpose", "The purpose of use, such as BTG"),
            Map.entry("subtype", "The interaction, such as read or search-type"),
            Map.entry("type", "The family, such as rest"));

    private void read(String name, String value) {
        switch (name) {
            case "_id" -> {
                Object numbers = Arrays.stream(split(value))
                        .flatMap(id -> StoredEvent.number(id).stream())
                        .toArray(Long[]::new);
                where("id = any(?)", numbers);
            }
            case "date" -> date(value);
            case "agent" -> {
                var references = split(value);
                where(
                        "refs && cast(? as text[]) and (organisation = any(?) or agent = any(?))",
                        references,
                        references,
                        references);
            }
            case "agent-role" -> anyOf("role", value);
            case "altid" -> {
                Object clients = Arrays.stream(split(value))
                        .map(token -> Entry.client(code(token)))
                        .toArray(String[]::new);
                where("refs && cast(? as text[])", clients);
            }
            case "patient" -> patient(value);
            case "entity" -> {
                asksForResources = true;
                Object resources = Arrays.stream(split(value))
                        .map(AuditSearch::unversioned)
                        .toArray(String[]::new);
                where("refs && cast(? as text[])", resources);
            }
            case "action" ->
                interactions(
                        value,
                        (act, code) -> code.equals(String.valueOf(act.action().code())));
            case "type" -> interactions(value, (act, code) -> act.type().code().equals(code));
            case "subtype" -> interactions(value, (act, code) -> act.code().equals(code));
            case "outcome" -> anyOf("outcome::text", value);
            case "purpose" -> anyOf("purpose", value);
            case "_sort" -> order = sort(value);
            case "_count" -> count = Math.min(number(name, value), LARGEST_PAGE);
            case "_offset" -> offset = number(name, value);
            default -> {
                if (!OF_THE_ANSWER.contains(name)) {
                    throw notUnderstood(name, "that parameter is not known here");
                }
            }
        }
    }

    /**
     * The one person it is about, if it is about exactly one: a search for one person and for another, or for some other
     * resource, would tell what else the same event was about.
     */
    Optional<String> person() {
        return people.size() == 1 && !asksForResources ? Optional.of(people.get(0)) : Optional.empty();
    }

    int count() {
        return count;
    }

    int offset() {
        return offset;
    }

    long total(DataSource database) {
        var total = new JdbcTemplate(database)
                .queryForObject("select count(*) from sprig_audit where " + condition(), Long.class, values.toArray());
        return total == null ? 0 : total;
    }

    List<StoredEvent> page(DataSource database) {
        var page = new ArrayList<>(values);
        page.add(count);
        page.add(offset);
        return new JdbcTemplate(database)
                .query(
                        "select * from sprig_audit where %s order by id %s limit ? offset ?"
                                .formatted(condition(), order),
                        (row, number) -> StoredEvent.read(row),
                        page.toArray());
    }

    private String condition() {
        return String.join(" and ", conditions);
    }

    private void where(String condition, Object... with) {
        conditions.add(condition);
        values.addAll(Arrays.asList(with));
    }

    private void anyOf(String column, String value) {
        where(column + " = any(?)", (Object)
                Arrays.stream(split(value)).map(AuditSearch::code).toArray(String[]::new));
    }

    private void patient(String value) {
        var asked = Arrays.stream(split(value))
                .map(one -> one.startsWith("Patient/") ? one : "Patient/" + one)
                .toArray(String[]::new);
        people.addAll(List.of(asked));
        where("refs && cast(? as text[]) and patients && cast(? as text[])", asked, asked);
    }

    private void interactions(String value, Match match) {
        var codes = Arrays.stream(split(value)).map(AuditSearch::code).toList();
        where("interaction = any(?)", (Object) names(act -> codes.stream().anyMatch(code -> match.fits(act, code))));
    }

    private interface Match {
        boolean fits(Interaction interaction, String code);
    }

    private static String[] names(Predicate<Interaction> which) {
        return Arrays.stream(Interaction.values()).filter(which).map(Enum::name).toArray(String[]::new);
    }

    private void date(String value) {
        var bound = DateBound.of(value).orElseThrow(() -> notUnderstood("date", "its value is a date"));
        if (bound.from().isAfter(Instant.MIN)) {
            where("recorded >= ?", OffsetDateTime.ofInstant(bound.from(), ZoneOffset.UTC));
        }
        if (bound.before().isBefore(Instant.MAX)) {
            where("recorded < ?", OffsetDateTime.ofInstant(bound.before(), ZoneOffset.UTC));
        }
    }

    private static String sort(String value) {
        return switch (value) {
            case "date" -> "asc";
            case "-date" -> "desc";
            default -> throw notUnderstood("_sort", "events are sorted by date or -date");
        };
    }

    private static int number(String name, String value) {
        if (!value.matches("\\d{1,9}")) {
            throw notUnderstood(name, "its value is a whole number");
        }
        return Integer.parseInt(value);
    }

    private static String[] split(String value) {
        return value.split(",", -1);
    }

    private static String code(String token) {
        return token.substring(token.indexOf('|') + 1);
    }

    private static String unversioned(String reference) {
        var version = reference.indexOf("/_history/");
        return version < 0 ? reference : reference.substring(0, version);
    }

    private static RuntimeException notUnderstood(String name, String text) {
        return Refusals.badRequest(Problem.invalid(
                ServerRule.SEARCH_PARAMETER,
                "",
                "The search parameter %s is not understood: %s.".formatted(name.length() > 100 ? "" : name, text),
                "The CapabilityStatement lists the parameters of AuditEvent."));
    }
}
