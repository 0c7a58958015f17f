package io.github.sprigfhir.domain.research;

import static io.github.sprigfhir.domain.research.Treatment.CODE;
import static io.github.sprigfhir.domain.research.Treatment.DAY;
import static io.github.sprigfhir.domain.research.Treatment.ETHNICITY;
import static io.github.sprigfhir.domain.research.Treatment.PLAIN;
import static io.github.sprigfhir.domain.research.Treatment.QUANTITY;
import static io.github.sprigfhir.domain.research.Treatment.QUESTIONNAIRE;
import static io.github.sprigfhir.domain.research.Treatment.REFERENCE;
import static io.github.sprigfhir.domain.research.Treatment.SEX;
import static io.github.sprigfhir.domain.research.Treatment.TOKEN;
import static io.github.sprigfhir.domain.research.Treatment.VERSIONED_CODE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of each type of resource may be copied for research, and how; what is not listed is dropped (ADR 17).
 *
 * <p>The threat: a name, an address, a number or what somebody wrote about a person stands where nobody looked for it.
 *
 * <p>The rule: of the types listed, and no others, the elements listed are copied, each as its {@link Treatment} says.
 * Nothing is copied with what is beneath it unless that is listed too. Extensions are copied only where they are the
 * resource's own, and listed. Whatever has a modifier extension, which may turn what it says into its opposite, is not
 * copied at all.
 */
public final class Elements {

    private static final String IG = "https://sprig-fhir.github.io/ig/StructureDefinition/";
    private static final String UK = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-";

    /** The elements and the extensions of one type. */
    private record Copied(List<Element> elements, List<Element> extensions) {}

    private static final Map<String, Copied> TABLE = Map.of(
            "Patient",
            copied(
                    List.of(listed("gender", "code", SEX)),
                    List.of(listed(UK + "EthnicCategory", "CodeableConcept", ETHNICITY))),
            "ServiceRequest",
            copied(
                    List.of(
                            listed("status", "code", PLAIN),
                            listed("intent", "code", PLAIN),
                            listed("category", "CodeableConcept", CODE),
                            listed("code", "CodeableConcept", CODE),
                            listed("reasonCode", "CodeableConcept", CODE),
                            listed("authoredOn", "dateTime", DAY),
                            reference("subject", "Patient"),
                            reference("basedOn", "ServiceRequest"),
                            reference("requester", "Organization"),
                            reference("performer", "HealthcareService")),
                    List.of(
                            listed(
                                    "http://hl7.org/fhir/StructureDefinition/request-statusReason",
                                    "CodeableConcept",
                                    CODE),
                            listed(UK + "SourceOfServiceRequest", "CodeableConcept", CODE),
                            listed(IG + "engagement-level", "Coding", CODE),
                            listed(IG + "own-service", "boolean", PLAIN))),
            "Task",
            copied(
                    List.of(
                            listed("status", "code", PLAIN),
                            listed("intent", "code", PLAIN),
                            listed("statusReason", "CodeableConcept", CODE),
                            listed("businessStatus", "CodeableConcept", CODE),
                            listed("authoredOn", "dateTime", DAY),
                            listed("lastModified", "dateTime", DAY),
                            reference("focus", "ServiceRequest"),
                            reference("for", "Patient"),
                            reference("owner", "HealthcareService")),
                    List.of()),
            "Encounter",
            copied(
                    List.of(
                            listed("status", "code", PLAIN),
                            listed("class", "Coding", CODE),
                            listed("type", "CodeableConcept", CODE),
                            listed("reasonCode", "CodeableConcept", CODE),
                            listed("period", "Period", DAY),
                            listed("length", "Duration", QUANTITY),
                            reference("subject", "Patient"),
                            reference("basedOn", "ServiceRequest")),
                    List.of(listed(IG + "attendance", "Coding", CODE))),
            "Observation",
            copied(
                    List.of(
                            listed("status", "code", PLAIN),
                            listed("category", "CodeableConcept", CODE),
                            listed("code", "CodeableConcept", CODE),
                            listed("method", "CodeableConcept", VERSIONED_CODE),
                            listed("interpretation", "CodeableConcept", CODE),
                            listed("dataAbsentReason", "CodeableConcept", CODE),
                            listed("effective[x]", "dateTime", DAY),
                            listed("effective[x]", "Period", DAY),
                            listed("value[x]", "Quantity", QUANTITY),
                            listed("value[x]", "CodeableConcept", CODE),
                            listed("value[x]", "integer", PLAIN),
                            listed("value[x]", "boolean", PLAIN),
                            listed("component.code", "CodeableConcept", CODE),
                            listed("component.value[x]", "Quantity", QUANTITY),
                            listed("component.value[x]", "CodeableConcept", CODE),
                            listed("component.value[x]", "integer", PLAIN),
                            listed("component.value[x]", "boolean", PLAIN),
                            reference("subject", "Patient"),
                            reference("basedOn", "ServiceRequest"),
                            reference("derivedFrom", "QuestionnaireResponse", "Observation")),
                    List.of(listed(IG + "outcome-point", "Coding", CODE), listed(IG + "outcome-mode", "Coding", CODE))),
            "Goal",
            copied(
                    List.of(
                            listed("lifecycleStatus", "code", PLAIN),
                            listed("achievementStatus", "CodeableConcept", CODE),
                            listed("category", "CodeableConcept", CODE),
                            reference("subject", "Patient"),
                            reference("addresses", "ServiceRequest"),
                            reference("outcomeReference", "Observation")),
                    List.of(
                            listed(IG + "goal-importance", "integer", PLAIN),
                            listed(IG + "confidence", "integer", PLAIN))),
            "CarePlan",
            copied(
                    List.of(
                            listed("status", "code", PLAIN),
                            listed("intent", "code", PLAIN),
                            reference("subject", "Patient"),
                            reference("supportingInfo", "ServiceRequest"),
                            reference("goal", "Goal")),
                    List.of()),
            "QuestionnaireResponse",
            copied(
                    List.of(
                            listed("questionnaire", "canonical", QUESTIONNAIRE),
                            listed("status", "code", PLAIN),
                            listed("item.linkId", "string", TOKEN),
                            listed("item.answer.value[x]", "Coding", CODE),
                            listed("item.answer.value[x]", "integer", PLAIN),
                            listed("item.answer.value[x]", "decimal", PLAIN),
                            listed("item.answer.value[x]", "boolean", PLAIN),
                            reference("subject", "Patient"),
                            reference("basedOn", "ServiceRequest")),
                    List.of(listed(IG + "outcome-point", "Coding", CODE), listed(IG + "outcome-mode", "Coding", CODE))),
            "HealthcareService",
            copied(
                    List.of(
                            listed("active", "boolean", PLAIN),
                            listed("category", "CodeableConcept", CODE),
                            listed("type", "CodeableConcept", CODE)),
                    List.of()),
            "Organization",
            copied(List.of(listed("type", "CodeableConcept", CODE)), List.of()));

