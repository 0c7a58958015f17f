package io.github.sprigfhir.domain.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A search, or what an operation was asked, as it is kept on record: what was asked for, without the values that could name a person (spec decision 40).
 * Closed by default: a value is kept only where the parameter is known to hold none of those, and its form shows it.
 */
public final class AskedQuery {

    /** What stands in place of a value that is not kept. */
    public static final String WITHHELD = "***";

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 300;

    /** Parameters that hold codes, dates of acts, ids or settings. */
    private static final Set<String> HARMLESS = Set.of(
            "_count",
            "_elements",
            "_format",
            "_id",
            "_include",
            "_include:iterate",
            "_lastUpdated",
            "_offset",
            "_revinclude",
            "_revinclude:iterate",
            "_since",
            "_sort",
            "_summary",
            "_total",
            "action",
            "addresses",
            "agent",
            "altid",
            "authored",
            "authored-on",
            "based-on",
            "business-status",
            "category",
            "change",
            "code",
            "date",
            "due",
            "encounter",
            "entity",
            "episode",
            "focus",
            "goal",
            "instrument",
            "intent",
            "job",
            "modified",
            "outcome",
            "outcome-point",
            "owner",
            "part-of",
            "patient",
            "performer",
            "period",
            "priority",
            "purpose",
            "recipient",
            "referral",
            "requester",
            "review",
            "sender",
            "status",
            "subject",
            "subtype",
            "target",
            "type");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_:.-]*");
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    /** An id of ours, perhaps with its type; a date; a code of an official system by its URI, or a small code alone. */
    private static final Pattern VALUE = Pattern.compile(
            "([A-Z][A-Za-z]+/)?" + UUID + "|(eq|ne|gt|lt|ge|le|sa|eb|ap)?\\d{4}(-\\d\\d(-\\d\\d(T[0-9:.Z+-]*)?)?)?"
                    + "|(https?://[a-z0-9./A-Z-]+)?\\|?-?[a-z_][A-Za-z_-]{0,40}|(https?://[a-z0-9./A-Z-]+)?\\|?\\d{1,4}"
                    + "|http://(snomed\\.info/sct|loinc\\.org)\\|[0-9-]+|[A-Z]{1,12}|[A-Z][A-Za-z]+:[a-z-]+(:[A-Z][A-Za-z]+)?");

    private AskedQuery() {}

    /** The query with its names in the order of the alphabet; empty where nothing was asked. */
    public static String of(Map<String, List<String>> parameters) {
        var kept = new ArrayList<String>();
        parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(parameter -> parameter.getValue().forEach(value -> kept.add(kept(parameter.getKey(), value))));
        return String.join("&", kept);
    }

    private static String kept(String name, String value) {
        var shown = name.length() <= LONGEST_NAME && NAME.matcher(name).matches() ? name : WITHHELD;
        return shown + "=" + (HARMLESS.contains(name) && isHarmless(value) ? value : WITHHELD);
    }

    private static boolean isHarmless(String value) {
        return value.length() <= LONGEST_VALUE
                && List.of(value.split(",", -1)).stream()
                        .allMatch(part -> VALUE.matcher(part).matches());
    }

    /** The people that a search names by their id in one of the parameters that refer to them. */
    public static Set<String> people(Map<String, List<String>> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> Set.of("patient", "subject").contains(parameter.getKey()))
                .flatMap(parameter -> parameter.getValue().stream())
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .map(value -> value.startsWith("Patient/") ? value.substring("Patient/".length()) : value)
                .filter(AskedQuery::isId)
                .map(id -> "Patient/" + id)
                .collect(Collectors.toSet());
    }

    /** Whether a text is an id that this server gives, and so nobody's name or number. */
    public static boolean isId(String text) {
        return text.matches(UUID);
    }
}
