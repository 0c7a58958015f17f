package io.github.sprigfhir.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a provider sees, element by element. */
class MinimumElementsTest {

    @ParameterizedTest
    @CsvSource({
        "Patient, name, true",
        "Patient, name.family, true",
        "Patient, names, false",
        "Patient, telecom.value, true",
        "Patient, communication.preferred, true",
        "Patient, identifier, false",
        "Patient, birthDate, false",
        "Patient, generalPractitioner.reference, false",
        "Patient, address, false",
        "Patient, contact, false",
        "ServiceRequest, basedOn.reference, true",
        "ServiceRequest, supportingInfo, false",
        "Task, restriction, false",
        "Task, restriction.period.end, true",
        "Task, restriction.recipient, false",
        "Task, input, false",
        "Task, partOf, false",
        "Consent, provision, false",
        "CarePlan, status, true",
        "CarePlan, activity, false",
        "CarePlan, goal, false",
        "CarePlan, title, false",
        "Basic, code, false",
        "Organization, name, true",
        "HealthcareService, telecom.value, true"
    })
    void whatIsNotListedIsNotShown(String type, String path, boolean shown) {
        assertThat(MinimumElements.shows(type, path)).isEqualTo(shown);
    }

    @Test
    void anElementMayBeShownInPart() {
        assertThat(MinimumElements.leadsToShown("Task", "restriction")).isTrue();
        assertThat(MinimumElements.leadsToShown("Task", "input")).isFalse();
        assertThat(MinimumElements.leadsToShown("Task", "restrict")).isFalse();
    }

    @Test
    void someThingsMustBeListedThemselves() {
        assertThat(MinimumElements.lists("Communication", "about.identifier")).isTrue();
        assertThat(MinimumElements.lists("Communication", "subject.identifier")).isFalse();
    }

    @Test
    void anExtensionMustBeListedByItsAddress() {
        var terms = "https://sprig-fhir.github.io/ig/StructureDefinition/onward-terms";

        assertThat(MinimumElements.showsExtension("ServiceRequest", Optional.of(terms)))
                .isTrue();
        assertThat(MinimumElements.showsExtension("Task", Optional.of(terms))).isFalse();
        assertThat(MinimumElements.showsExtension("ServiceRequest", Optional.empty()))
                .isFalse();
    }

    @Test
    void whatReadersLookForSaysThatItIsMasked() {
        assertThat(MinimumElements.masked("Patient"))
                .isEqualTo(List.of("address", "birthDate", "generalPractitioner", "identifier"));
        assertThat(MinimumElements.masked("Basic")).isEmpty();
        for (var type : MinimumElements.partlyShown()) {
            assertThat(MinimumElements.masked(type)).noneMatch(element -> MinimumElements.shows(type, element));
            assertThat(MinimumElements.isWhole(type)).isFalse();
        }
        assertThat(MinimumElements.partlyShown()).contains("Patient", "Task");
    }

    @Test
    void aNameOfThePastIsLeftOut() {
        assertThat(List.of("old", "maiden")).allMatch(MinimumElements::isPast);
        assertThat(List.of("official", "usual", "temp", "nickname")).noneMatch(MinimumElements::isPast);
    }

    @Test
    void thatConsentHasEndedIsNotSaid() {
        var reasons = "https://sprig-fhir.github.io/ig/CodeSystem/handover-reason";

        assertThat(MinimumElements.isWithheld(reasons, "consent-withdrawn")).isTrue();
        assertThat(MinimumElements.isWithheld(reasons, "consent-expired")).isTrue();
        assertThat(MinimumElements.isWithheld(reasons, "moved-away")).isFalse();
        assertThat(MinimumElements.isWithheld("urn:other", "consent-withdrawn")).isFalse();
    }
}