    private static final Copied NOTHING = copied(List.of(), List.of());

    private Elements() {}

    /** The types of resource that are copied. */
    public static Set<String> types() {
        return TABLE.keySet();
    }

    /** Every element of a type that is copied, its extensions left aside. */
    public static List<Element> of(String type) {
        return copied(type).elements();
    }

    /** Every extension of a type that is copied. */
    public static List<Element> extensionsOf(String type) {
        return copied(type).extensions();
    }

    /**
     * An element of a type, if it is copied.
     *
     * @param path as in {@link Element}
     * @param dataType of the value that it has
     */
    public static Optional<Element> element(String type, String path, String dataType) {
        return find(of(type), path, dataType);
    }

    /**
     * An extension of a type, if it is copied.
     *
     * @param address of the extension
     * @param dataType of the value that it has
     */
    public static Optional<Element> extension(String type, String address, String dataType) {
        return find(extensionsOf(type), address, dataType);
    }

    /** Whether something beneath an element is copied, although it is not copied itself. */
    public static boolean leadsToCopied(String type, String path) {
        return of(type).stream().anyMatch(element -> element.path().startsWith(path + "."));
    }

    private static Copied copied(String type) {
        return TABLE.getOrDefault(type, NOTHING);
    }

    private static Optional<Element> find(List<Element> listed, String path, String dataType) {
        return listed.stream()
                .filter(element ->
                        element.path().equals(path) && element.dataType().equals(dataType))
                .findFirst();
    }

    private static Copied copied(List<Element> elements, List<Element> extensions) {
        return new Copied(elements, extensions);
    }

    private static Element listed(String path, String dataType, Treatment treatment) {
        return new Element(path, dataType, treatment, Set.of());
    }

    private static Element reference(String path, String... targets) {
        return new Element(path, "Reference", REFERENCE, Set.of(targets));
    }
}
