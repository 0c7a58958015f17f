package io.github.sprigfhir.app.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the packed definitions to those that HAPI ships. */
class CoreDefinitionsTest {

    private final DefaultProfileValidationSupport stock = new DefaultProfileValidationSupport(Corpus.FHIR);
    private final CoreDefinitions packed = new CoreDefinitions(Corpus.FHIR);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient",
                "http://hl7.org/fhir/StructureDefinition/ServiceRequest",
                "http://hl7.org/fhir/StructureDefinition/Period",
                "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
                "http://hl7.org/fhir/StructureDefinition/bodyweight",
                "http://hl7.org/fhir/StructureDefinition/String"
            })
    void aStructureHasTheSameElementsAndRules(String url) {
        var expected = (StructureDefinition) stock.fetchStructureDefinition(url);
        var found = (StructureDefinition) Objects.requireNonNull(packed.fetchStructureDefinition(url));

        assertThat(rules(found)).isEqualTo(rules(expected)).isNotEmpty();
        assertThat(found.getType()).isEqualTo(expected.getType());
        assertThat(found.getVersion()).isEqualTo(expected.getVersion());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hl7.org/fhir/administrative-gender",
                "http://hl7.org/fhir/administrative-gender|9.9",
                "http://snomed.info/sct",
                "http://terminology.hl7.org/CodeSystem/v3-ActReason"
            })
    void aCodeSystemHasTheSameCodes(String url) {
        var expected = (CodeSystem) stock.fetchCodeSystem(url);
        var found = (CodeSystem) Objects.requireNonNull(packed.fetchCodeSystem(url));

        assertThat(codes(found.getConcept())).isEqualTo(codes(expected.getConcept()));
        assertThat(found.getContent()).isEqualTo(expected.getContent());
    }

    @Test
    void aValueSetHasTheSameRules() {
        var url = "http://hl7.org/fhir/ValueSet/consent-policy";
        var expected = (ValueSet) stock.fetchValueSet(url);
        var found = (ValueSet) Objects.requireNonNull(packed.fetchValueSet(url));

        assertThat(found.getCompose().equalsDeep(expected.getCompose())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Nonsense", "", "http://nowhere.sprig-test.uk/x", "http://hl7.org/fhir/StructureDefinition/"})
    void whatDoesNotExistIsNotFound(String url) {
        assertThat(packed.fetchStructureDefinition(url)).isNull();
        assertThat(packed.fetchValueSet(url)).isNull();
        assertThat(packed.fetchCodeSystem(url)).isNull();
    }

    @Test
    void everyTypeIsListedAndNoProfile() {
        var urls = packed.<StructureDefinition>fetchAllStructureDefinitions().stream()
                .map(StructureDefinition::getUrl)
                .toList();

        assertThat(urls)
                .contains(
                        "http://hl7.org/fhir/StructureDefinition/Patient",
                        "http://hl7.org/fhir/StructureDefinition/string",
                        "http://hl7.org/fhir/StructureDefinition/Element")
                .doesNotContain("http://hl7.org/fhir/StructureDefinition/bodyweight")
                .hasSizeGreaterThan(200);
    }

    private static List<String> rules(StructureDefinition definition) {
        return definition.getSnapshot().getElement().stream()
                .map(CoreDefinitionsTest::rule)
                .toList();
    }

    private static String rule(ElementDefinition element) {
        var constraints = element.getConstraint().stream()
                .map(constraint -> constraint.getKey() + constraint.getExpression() + constraint.getSeverity())
                .toList();
        var types = element.getType().stream()
                .map(type -> type.getCode() + type.getProfile() + type.getTargetProfile())
                .toList();
        return String.join(
                " ",
                element.getId(),
                element.getPath(),
                element.getMin() + ".." + element.getMax(),
                constraints.toString(),
                types.toString(),
                String.valueOf(element.getBinding().getStrength()),
                String.valueOf(element.getBinding().getValueSet()),
                String.valueOf(element.getContentReference()),
                String.valueOf(element.getFixed()));
    }

    private static List<String> codes(List<CodeSystem.ConceptDefinitionComponent> concepts) {
        return concepts.stream()
                .flatMap(concept -> Stream.concat(
                        Stream.of(concept.getCode() + concept.getDisplay()), codes(concept.getConcept()).stream()))
                .toList();
    }
}
