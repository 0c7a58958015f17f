package io.github.sprigfhir.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sprigfhir.benchmark.circle.Badge;
import io.github.sprigfhir.benchmark.circle.Kept;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Everything that may leak is planted once, and found. */
class InspectorTest {

    private static final String ID = "00000000-0000-4000-8000-000000000001";
    private static final String PATIENT =
            "{\"resourceType\": \"Patient\", \"id\": \"%s\", \"name\": [{\"family\": \"Qz0001family\"}]}".formatted(ID);
    private static final Player PRACTICE = player("gp", Role.REFERRER);
    private static final Player STRANGER = player("other", Role.REFERRER);
    private static final Player PROVIDER = player("provider", Role.PROVIDER);

    private final ObjectMapper json = new ObjectMapper();

    private static Player player(String name, Role role) {
        return new Player(name, new Badge(role, "Organization/" + name), name, "Organization/" + name, List.of());
    }

    private List<String> faults(Player who, int status, String text) throws JsonProcessingException {
        return faults(who, Call.of("GET", "/fhir/Patient"), status, text);
    }

    private List<String> faults(Player who, Call call, int status, String text) throws JsonProcessingException {
        var patient = new Kept(
                "Patient/" + ID,
                json.readTree(PATIENT),
                List.of(new Kept.Version(PATIENT, 1), new Kept.Version("9990000018", 2)),
                false,
                Set.of(),
                Optional.of(PRACTICE.badge()));
        var view = new View(Map.of(patient.address(), patient), List.of(PRACTICE, STRANGER, PROVIDER));
        return new Inspector(view).faults(who, call, new Reply(status, Map.of(), text, json.readTree(text)));
    }

    @Test
    void whoSeesARecordMayReadIt() throws JsonProcessingException {
        assertThat(faults(PRACTICE, 200, PATIENT)).isEmpty();
    }

    @Test
    void aHiddenRecordIsFoundHoweverDeep() throws JsonProcessingException {
        var nested =
                "{\"resourceType\": \"Bundle\", \"entry\": [{\"resource\": {\"resourceType\": \"Parameters\", \"parameter\": [{\"resource\": %s}]}}]}";
        for (var text : List.of(PATIENT, nested.formatted(PATIENT))) {
            assertThat(faults(STRANGER, 200, text)).anyMatch(fault -> fault.startsWith("LEAK"));
            assertThat(faults(PROVIDER, 200, text)).anyMatch(fault -> fault.startsWith("LEAK"));
        }
    }

    @Test
    void aWordOrANumberOfItIsFoundInAnyText() throws JsonProcessingException {
        assertThat(faults(STRANGER, 400, "{\"text\": \"No Qz0001family here\"}"))
                .hasSize(1);
        assertThat(faults(STRANGER, 400, "{\"text\": \"9990000018 is known\"}")).hasSize(1);
        assertThat(faults(PRACTICE, 400, "{\"text\": \"9990000018 is known\"}")).isEmpty();
        assertThat(faults(
                        STRANGER,
                        Call.of("GET", "/fhir/Patient?identifier=a%7C9990000018"),
                        400,
                        "{\"text\": \"9990000018\"}"))
                .isEmpty();
    }

    @Test
    void itsIdIsFoundBesideResourcesAndInRefusals() throws JsonProcessingException {
        assertThat(faults(STRANGER, 200, "{\"entry\": [{\"response\": {\"location\": \"Patient/%s\"}}]}".formatted(ID)))
                .hasSize(1);
        assertThat(faults(
                        STRANGER,
                        409,
                        "{\"resourceType\": \"OperationOutcome\", \"text\": \"Patient/%s\"}".formatted(ID)))
                .hasSize(1);
    }

    @Test
    void labelsAndFailuresAreFaults() throws JsonProcessingException {
        assertThat(faults(PRACTICE, 500, "{}")).hasSize(1);
        assertThat(faults(PRACTICE, 200, "{\"system\": \"https://x/CodeSystem/circle-of-care\"}"))
                .hasSize(1);
    }
}
