package io.github.sprigfhir.app.platform.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.sprigfhir.app.platform.outcome.Outcomes;
import io.github.sprigfhir.domain.kernel.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;

/** The FHIR package tells of exactly the rules that our code and our profiles can name in an error. */
class PublishedRulesTest {

    private static final List<MetadataResource> PACKAGE = new FhirPackage(FhirContext.forR4Cached()).definitions();

    /** Domain and server: every enum of rules in either is found, wherever it stands. */
    private static final List<JavaClass> RULES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.github.sprigfhir").stream()
                    .filter(type -> type.isEnum() && type.isAssignableTo(Rule.class))
                    .toList();

    @Test
    void thePackageTellsOfExactlyTheRulesThatWeCanName() {
        assertThat(published().map(ConceptDefinitionComponent::getCode))
                .as("terminology/fsh/rules.fsh, compiled, against the enums of rules and the invariants")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(keys(), invariants()).toList());
    }

    @Test
    void noRuleIsThereThatNothingNames() {
        assertThat(RULES.stream()
                        .flatMap(type -> type.getFields().stream()
                                .filter(field -> field.getRawType().equals(type)))
                        .filter(constant -> !isNamed(constant))
                        .map(JavaField::getFullName))
                .isEmpty();
    }

    @Test
    void everyRuleSaysWhatIsWrongAndWhatToDo() {
        assertThat(published())
                .allSatisfy(rule ->
                        assertThat(rule.getDefinition()).as(rule.getCode()).matches("[A-Z].+\\. [A-Z].+\\."))
                .allMatch(ConceptDefinitionComponent::hasDisplay);
    }

    private static Stream<ConceptDefinitionComponent> published() {
        return of(CodeSystem.class)
                .filter(system -> system.getUrl().equals(Outcomes.RULE_SYSTEM))
                .flatMap(system -> system.getConcept().stream());
    }

    private static Stream<String> keys() {
        return RULES.stream()
                .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                .map(constant -> ((Rule) constant).key());
    }

    private static Stream<String> invariants() {
        return of(StructureDefinition.class)
                .flatMap(profile -> profile.getDifferential().getElement().stream())
                .flatMap(element -> element.getConstraint().stream())
                .map(ElementDefinitionConstraintComponent::getKey)
                .distinct();
    }

    private static boolean isNamed(JavaField constant) {
        return constant.getAccessesToSelf().stream()
                .anyMatch(access -> !access.getOriginOwner().equals(constant.getOwner()));
    }

    private static <T extends MetadataResource> Stream<T> of(Class<T> type) {
        return PACKAGE.stream().filter(type::isInstance).map(type::cast);
    }
}
