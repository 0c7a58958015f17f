package io.github.sprigfhir.app.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.app.outcomes.OutcomeSettings.SwitchedOn;
import io.github.sprigfhir.app.platform.CannotStart;
import io.github.sprigfhir.app.platform.validation.CoreDefinitions;
import io.github.sprigfhir.app.platform.validation.ProfileValidator;
import io.github.sprigfhir.domain.outcomes.DefinitionRules;
import io.github.sprigfhir.domain.outcomes.Instrument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server knows of instruments is what the package and the operator say, or it does not start. */
class InstrumentRegistryTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Path OWN = Path.of("src/test/resources/instruments/steady-steps.json");
    private static final List<Resource> PUBLISHED = Stream.of(
                    Path.of("../../terminology/generated"), Path.of("../../profiles/generated"))
            .flatMap(InstrumentRegistryTest::read)
            .toList();
    private static final ProfileValidator VALIDATOR = new ProfileValidator(new CoreDefinitions(FHIR), PUBLISHED);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static Stream<Resource> read(Path folder) {
        try (var files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(InstrumentRegistryTest::parse)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Resource parse(Path file) {
        try {
            return (Resource) FHIR.newJsonParser().parseResource(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static <T> List<T> all(Class<T> type) {
        return PUBLISHED.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static CodeSystem instruments() {
        return all(CodeSystem.class).stream()
                .filter(system -> system.getIdPart().equals("outcome-instrument"))
                .findFirst()
                .orElseThrow();
    }

    private List<Instrument> known(SwitchedOn... switchedOn) {
        var settings = new OutcomeSettings(folder.toString(), List.of(switchedOn));
        var supplied = new SuppliedMeasures(settings, FHIR, VALIDATOR).definitions();
        return InstrumentRegistry.assemble(instruments(), all(ObservationDefinition.class), supplied, settings)
                .all();
    }

    private void supply(String json) throws IOException {
        Files.writeString(folder.resolve("own.json"), json);
    }

    @Test
    void everyDefinitionThatShipsIsFitToScoreBy() {
        assertThat(all(ObservationDefinition.class)).hasSizeGreaterThan(30).allSatisfy(definition -> assertThat(
                        DefinitionRules.faults(FhirMeasure.of(definition)))
                .as(definition.getIdPart())
                .isEmpty());
    }

    @Test
    void theWordsOfThreeKindsOfInstrumentsAreKeptApart() {
        assertThat(known())
                .filteredOn(Instrument::mayBeWorded)
                .extracting(instrument -> instrument.code().code())
                .containsExactlyInAnyOrder("ons4", "ons-loneliness", "phq-9", "gad-7");
    }

    @Test
    void aSwitchableOneIsSwitchedOnWithAttribution() {
        assertThat(known(new SwitchedOn("ucla-3", "The authors")))
                .filteredOn(Instrument::mayBeWorded)
                .extracting(instrument -> instrument.code().code())
                .contains("ucla-3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SwitchedOn("ucla-3", " "))
                .withMessageContaining("ucla-3 has no attribution");
    }

    @ParameterizedTest
    @CsvSource({"swemwbs", "phq-9", "horoscope"})
    void nothingElseIsSwitchedOn(String instrument) {
        assertThatThrownBy(() -> known(new SwitchedOn(instrument, "Somebody")))
                .isInstanceOf(CannotStart.class)
                .hasMessage("sprig.outcomes.switched-on names %s, and these may be switched on: ucla-3"
                        .formatted(instrument));
    }

    @Test
    void anInstrumentOfTheOperatorsIsKnownAndMayBeSwitchedOn() throws IOException {
        supply(Files.readString(OWN));

        assertThat(known())
                .filteredOn(instrument -> instrument.code().code().equals("steady-steps"))
                .singleElement()
                .satisfies(own -> {
                    assertThat(own.version()).isEqualTo("2026");
                    assertThat(own.mayBeWorded()).isFalse();
                    assertThat(own.measures()).hasSize(1);
                });
        assertThat(known(new SwitchedOn("steady-steps", "Us")))
                .filteredOn(Instrument::mayBeWorded)
                .extracting(Instrument::title)
                .contains("Steady Steps");
    }

    @Test
    void anOwnInstrumentWithTheCodeOfALicensedOneSwitchesItselfOnAlone() throws IOException {
        supply(Files.readString(OWN).replace("\"steady-steps\"", "\"swemwbs\""));

        assertThat(known(new SwitchedOn("swemwbs", "Us")))
                .filteredOn(instrument -> instrument.code().code().equals("swemwbs"))
                .filteredOn(Instrument::mayBeWorded)
                .extracting(instrument -> instrument.code().system())
                .containsExactly("https://dale-link-workers.example/instruments");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"high\": {\"value\": 8} | \"high\": {\"value\": 9} | ObservationDefinition.qualifiedInterval (measure-range): The items give 0 to 8, and the range is another.",
                "\"valueUnsignedInt\": 1 | \"valueUnsignedInt\": 2 | (measure-may-miss)",
                "\"valueCode\": \"sum\" | \"valueCode\": \"magic\" | scoring-rule",
                "\"version\": \"2026\", | '' | version",
                "\"preferredReportName\" | \"preferredName\" | preferredName",
                "\"resourceType\": \"ObservationDefinition\" | \"resourceType\": \"Patient\" | is no ObservationDefinition"
            })
    void aFaultyOneStopsTheStart(String right, String wrong, String said) throws IOException {
        supply(Files.readString(OWN).replaceAll("\\s+", " ").replace(right, wrong));

        assertThatThrownBy(this::known).isInstanceOf(CannotStart.class).hasMessageContaining(said);
    }

    @Test
    void anInstrumentOfOursIsNotTheOperatorsToDefine() throws IOException {
        supply(Files.readString(OWN)
                .replaceFirst(
                        "https://dale-link-workers.example/instruments",
                        "https://sprig-fhir.github.io/ig/CodeSystem/outcome-instrument")
                .replace("\"2026\"", "\"1\"")
                .replace("\"steady-steps\"", "\"swemwbs\"")
                .replace("\"Steady Steps\"", "\"SWEMWBS\""));

        assertThatThrownBy(this::known).isInstanceOf(CannotStart.class).hasMessageContaining("Sprig's own");
    }

    @Test
    void twoScoresWithOneCodeStopTheStart() throws IOException {
        supply(Files.readString(OWN));
        Files.writeString(folder.resolve("twice.json"), Files.readString(OWN));

        assertThatThrownBy(this::known)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Two scores of the instrument have the code");
    }

    @Test
    void aFolderThatIsNotThereStopsTheStart() {
        var settings = new OutcomeSettings(folder.resolve("nowhere").toString(), List.of());

        assertThatThrownBy(() -> new SuppliedMeasures(settings, FHIR, VALIDATOR))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be read");
        assertThat(new SuppliedMeasures(new OutcomeSettings("", List.of()), FHIR, VALIDATOR).definitions())
                .isEmpty();
    }
}
