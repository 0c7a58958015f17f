package io.github.sprigfhir.app.access.gate;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.util.ArrayList;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every operation that the FHIR package defines says which scopes it needs; otherwise nobody could call it. */
class OperationDemandsTest {

    @Test
    void everyOperationIsKnownToTheGate() throws IOException {
        var defined = new ArrayList<String>();
        for (var file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:sprig-ig/guide/OperationDefinition-*.json")) {
            try (var in = file.getInputStream()) {
                var operation = FhirContext.forR4Cached().newJsonParser().parseResource(OperationDefinition.class, in);
                operation.getResource().forEach(type -> defined.add(type.getCode() + "/$" + operation.getCode()));
                if (operation.getSystem()) {
                    defined.add("*/$" + operation.getCode());
                }
            }
        }
        assertThat(Demands.operations()).isNotEmpty().containsExactlyInAnyOrderElementsOf(defined);
    }
}
