package io.github.sprigfhir.domain.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementsTest {

    private static final String IG = "https://sprig-fhir.github.io/ig/StructureDefinition/";

    /** Types in which people can be named or written about; a string is a token of a Questionnaire of ours, or nothing. */
    private static final Set<String> WORDS = Set.of(
            "string",
            "markdown",
            "xhtml",
            "uri",
            "url",
            "Narrative",
            "Annotation",
            "Attachment",
            "Identifier",
            "HumanName",
            "Address",
            "ContactPoint",
            "ContactDetail",
            "RelatedArtifact",
            "Signature",
            "Meta",
            "Resource",
            "Extension");

    /** Names that FHIR gives, in all types, to what says who somebody is or what somebody wrote. */
    private static final Set<String> NAMES = Set.of(
            "id",
            "meta",
            "text",
            "contained",
            "extension",
            "modifierExtension",
            "identifier",
            "name",
            "alias",
            "telecom",
            "address",
            "birthDate",
            "photo",
            "contact",
            "note",
            "comment",
            "description",
            "title",
            "display",
            "payload",
            "details",
            "instantiatesUri",
            "participant",
            "author",
            "source",
            "generalPractitioner",
            "location");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AuditEvent",
                "Binary",
                "Communication",
                "Consent",
                "DocumentReference",
                "Flag",
                "Location",
                "Practitioner",
                "PractitionerRole",
                "Provenance",
                "RelatedPerson",
                "Subscription",
                "Unheard"
            })
    void whatIsNotListedIsNotCopied(String type) {
        assertThat(Elements.types()).doesNotContain(type);
        assertThat(Elements.of(type)).isEmpty();
        assertThat(Elements.extensionsOf(type)).isEmpty();
    }

    @Test
    void theTypesThatAreCopiedAreThese() {
        assertThat(Elements.types())
                .containsExactlyInAnyOrder(
                        "Patient",
                        "ServiceRequest",
                        "Task",
                        "Encounter",
                        "Observation",
                        "Goal",
                        "CarePlan",
                        "QuestionnaireResponse",
                        "HealthcareService",
                        "Organization");
    }

    @ParameterizedTest
    @MethodSource("everything")
    void nothingThatIsCopiedCanHoldWords(Element element) {
        assertThat(WORDS.contains(element.dataType())).isEqualTo(element.treatment() == Treatment.TOKEN);
        assertThat(element.treatment().fits(element.dataType())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void nothingThatIsCopiedIsCalledWhatNamesSomebody(Element element) {
        assertThat(element.path().startsWith("http")
                        || Stream.of(element.path().split("\\.", -1)).noneMatch(NAMES::contains))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void aReferenceLeadsOnlyToWhatIsCopiedItself(Element element) {
        assertThat(Elements.types()).containsAll(element.targets());
    }

    @ParameterizedTest
    @MethodSource("types")
    void nothingIsListedTwice(String type) {
        assertThat(Stream.concat(Elements.of(type).stream(), Elements.extensionsOf(type).stream())
                        .map(element -> element.path() + " " + element.dataType()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("types")
    void anExtensionIsListedByItsAddressAndNothingElseIs(String type) {
        assertThat(Elements.of(type)).noneMatch(element -> element.path().contains(":"));
        assertThat(Elements.extensionsOf(type))
                .allMatch(element -> element.path().matches("https?://[A-Za-z0-9./-]+/StructureDefinition/[A-Za-z-]+"));
    }

    @ParameterizedTest
    @CsvSource({
        "Patient, gender, code, SEX",
        "ServiceRequest, reasonCode, CodeableConcept, CODE",
        "Encounter, period, Period, DAY",
        "Encounter, length, Duration, QUANTITY",
        "Observation, value[x], integer, PLAIN",
        "Observation, method, CodeableConcept, VERSIONED_CODE",
        "Observation, component.value[x], Quantity, QUANTITY",
        "QuestionnaireResponse, item.linkId, string, TOKEN",
        "QuestionnaireResponse, questionnaire, canonical, QUESTIONNAIRE",
        "CarePlan, goal, Reference, REFERENCE"
    })
    void whatIsListedIsTreatedAsItSays(String type, String path, String dataType, Treatment treatment) {
        assertThat(Elements.element(type, path, dataType))
                .hasValueSatisfying(element -> assertThat(element.treatment()).isEqualTo(treatment));
    }

    @ParameterizedTest
    @CsvSource({
        "Patient, birthDate, date",
        "Patient, name, HumanName",
        "Task, restriction.period, Period",
        "Observation, value[x], string",
        "Observation, component, BackboneElement",
        "Observation, performer, Reference",
        "QuestionnaireResponse, item.answer.value[x], string",
        "QuestionnaireResponse, item.text, string",
        "QuestionnaireResponse, gender, code",
        "Consent, status, code"
    })
    void whatIsNotListedIsDropped(String type, String path, String dataType) {
        assertThat(Elements.element(type, path, dataType)).isEmpty();
    }

    @Test
    void anExtensionIsCopiedOfItsTypeAlone() {
        assertThat(Elements.extension("Observation", IG + "outcome-point", "Coding"))
                .hasValueSatisfying(element -> assertThat(element.treatment()).isEqualTo(Treatment.CODE));
        assertThat(Elements.extension("Observation", IG + "outcome-point", "string"))
                .isEmpty();
        assertThat(Elements.extension("Goal", IG + "outcome-point", "Coding")).isEmpty();
        assertThat(Elements.extension("ServiceRequest", IG + "persons-own-words", "string"))
                .isEmpty();
        assertThat(Elements.element("Observation", IG + "outcome-point", "Coding"))
                .isEmpty();
    }

    @Test
    void whatLeadsToSomethingCopiedIsKnown() {
        assertThat(Elements.leadsToCopied("QuestionnaireResponse", "item")).isTrue();
        assertThat(Elements.leadsToCopied("QuestionnaireResponse", "item.answer"))
                .isTrue();
        assertThat(Elements.leadsToCopied("QuestionnaireResponse", "item.item")).isFalse();
        assertThat(Elements.leadsToCopied("Observation", "component.code")).isFalse();
        assertThat(Elements.leadsToCopied("Task", "rest")).isFalse();
        assertThat(Elements.leadsToCopied("Patient", "contact")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TOKEN")
    void noTreatmentIsForWords(Treatment treatment) {
        assertThat(WORDS).noneMatch(treatment::fits);
    }

    @Test
    void aTreatmentThatDoesNotFitIsNotTaken() {
        assertThatThrownBy(() -> new Element("note", "Annotation", Treatment.PLAIN, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("note");
        assertThatThrownBy(() -> new Element("subject", "Reference", Treatment.REFERENCE, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Element("status", "code", Treatment.PLAIN, Set.of("Patient")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static List<String> types() {
        return List.copyOf(Elements.types());
    }

    static Stream<Element> everything() {
        return Elements.types().stream()
                .flatMap(type -> Stream.concat(Elements.of(type).stream(), Elements.extensionsOf(type).stream()));
    }
}
