package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Refusal;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps a search from telling by what it finds what the caller cannot see. Results are narrowed to what the caller
 * sees; what is left is conditions on something else than the result (chains, reverse chains) and on parts of the
 * result that are masked. Of these only what is listed here may be asked.
 *
 * <p>A chain is safe where whoever sees the one resource also sees the other, which the circle of care warrants for the
 * person and for the referral, and where the other is in the directory. No reverse chain into people's records is: of a
 * person's records one may see some and not others. The one that is answered all the same, by Observations, does not come
 * here as a reverse chain, but as the search of Observations that it is made of.
 *
 * <p>A researcher sees all the copies of a project and nothing else, so that any chain of one step, forward or reverse,
 * is safe.
 */
public final class SearchRules {

    /** Asked of a type that is about people, it would tell of labels, or cannot be held to these rules. */
    private static final Set<String> NEVER = Set.of(
            "_contained",
            "_content",
            "_filter",
            "_includeDeleted",
            "_list",
            "_profile",
            "_query",
            "_security",
            "_source",
            "_tag",
            "_text");

    private static final Set<String> TO_THE_PERSON = Set.of("patient", "subject");

    private static final Set<String> WITHIN_THE_DIRECTORY =
            Set.of("location", "organization", "partof", "practitioner", "service");

    /** References to the request that a record belongs to, by type: who sees the record sees the request. */
    private static final Map<String, Set<String>> TO_THE_REQUEST = Map.of(
            "CarePlan", Set.of("referral"),
            "Encounter", Set.of("based-on"),
            "Goal", Set.of("addresses"),
            "Observation", Set.of("based-on"),
            "QuestionnaireResponse", Set.of("based-on"),
            "Task", Set.of("focus"));

    /** All that a provider may ask, by type: what its own worklist takes, and nothing that it is not shown. */
    private static final Map<String, Set<String>> FOR_PROVIDERS = Map.of(
            "Task",
                    Set.of(
                            "authored-on",
                            "business-status",
                            "code",
                            "due",
                            "focus",
                            "identifier",
                            "open-pool",
                            "owner",
                            "patient",
                            "review",
                            "status"),
            "ServiceRequest", Set.of("authored", "patient", "status", "subject"),
            "Flag", Set.of("patient", "subject"),
            "Encounter", Set.of("based-on", "date", "identifier", "patient", "status", "subject"),
            "Observation", Set.of("based-on", "date", "identifier", "patient", "subject"),
            "Communication", Set.of("based-on", "category", "identifier", "patient", "sent", "subject"),
            "Provenance", Set.of("recorded", "target"),
            "Subscription", Set.of("status"));

    private static final Set<String> FOR_EVERYBODY = Set.of("_id", "_lastUpdated");

    private SearchRules() {}

    /** What stands in the way of a search of a type; nothing where it may be made. */
    public static List<Refusal> decide(Identity caller, String type, List<Asked> search) {
        return search.stream()
                .filter(asked -> !isSafe(caller.role(), type, asked))
                .map(SearchRules::refusal)
                .toList();
    }

    /** Whether a search says whom it is about, so that an emergency opens one person's records and not everybody's. */
    public static boolean namesSomebody(String type, List<Asked> search) {
        var names = type.equals("Patient") ? Set.of("_id", "identifier") : TO_THE_PERSON;
        return search.stream()
                .anyMatch(asked -> asked.use() == Asked.Use.FILTER
                        && asked.chain().isEmpty()
                        && names.contains(asked.parameter()));
    }

    private static boolean isSafe(Role role, String type, Asked asked) {
        return switch (asked.use()) {
            case REVERSE ->
                isSingle(asked)
                        && (role == Role.RESEARCHER
                                ? !NEVER.contains(asked.chain().orElse(""))
                                : isOfTheDirectory(type) && isOfTheDirectory(asked.targetType()));
            case SORT -> asked.chain().isEmpty() && isSafeAlone(role, type, asked.parameter());
            case FILTER, LOOSE_FILTER ->
                asked.chain().isEmpty() ? isSafeAlone(role, type, asked.parameter()) : isSafeChain(role, type, asked);
            // What is not seen is left out, whoever asks; a wildcard would have the store look at everything.
            case INCLUDE -> !asked.parameter().equals("*");
            case REVINCLUDE -> !asked.parameter().equals("*") && role != Role.PROVIDER;
        };
    }

    private static boolean isSafeAlone(Role role, String type, String parameter) {
        if (Holding.of(type) == Holding.DEFINITIONS) {
            return true;
        }
        if (NEVER.contains(parameter)) {
            return false;
        }
        return role != Role.PROVIDER
                || isOfTheDirectory(type)
                || FOR_EVERYBODY.contains(parameter)
                || FOR_PROVIDERS.getOrDefault(type, Set.of()).contains(parameter);
    }

    private static boolean isSafeChain(Role role, String type, Asked asked) {
        if (!isSingle(asked) || NEVER.contains(asked.chain().orElse(""))) {
            return false;
        }
        if (role == Role.RESEARCHER) {
            return isSafeAlone(role, type, asked.parameter());
        }
        if (isOfTheDirectory(asked.targetType())) {
            return isSafeAlone(role, type, asked.parameter());
        }
        if (isOfTheDirectory(type)) {
            return asked.targetType().isEmpty() && WITHIN_THE_DIRECTORY.contains(asked.parameter());
        }
        return role != Role.PROVIDER
                && (isTo(TO_THE_PERSON, "Patient", asked)
                        || isTo(TO_THE_REQUEST.getOrDefault(type, Set.of()), "ServiceRequest", asked));
    }

    private static boolean isTo(Set<String> references, String target, Asked asked) {
        return references.contains(asked.parameter())
                && asked.targetType().map(target::equals).orElse(true);
    }

    /** One step and no more: {@code patient.name}, not {@code patient.organization.name}. */
    private static boolean isSingle(Asked asked) {
        return asked.chain()
                .map(step -> !step.contains(".") && !step.startsWith("_has"))
                .orElse(false);
    }

    private static boolean isOfTheDirectory(Optional<String> type) {
        return type.map(SearchRules::isOfTheDirectory).orElse(false);
    }

    private static boolean isOfTheDirectory(String type) {
        return Holding.of(type) == Holding.DIRECTORY;
    }

    private static Refusal refusal(Asked asked) {
        return new Refusal(
                SearchRule.WITHHELD,
                "A search of yours may not ask for " + asked.written()
                        + ": what it finds could tell of what you do not see.",
                "The guide's page on the circle of care lists what each role may ask.");
    }
}
