package io.github.sprigfhir.domain.directory.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tells from the taxonomy terms of a feed which needs a service meets. The operator's lines come first; then the names
 * that we ship with, which are those of our own categories and a few plain words for each.
 */
public final class NeedTable {

    /** The need of a service of which none can be told. */
    public static final String OTHER = "other";

    /** The URI of each of our own categories as a term, without its code. */
    public static final String ADDRESS = "https://sprig-fhir.github.io/ig/CodeSystem/need-category#";

    /** The codes of CodeSystem/need-category, each with names that terms of a taxonomy are likely to have. */
    private static final Map<String, List<String>> OURS = Map.ofEntries(
            need("loneliness-isolation", "loneliness and isolation", "loneliness", "social isolation", "befriending"),
            need(
                    "mental-wellbeing",
                    "mental wellbeing",
                    "mental health",
                    "counselling",
                    "wellbeing",
                    "mental health and wellbeing"),
            need(
                    "physical-activity",
                    "physical activity",
                    "sport",
                    "exercise",
                    "sports and fitness",
                    "walking",
                    "keeping active"),
            need("healthy-weight-food", "healthy weight and food", "healthy eating", "weight management", "cooking"),
            need(
                    "long-term-condition",
                    "living with a long-term condition",
                    "long-term conditions",
                    "long term conditions",
                    "health conditions"),
            need(
                    "money-debt-benefits",
                    "money, debt and benefits",
                    "money",
                    "debt",
                    "debt advice",
                    "benefits",
                    "benefits advice",
                    "money advice"),
            need("housing-homelessness", "housing and homelessness", "housing", "homelessness", "housing advice"),
            need("employment-volunteering", "employment and volunteering", "employment", "volunteering", "jobs"),
            need(
                    "education-skills",
                    "education and skills",
                    "education",
                    "adult learning",
                    "learning",
                    "skills",
                    "training"),
            need("caring-responsibilities", "caring responsibilities", "carers", "carer support", "support for carers"),
            need("parenting-family", "parenting and family", "parenting", "families", "family support", "childcare"),
            need("bereavement", "bereavement support", "grief"),
            need("domestic-abuse", "domestic abuse", "domestic violence"),
            need("substance-use", "substance use", "alcohol", "drugs", "substance misuse", "addiction", "smoking"),
            need("legal-advice", "legal advice", "legal", "legal services"),
            need("immigration", "asylum", "refugees", "immigration and asylum"),
            need("transport-access", "transport and access", "transport", "community transport"),
            need("digital-inclusion", "digital inclusion", "digital skills", "computers", "it skills"),
            need(
                    "food-fuel-poverty",
                    "food and fuel poverty",
                    "food bank",
                    "food banks",
                    "fuel poverty",
                    "energy advice"),
            need(
                    "arts-culture-nature",
                    "arts, culture and nature",
                    "arts",
                    "arts and crafts",
                    "crafts",
                    "music",
                    "culture",
                    "gardening",
                    "nature"),
            need("practical-help-home", "practical help at home", "help at home", "handyperson", "home help"),
            need("safety-crime", "safety and crime", "crime", "community safety", "victim support"),
            need("social-care", "social care", "adult social care"),
            need(OTHER));

    private final Map<String, String> byTerm = new HashMap<>();

    /**
     * A term of a taxonomy.
     *
     * @param uri of the term, where it has one
     */
    public record Term(Optional<String> id, Optional<String> name, Optional<String> uri) {}

    /**
     * What the terms say.
     *
     * @param codes of CodeSystem/need-category, in the order of the terms; never empty
     * @param known whether a term said so
     */
    public record Needs(Set<String> codes, boolean known) {}

    /**
     * Makes the table.
     *
     * @param lines the operator's, each a term's URI, id or name, an equals sign and one of our categories
     * @throws IllegalArgumentException if a line is not of that form, or has no such category
     */
    public NeedTable(Collection<String> lines) {
        OURS.forEach((code, names) -> names.forEach(name -> byTerm.put(name, code)));
        OURS.keySet().forEach(code -> byTerm.put(normal(ADDRESS + code), code));
        for (String line : lines) {
            int sign = line.lastIndexOf('=');
            String code = line.substring(sign + 1).strip();
            if (sign < 1 || !OURS.containsKey(code)) {
                throw new IllegalArgumentException(
                        "\"%s\" is not a term, an equals sign and a need category".formatted(line));
            }
            byTerm.put(normal(line.substring(0, sign)), code);
        }
    }

    /** Every need category. */
    public static Set<String> categories() {
        return OURS.keySet();
    }

    /** Every term that it knows, in lower case, with its need category. */
    public Map<String, String> terms() {
        return new TreeMap<>(byTerm);
    }

    /** The needs that terms stand for; {@link #OTHER} where they stand for none. */
    public Needs read(List<Term> terms) {
        Set<String> codes = new LinkedHashSet<>();
        terms.forEach(term -> of(term).ifPresent(codes::add));
        return codes.isEmpty() ? new Needs(Set.of(OTHER), false) : new Needs(codes, true);
    }

    /** The category for a word, such as somebody writes in a spreadsheet. */
    public Optional<String> ofName(String name) {
        return Optional.ofNullable(byTerm.get(normal(name)));
    }

    /** The most exact name decides: the URI before the id, the id before the name. */
    private Optional<String> of(Term term) {
        return Stream.of(term.uri(), term.id(), term.name())
                .flatMap(Optional::stream)
                .flatMap(name -> ofName(name).stream())
                .findFirst();
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static Map.Entry<String, List<String>> need(String code, String... names) {
        return Map.entry(code, Stream.concat(Stream.of(code), Stream.of(names)).toList());
    }
}
