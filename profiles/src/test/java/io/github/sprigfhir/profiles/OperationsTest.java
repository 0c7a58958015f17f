package io.github.sprigfhir.profiles;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationDefinitionParameterComponent;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations are called on what they say, with what they say, and bind their codes to value sets that exist. */
class OperationsTest {

    @ParameterizedTest(name = "${0} on {1}")
    @CsvSource(delimiter = '|', textBlock = """
            handover | ServiceRequest | service firstContact nonAttendanceAction outcomesReturned identifier | reason returnUntil nonAttendance code note replaces requester overrideBy overrideReason
            return | Task | reason | note
            escalate | ServiceRequest | reason | requester
            """)
    void anOperationTakesWhatItNeedsAndReturnsOneResource(String code, String type, String needed, String optional) {
        OperationDefinition operation = Artefacts.OURS.example(OperationDefinition.class, code);

        assertEquals("https://sprig-fhir.github.io/ig/OperationDefinition/" + code, operation.getUrl());
        assertEquals(code, operation.getCode());
        assertEquals(type, operation.getResource().get(0).getValue());
        assertTrue(operation.getInstance() && operation.getAffectsState());
        assertEquals(Set.of(needed.split(" ")), names(operation, OperationParameterUse.IN, 1));
        assertEquals(Set.of(optional.split(" ")), names(operation, OperationParameterUse.IN, 0));
        assertEquals(Set.of("return"), names(operation, OperationParameterUse.OUT, 1));
    }

    @Test
    void findingIsAQueryOnTheTypeThatNeedsNothing() {
        OperationDefinition operation = Artefacts.OURS.example(OperationDefinition.class, "find-services");

        assertEquals(OperationDefinition.OperationKind.QUERY, operation.getKind());
        assertTrue(operation.getType() && !operation.getInstance() && !operation.getAffectsState());
        assertEquals(Set.of(), names(operation, OperationParameterUse.IN, 1));
        assertEquals(17, names(operation, OperationParameterUse.IN, 0).size());
        assertEquals(Set.of("return"), names(operation, OperationParameterUse.OUT, 1));
    }

    @Test
    void theOutcomesOfAPersonAreAskedOfThatPersonAndChangeNothing() {
        OperationDefinition operation = Artefacts.OURS.example(OperationDefinition.class, "outcomes");

        assertTrue(operation.getInstance() && !operation.getType() && !operation.getAffectsState());
        assertEquals("Patient", operation.getResource().get(0).getValue());
        assertEquals(Set.of("episode"), names(operation, OperationParameterUse.IN, 0));
        assertEquals(Set.of("leftOut"), names(operation, OperationParameterUse.OUT, 1));
        assertEquals(
                List.of(
                        "episode",
                        "measure",
                        "instrument",
                        "scores",
                        "first",
                        "last",
                        "difference",
                        "change",
                        "reliableFrom",
                        "sentence",
                        "chart"),
                operation.getParameter().stream()
                        .flatMap(p -> p.getPart().stream())
                        .map(OperationDefinitionParameterComponent::getName)
                        .toList());
    }

    @Test
    void theLatestAreAskedOfTheTypeAsFhirDefinesIt() {
        OperationDefinition operation = Artefacts.OURS.example(OperationDefinition.class, "lastn");

        assertTrue(operation.getType() && !operation.getInstance() && !operation.getAffectsState());
        assertEquals("http://hl7.org/fhir/OperationDefinition/Observation-lastn", operation.getBase());
        assertEquals(Set.of("return"), names(operation, OperationParameterUse.OUT, 1));
    }

    @Test
    void everyBoundParameterIsBoundToAValueSetOfOurs() {
        Set<String> ours =
                Artefacts.OURS.all(ValueSet.class).map(ValueSet::getUrl).collect(toSet());

        Set<String> bound = parameters()
                .filter(p -> p.hasBinding())
                .map(p -> p.getBinding().getValueSet())
                .collect(toSet());

        assertEquals(8, bound.size());
        assertTrue(ours.containsAll(bound), bound::toString);
    }

    @Test
    void everyCodedParameterIsBoundUnlessItIsAboutAnyCode() {
        Set<String> ofTerminology = Set.of("CodeSystem", "ValueSet", "ConceptMap");
        assertTrue(Artefacts.OURS
                .all(OperationDefinition.class)
                .filter(operation ->
                        operation.getResource().stream().noneMatch(type -> ofTerminology.contains(type.getValue())))
                .flatMap(operation -> operation.getParameter().stream())
                .filter(p -> p.hasType() && p.getType().startsWith("Cod"))
                .allMatch(OperationDefinitionParameterComponent::hasBinding));
    }

    private static Set<String> names(OperationDefinition operation, OperationParameterUse use, int min) {
        return operation.getParameter().stream()
                .filter(p -> p.getUse() == use && p.getMin() == min)
                .map(OperationDefinitionParameterComponent::getName)
                .collect(toSet());
    }

    private static Stream<OperationDefinitionParameterComponent> parameters() {
        return Artefacts.OURS.all(OperationDefinition.class).flatMap(o -> o.getParameter().stream());
    }
}
