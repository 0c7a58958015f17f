package io.github.sprigfhir.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.api.Test;

/** The roles that an event names are those that the FHIR package explains. */
class PublishedRolesTest {

    @Test
    void everyRoleIsPublished() throws IOException {
        var published = ca.uhn.fhir.context.FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(
                        CodeSystem.class,
                        Files.readString(Path.of("../../terminology/generated/CodeSystem-caller-role.json")));

        assertThat(published.getConcept().stream().map(concept -> concept.getCode()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::code).toList());
    }
}
