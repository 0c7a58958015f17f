package io.github.sprigfhir.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody lets themselves, or anybody else, see a resource. */
class SecurityLabelsTest {

    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sprig-fhir.github.io/ig/CodeSystem/circle-of-care",
                "http://sprig-fhir.github.io/ig/CodeSystem/circle-of-care/",
                "HTTPS://SPRIG-FHIR.GITHUB.IO/IG/CODESYSTEM/CIRCLE-OF-CARE",
                " https://sprig-fhir.github.io/ig/CodeSystem/circle-of-care",
            })
    void aLabelOfTheCircleIsRefusedHoweverItIsSpelt(String system) {
        assertThat(SecurityLabels.judge(system, "provider.42"))
                .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo(AccessRule.LABEL));
        assertThat(SecurityLabels.judgeTag(system)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"U", "L", "M", "N", "R", "V"})
    void confidentialityMayBeSaid(String code) {
        assertThat(SecurityLabels.judge(CONFIDENTIALITY, code)).isEmpty();
    }

    @Test
    void labelsWithoutAMeaningAreRefused() {
        assertThat(SecurityLabels.judge(CONFIDENTIALITY, "X")).isPresent();
        assertThat(SecurityLabels.judge("http://terminology.hl7.org/CodeSystem/v3-ActCode", "N"))
                .isPresent();
        assertThat(SecurityLabels.judge("", "")).isPresent();
    }

    @Test
    void otherTagsAreTheSendersOwn() {
        assertThat(SecurityLabels.judgeTag("https://fellside-surgery.example/tags"))
                .isEmpty();
    }

    @Test
    void theLabelOfACallerIsItsRoleInItsOrganisation() {
        assertThat(SecurityLabels.of(Callers.in(Role.LINK_WORKER))).isEqualTo("link-worker.42");
    }
}
