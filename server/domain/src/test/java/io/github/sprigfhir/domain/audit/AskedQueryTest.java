package io.github.sprigfhir.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A search on record says what was asked, and of nobody who they are. */
class AskedQueryTest {

    private static final String ID = "0b9f5d1e-7c2a-4e0b-9a3d-1f2e3d4c5b6a";

    @ParameterizedTest
    @CsvSource({
        "status, requested",
        "status, 'requested,received'",
        "status, -cancelled",
        "owner, HealthcareService/" + ID,
        "referral, ServiceRequest/" + ID,
        "addresses, ServiceRequest/" + ID,
        "goal, Goal/" + ID,
        "review, le2026-10-26",
        "change, 'reliably-better,better'",
        "instrument, swemwbs",
        "episode, ServiceRequest/" + ID,
        "subject, " + ID,
        "_id, " + ID,
        "_count, 50",
        "_sort, -date",
        "_include, Task:focus",
        "_include, Task:focus:ServiceRequest",
        "authored, ge2026-11-01",
        "_lastUpdated, gt2026-11-01T09:30:00Z",
        "code, http://snomed.info/sct|871731000000106",
        "category, https://sprig-fhir.github.io/ig/CodeSystem/communication-kind|feedback",
        "purpose, BTG",
        "outcome, 8"
    })
    void whatIsNoPersonIsKept(String name, String value) {
        assertThat(AskedQuery.of(Map.of(name, List.of(value)))).isEqualTo(name + "=" + value);
    }

    @ParameterizedTest
    @CsvSource({
        "identifier, https://fhir.nhs.uk/Id/nhs-number|9990000107",
        "family, Examplewood",
        "name:contains, wood",
        "birthdate, 1948-03-07",
        "patient.family, Examplewood",
        "patient:Patient.identifier, 9990000107",
        "_has:Task:patient:identifier, x",
        "_content, anything",
        "status, Examplewood Street",
        "status, 9990000107",
        "_sort, Examplewood",
        "_include, Patient:Examplewood",
        "subject, Patient/9990000107",
        "owner, 'HealthcareService?name=Jones'",
        "referral, https://fellside-surgery.example/id|REFERRAL-1",
        "shoes, size"
    })
    void whatMayBeAPersonIsWithheld(String name, String value) {
        assertThat(AskedQuery.of(Map.of(name, List.of(value)))).isEqualTo(name + "=***");
    }

    @Test
    void aNameThatIsNoNameIsWithheldToo() {
        assertThat(AskedQuery.of(Map.of("Mrs Examplewood", List.of("x")))).isEqualTo("***=***");
        assertThat(AskedQuery.of(Map.of("a".repeat(101), List.of("x")))).isEqualTo("***=***");
        assertThat(AskedQuery.of(Map.of("a".repeat(100), List.of("x")))).isEqualTo("a".repeat(100) + "=***");
    }

    @Test
    void aValueOfNoReasonableLengthIsWithheld() {
        var long300 = "a,".repeat(149) + "ab";
        assertThat(AskedQuery.of(Map.of("status", List.of(long300)))).isEqualTo("status=" + long300);
        assertThat(AskedQuery.of(Map.of("status", List.of(long300 + "c")))).isEqualTo("status=***");
    }

    @Test
    void everyValueIsThereInTheOrderOfTheNames() {
        var query = new TreeMap<>(Map.of("status", List.of("a", "b"), "_count", List.of("5")));

        assertThat(AskedQuery.of(query)).isEqualTo("_count=5&status=a&status=b");
        assertThat(AskedQuery.of(Map.of())).isEmpty();
    }

    @Test
    void thePersonASearchNamesIsConcernedEvenIfNothingIsFound() {
        assertThat(AskedQuery.people(Map.of("patient", List.of(ID)))).containsExactly("Patient/" + ID);
        assertThat(AskedQuery.people(Map.of("subject", List.of("Patient/" + ID + ",Group/1"))))
                .containsExactly("Patient/" + ID);
        assertThat(AskedQuery.people(Map.of("owner", List.of(ID)))).isEmpty();
        assertThat(AskedQuery.people(Map.of("patient", List.of("Examplewood")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9990000107", "Examplewood", ID + "x", "0B9F5D1E-7C2A-4E0B-9A3D-1F2E3D4C5B6A"})
    void onlyWhatThisServerGivesIsAnId(String text) {
        assertThat(AskedQuery.isId(text)).isFalse();
        assertThat(AskedQuery.isId(ID)).isTrue();
    }
}
