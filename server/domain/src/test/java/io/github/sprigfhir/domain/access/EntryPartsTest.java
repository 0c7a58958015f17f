package io.github.sprigfhir.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A provider says how much room its service has, and nothing else of it. */
class EntryPartsTest {

    @Test
    void aProviderChangesTheCapacityOfItsServiceAlone() {
        assertThat(EntryParts.extensions(Role.PROVIDER, Kind.HEALTHCARE_SERVICE).orElseThrow())
                .containsExactly("https://sprig-fhir.github.io/ig/StructureDefinition/service-capacity");
    }

    @Test
    void whoeverKeepsAnEntryChangesTheWholeOfIt() {
        assertThat(EntryParts.extensions(Role.DIRECTORY_EDITOR, Kind.HEALTHCARE_SERVICE))
                .isEmpty();
        assertThat(EntryParts.extensions(Role.PROVIDER, Kind.TASK)).isEmpty();
    }

    @Test
    void aChangeBeyondThePartIsRefusedByName() {
        var refusal = EntryParts.judge(List.of("name", "active")).orElseThrow();

        assertThat(refusal.reason()).isEqualTo(AccessRule.CAPACITY_ONLY);
        assertThat(refusal.text()).contains("name, active");
        assertThat(refusal.remedy()).contains("service-capacity");
        assertThat(EntryParts.judge(List.of())).isEmpty();
    }
}
