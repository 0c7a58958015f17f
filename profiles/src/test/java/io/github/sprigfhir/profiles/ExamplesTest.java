package io.github.sprigfhir.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published example obeys the profile that it shows, alone or within a transaction; every definition obeys FHIR. */
class ExamplesTest {

    static Stream<Named<Resource>> examples() {
        return Artefacts.OURS.examples().map(ExamplesTest::named);
    }

    // Not the profiles, for which the validator looks into a package cache: SnapshotsTest judges them.
    // Not the guards of uniqueness, which break a rule of FHIR on purpose: SearchParametersTest judges them.
    static Stream<Named<Resource>> definitions() {
        return Artefacts.OURS
                .definitions()
                .filter(r -> !(r instanceof StructureDefinition))
                .filter(r -> !(r instanceof SearchParameter search && search.getType() == SearchParamType.COMPOSITE))
                .map(ExamplesTest::named);
    }

    static Stream<Named<Resource>> transactions() {
        return Artefacts.OURS.transactions().map(ExamplesTest::named);
    }

    static Stream<Named<Resource>> sent() {
        return Artefacts.OURS.sent().map(ExamplesTest::named);
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyDefinitionIsItselfValidFhir(Resource definition) {
        assertEquals("", ProfileValidator.OURS.errorsIn(definition));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsValid(Resource example) {
        assertEquals("", ProfileValidator.OURS.errorsIn(example));
    }

    @ParameterizedTest
    @MethodSource("transactions")
    void everyTransactionIsValidAsAWhole(Resource transaction) {
        assertEquals("", ProfileValidator.OURS.errorsIn(transaction));
    }

    @ParameterizedTest
    @MethodSource("sent")
    void everyResourceOfATransactionIsValidByItself(Resource resource) {
        assertEquals("", ProfileValidator.OURS.errorsIn(resource));
    }

    @Test
    void everyProfileHasAnExample() {
        Set<String> shown = Artefacts.OURS
                .examples()
                .flatMap(r -> r.getMeta().getProfile().stream())
                .map(CanonicalType::getValue)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> profiles = Artefacts.OURS
                .all(StructureDefinition.class)
                .filter(p -> !p.getAbstract() && !p.getType().equals("Extension"))
                .map(StructureDefinition::getUrl)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(profiles, shown);
    }

    private static Named<Resource> named(Resource resource) {
        return Named.of(resource.fhirType() + " " + resource.getIdPart(), resource);
    }
}
