package io.github.sprigfhir.profiles;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.SearchParameter;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every search parameter of ours finds what it is for, and every one that guards uniqueness is built as HAPI reads it. */
class SearchParametersTest {

    static Stream<Named<SearchParameter>> searches() {
        return named(Artefacts.OURS.all(SearchParameter.class).filter(p -> p.getType() != SearchParamType.COMPOSITE));
    }

    static Stream<Named<SearchParameter>> guards() {
        return named(Artefacts.OURS.all(SearchParameter.class).filter(p -> p.getType() == SearchParamType.COMPOSITE));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void aSearchFindsValuesOfItsKindInTheExamples(SearchParameter search) {
        Set<String> types = Artefacts.OURS
                .examples()
                .filter(r -> r.fhirType().equals(search.getBase().get(0).getValue()))
                .flatMap(r -> Artefacts.FHIR.newFhirPath().evaluate(r, search.getExpression(), Base.class).stream())
                .map(Base::fhirType)
                .collect(toCollection(TreeSet::new));

        assertEquals(1, types.size(), types::toString);
        assertTrue(kindsOf(search.getType()).containsAll(types), types::toString);
        assertEquals(PublicationStatus.ACTIVE, search.getStatus());
    }

    @ParameterizedTest
    @MethodSource("guards")
    void aGuardMakesTheIdentifiersOfItsTypeUnique(SearchParameter guard) {
        String type = guard.getBase().get(0).getValue();
        SearchParameter guarded = partOf(guard, 0);

        assertTrue(((BooleanType) guard.getExtensionByUrl("http://hapifhir.io/fhir/StructureDefinition/sp-unique")
                        .getValue())
                .booleanValue());
        assertEquals("identifier", guarded.getCode());
        assertTrue(guarded.getBase().stream().map(CodeType::getValue).anyMatch(type::equals));
        assertEquals(PublicationStatus.ACTIVE, guard.getStatus());
    }

    @ParameterizedTest
    @MethodSource("guards")
    void aGuardBreaksNoRuleOfFhir(SearchParameter guard) {
        assertEquals("", ProfileValidator.OURS.errorsIn(guard));
    }

    /** By itself, an identifier that is taken would tell one sender what another has sent. */
    @ParameterizedTest
    @MethodSource("guards")
    void aGuardHoldsWithinWhatOneSenderKnowsOf(SearchParameter guard) {
        SearchParameter within = partOf(guard, 1);

        assertTrue(
                Set.of("organization", "requester", "based-on", "referral").contains(within.getCode()),
                within::getCode);
        assertTrue(within.getBase().stream().anyMatch(base -> guard.hasBase(base.getValue())));
    }

    @Test
    void whatMustNotBeThereTwiceIsGuarded() {
        assertEquals(
                Set.of(
                        "CarePlan",
                        "Communication",
                        "Encounter",
                        "Observation",
                        "Patient",
                        "QuestionnaireResponse",
                        "ServiceRequest",
                        "Task"),
                Artefacts.OURS
                        .all(SearchParameter.class)
                        .filter(p -> p.getType() == SearchParamType.COMPOSITE)
                        .map(p -> p.getBase().get(0).getValue())
                        .collect(toCollection(TreeSet::new)));
    }

    /** One of R4's parameters, or of ours. */
    private static SearchParameter partOf(SearchParameter guard, int index) {
        String definition = guard.getComponent().get(index).getDefinition();
        return Artefacts.OURS
                .all(SearchParameter.class)
                .filter(p -> p.getUrl().equals(definition))
                .findFirst()
                .orElseGet(() -> ProfileValidator.searchParameterOfR4(definition));
    }

    private static List<String> kindsOf(SearchParamType type) {
        return switch (type) {
            case DATE -> List.of("Period", "dateTime", "date");
            case REFERENCE -> List.of("Reference");
            case NUMBER -> List.of("decimal", "integer");
            // Asked by the server's own means; the expression only says that there is something.
            case SPECIAL -> List.of("string");
            case TOKEN -> List.of("code", "CodeableConcept", "Coding", "Identifier");
            default -> throw new IllegalArgumentException("No kinds are known for " + type);
        };
    }

    private static Stream<Named<SearchParameter>> named(Stream<SearchParameter> parameters) {
        return parameters.map(p -> Named.of(p.getIdPart(), p));
    }
}
