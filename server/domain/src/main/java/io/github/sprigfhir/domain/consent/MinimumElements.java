package io.github.sprigfhir.domain.consent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a provider sees of each type of resource, element by element; what is not listed is not shown (spec decision 37).
 *
 * <p>A listed element is shown with everything beneath it, but for four things that must be listed themselves: its
 * extensions, and of a reference the identifier and the display, since these may say more of a person than that they are
 * meant; and contained resources are never shown. Who may see a resource at all is decided elsewhere.
 */
public final class MinimumElements {

    private static final String IG = "https://sprig-fhir.github.io/ig/StructureDefinition/";

    /**
     * What is shown of one type.
     *
     * @param elements paths below the type, such as {@code name} or {@code for.reference}
     * @param extensions the addresses of those extensions of the resource that are shown, whole
     * @param masked elements that readers look for, and that say they are masked, whether or not there is anything
     */
    private record Shown(Set<String> elements, Set<String> extensions, Set<String> masked) {}

    private static final Shown NOTHING = new Shown(Set.of(), Set.of(), Set.of());

    /** The directory, definitions and what is a provider's own and about nobody. */
    private static final Set<String> WHOLE = Set.of(
            "CapabilityStatement",
            "CodeSystem",
            "ConceptMap",
            "HealthcareService",
            "Location",
            "Measure",
            "NamingSystem",
            "ObservationDefinition",
            "OperationDefinition",
            "OperationOutcome",
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "Questionnaire",
            "SearchParameter",
            "StructureDefinition",
            "Subscription",
            "ValueSet",
            "VerificationResult");

    private static final Map<String, Shown> TABLE = Map.ofEntries(
            row(
                    "Patient",
                    Set.of("active", "name", "telecom", "communication"),
                    Set.of(),
                    Set.of("identifier", "birthDate", "address", "generalPractitioner")),
            row(
                    "ServiceRequest",
                    Set.of(
                            "identifier",
                            "basedOn",
                            "status",
                            "intent",
                            "category",
                            "priority",
                            "code",
                            "subject",
                            "authoredOn",
                            "requester",
                            "performer",
                            "reasonCode",
                            "note"),
                    Set.of(IG + "onward-terms"),
                    Set.of("supportingInfo")),
            row(
                    "Task",
                    Set.of(
                            "identifier",
                            "status",
                            "statusReason",
                            "businessStatus",
                            "intent",
                            "priority",
                            "code",
                            "focus",
                            "for",
                            "authoredOn",
                            "lastModified",
                            "requester",
                            "owner",
                            "note",
                            "restriction.period",
                            "output"),
                    Set.of(IG + "review-by"),
                    Set.of()),
            row(
                    "Flag",
                    Set.of("identifier", "status", "category", "code", "subject", "period"),
                    Set.of(),
                    Set.of("author")),
            row(
                    "Encounter",
                    Set.of(
                            "identifier",
                            "status",
                            "class",
                            "type",
                            "subject",
                            "basedOn",
                            "participant",
                            "period",
                            "length",
                            "serviceProvider"),
                    Set.of(IG + "attendance"),
                    Set.of()),
            row(
                    "Goal",
                    Set.of(
                            "identifier",
                            "lifecycleStatus",
                            "achievementStatus",
                            "description",
                            "subject",
                            "start",
                            "target",
                            "statusDate",
                            "expressedBy",
                            "addresses"),
                    Set.of(),
                    Set.of()),
            row(
                    "Observation",
                    Set.of(
                            "identifier",
                            "basedOn",
                            "status",
                            "category",
                            "code",
                            "subject",
                            "effective",
                            "performer",
                            "method",
                            "value",
                            "dataAbsentReason",
                            "interpretation",
                            "component"),
                    Set.of(IG + "outcome-point", IG + "outcome-mode"),
                    Set.of()),
            row(
                    "Communication",
                    Set.of(
                            "identifier",
                            "basedOn",
                            "status",
                            "category",
                            "subject",
                            "about",
                            "about.identifier",
                            "sent",
                            "recipient",
                            "sender",
                            "reasonCode",
                            "payload"),
                    Set.of(),
                    Set.of()),
            row("Condition", Set.of("subject"), Set.of(), Set.of()),
            row("Composition", Set.of("status", "type", "subject", "date", "author", "title"), Set.of(), Set.of()),
            row("CarePlan", Set.of("status", "intent", "subject"), Set.of(), Set.of()),
            row("QuestionnaireResponse", Set.of("status"), Set.of(), Set.of()),
            row("Provenance", Set.of("target", "recorded", "activity", "agent"), Set.of(), Set.of()),
            row("Consent", Set.of("status"), Set.of(), Set.of("scope", "category", "policyRule")));

    /** Names, addresses and identifiers that are no longer used concern nobody who meets the person today. */
    private static final Set<String> PAST_USES = Set.of("old", "maiden");

    /** Reasons that are nobody's business but the person's, as {@code system|code}. */
    private static final Set<String> WITHHELD = Set.of(
            "https://sprig-fhir.github.io/ig/CodeSystem/handover-reason|consent-withdrawn",
            "https://sprig-fhir.github.io/ig/CodeSystem/handover-reason|consent-expired");

    private MinimumElements() {}

    /** Whether a type is shown as it is, because it is about nobody. */
    public static boolean isWhole(String type) {
        return WHOLE.contains(type);
    }

    /** Whether an element is shown, with what is beneath it; its path begins below the type: {@code restriction.period}. */
    public static boolean shows(String type, String path) {
        return isWhole(type) || of(type).elements().stream().anyMatch(listed -> isAtOrBelow(path, listed));
    }

    /** Whether something beneath the element is shown, although it is not shown itself. */
    public static boolean leadsToShown(String type, String path) {
        return of(type).elements().stream().anyMatch(listed -> listed.startsWith(path + "."));
    }

    /** Whether an element is listed by exactly this path: what must be listed itself is shown only then. */
    public static boolean lists(String type, String path) {
        return of(type).elements().contains(path);
    }

    /** Whether an extension of the resource itself is shown. */
    public static boolean showsExtension(String type, Optional<String> address) {
        return address.filter(of(type).extensions()::contains).isPresent();
    }

    /** The elements that say they are masked, in alphabetical order. */
    public static List<String> masked(String type) {
        return of(type).masked().stream().sorted().toList();
    }

    /** Whether a name, address or identifier of that use is left out. */
    public static boolean isPast(String use) {
        return PAST_USES.contains(use);
    }

    /** Whether a coded reason is left out, with everything that was said along with it. */
    public static boolean isWithheld(String system, String code) {
        return WITHHELD.contains(system + "|" + code);
    }

    /** The types that are shown in part. */
    public static Set<String> partlyShown() {
        return TABLE.keySet();
    }

    private static Shown of(String type) {
        return TABLE.getOrDefault(type, NOTHING);
    }

    private static boolean isAtOrBelow(String path, String listed) {
        return path.equals(listed) || path.startsWith(listed + ".");
    }

    private static Map.Entry<String, Shown> row(
            String type, Set<String> elements, Set<String> extensions, Set<String> masked) {
        return Map.entry(type, new Shown(elements, extensions, masked));
    }
}
