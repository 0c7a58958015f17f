package io.github.sprigfhir.app.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.app.outcomes.OutcomeSettings.SwitchedOn;
import io.github.sprigfhir.domain.outcomes.Form;
import io.github.sprigfhir.domain.outcomes.Instrument;
import io.github.sprigfhir.domain.outcomes.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A form asks for every item of its instrument, and what is not everybody's to read is in no file that everybody reads. */
class FormsTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final List<Path> PACKAGE = Stream.of(
                    Path.of("../../terminology/generated"), Path.of("../../profiles/generated"))
            .flatMap(FormsTest::files)
            .toList();
    private static final List<Instrument> INSTRUMENTS = InstrumentRegistry.assemble(
                    all(CodeSystem.class)
                            .filter(system -> system.getIdPart().equals("outcome-instrument"))
                            .findFirst()
                            .orElseThrow(),
                    all(ObservationDefinition.class).toList(),
                    List.of(),
                    new OutcomeSettings("", List.of(new SwitchedOn("ucla-3", "The authors"))))
            .all();

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static <T extends Resource> Stream<T> all(Class<T> type) {
        return PACKAGE.stream()
                .filter(file -> file.getFileName().toString().startsWith(type.getSimpleName() + "-"))
                .map(file -> FHIR.newJsonParser().parseResource(type, text(file)));
    }

    static List<Form> forms() {
        var switchable = FHIR.newJsonParser()
                .parseResource(Questionnaire.class, text(Path.of("src/main/resources/sprig-form-ucla-3.json")));
        return Stream.concat(all(Questionnaire.class).filter(Questionnaire::hasCode), Stream.of(switchable))
                .map(form -> FhirForm.of(form, instrument(form)))
                .toList();
    }

    private static Instrument instrument(Questionnaire form) {
        return INSTRUMENTS.stream()
                .filter(one -> one.code().equals(FhirMeasure.coded(form.getCodeFirstRep())))
                .filter(one -> one.version().equals(form.getVersion()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyInstrumentWhoseWordsMayBeShownHasAForm() {
        assertThat(forms())
                .extracting(form -> form.instrument().code().code())
                .containsExactlyInAnyOrder("ons4", "ons-loneliness", "phq-9", "gad-7", "ucla-3");
        assertThat(INSTRUMENTS.stream().filter(Instrument::mayBeWorded)).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void itAsksForEveryItemWithEveryAnswer(Form form) {
        assertThat(form.questions())
                .extracting(Form.Question::item)
                .containsExactlyInAnyOrderElementsOf(form.instrument().measures().stream()
                        .flatMap(measure -> measure.scoring().items().stream())
                        .toList());
        assertThat(form.questions()).allSatisfy(question -> {
            assertThat(question.linkId())
                    .isEqualTo(question.item().codes().get(0).code());
            if (!question.worth().isEmpty()) {
                assertThat(question.worth().values()).containsExactlyInAnyOrderElementsOf(answersTo(question.item()));
            }
        });
    }

    private static List<BigDecimal> answersTo(Item item) {
        return IntStream.rangeClosed(item.low(), item.high())
                .mapToObj(BigDecimal::valueOf)
                .toList();
    }

    @Test
    void onlyItem9OfThePhq9AlarmsAndFrom1On() {
        assertThat(INSTRUMENTS.stream()
                        .flatMap(instrument -> instrument.measures().stream())
                        .flatMap(measure -> measure.scoring().items().stream())
                        .filter(item -> item.alert().isPresent()))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.codes().get(0).code()).isEqualTo("44260-8");
                    assertThat(item.alert().orElseThrow().above()).isZero();
                });
    }

    @Test
    void theWordsOfWhatIsSwitchedOnAreInNoFileOfThePackage() {
        assertThat(PACKAGE).allSatisfy(file -> assertThat(text(file).toLowerCase(Locale.ROOT))
                .as(file.toString())
                .doesNotContain("companionship", "feel left out", "isolated from others"));
    }
}
