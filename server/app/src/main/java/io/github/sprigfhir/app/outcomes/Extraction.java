package io.github.sprigfhir.app.outcomes;

import io.github.sprigfhir.domain.outcomes.Answers;
import io.github.sprigfhir.domain.outcomes.Coded;
import io.github.sprigfhir.domain.outcomes.Form;
import io.github.sprigfhir.domain.outcomes.Instrument;
import io.github.sprigfhir.domain.outcomes.Measure;
import io.github.sprigfhir.domain.outcomes.Score;
import io.github.sprigfhir.domain.outcomes.Score.Unscored;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;

/** Makes of the answers to an instrument's form one Observation for each score that the instrument gives. */
final class Extraction {

    /** Of the identifiers of what is made: they come of the identifier of the answers, and the score's own code. */
    static final String SYSTEM = "https://sprig-fhir.github.io/ig/extracted-outcome";

    private static final String PROFILES = "https://sprig-fhir.github.io/ig/StructureDefinition/";
    private static final Coding SURVEY =
            new Coding("http://terminology.hl7.org/CodeSystem/observation-category", "survey", "Survey");
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
    private static final List<String> SAID = List.of("outcome-point", "outcome-mode");
    private static final Set<String> PERFORMERS =
            Set.of("Organization", "Patient", "Practitioner", "PractitionerRole", "RelatedPerson");

    private final QuestionnaireResponse response;
    private final Form form;

    Extraction(QuestionnaireResponse response, Form form) {
        this.response = response;
        this.form = form;
    }

    /** One for each score, in the order of the instrument. */
    List<Observation> outcomes() {
        var answers = AnswersCheck.answers(response, form);
        return form.instrument().measures().stream()
                .map(measure -> outcome(measure, answers))
                .toList();
    }

    /** By which the Observation of a score is known. */
    static Identifier identifier(QuestionnaireResponse response, Measure measure) {
        var known = response.getIdentifier().getSystem() + "|"
                + response.getIdentifier().getValue();
        return new Identifier()
                .setSystem(SYSTEM)
                .setValue("%s-%s"
                        .formatted(
                                UUID.nameUUIDFromBytes(known.getBytes(StandardCharsets.UTF_8)),
                                measure.codes().get(0).code()));
    }

    private Observation outcome(Measure measure, Answers answers) {
        var score = measure.score(answers);
        var outcome = new Observation()
                .addIdentifier(identifier(response, measure))
                .addBasedOn(response.getBasedOnFirstRep().copy())
                .setStatus(status())
                .addCategory(new CodeableConcept(SURVEY.copy()))
                .setCode(code(measure))
                .setSubject(response.getSubject().copy())
                .setEffective(new DateTimeType(response.getAuthoredElement().getValueAsString()))
                .setMethod(method(form.instrument()))
                .addDerivedFrom(address());
        SAID.forEach(said -> Optional.ofNullable(response.getExtensionByUrl(PROFILES + said))
                .ifPresent(extension -> outcome.addExtension(extension.copy())));
        performers().forEach(outcome::addPerformer);
        score.points().ifPresent(value -> outcome.setValue(quantity(value, measure)));
        if (score instanceof Unscored unscored) {
            outcome.setDataAbsentReason(
                    new CodeableConcept(new Coding(ABSENT, "unknown", "Unknown")).setText(unscored.why()));
        }
        addBand(outcome, measure, score);
        addItems(outcome, measure, answers);
        return outcome;
    }

    /** Where the score is the answer to one question, the answer as it was chosen stands with its name. */
    private void addBand(Observation outcome, Measure measure, Score score) {
        score.points().flatMap(measure::band).ifPresent(band -> {
            var interpretation = outcome.addInterpretation().setText(band.name());
            var items = measure.scoring().items();
            if (items.size() == 1) {
                form.questions().stream()
                        .filter(question -> question.item().equals(items.get(0)))
                        .flatMap(question -> chosen(question.linkId()))
                        .forEach(answer -> interpretation.addCoding(
                                coding(FhirMeasure.coded(answer)).setDisplay(answer.getDisplay())));
            }
        });
    }

    private Stream<Coding> chosen(String linkId) {
        return response.getItem().stream()
                .filter(item -> linkId.equals(item.getLinkId()))
                .map(item -> item.getAnswerFirstRep().getValue())
                .filter(Coding.class::isInstance)
                .map(Coding.class::cast);
    }

    private static void addItems(Observation outcome, Measure measure, Answers answers) {
        var items = measure.scoring().items();
        if (items.size() > 1) {
            items.forEach(item -> Optional.ofNullable(
                            answers.values().get(item.codes().get(0)))
                    .ifPresent(answer -> outcome.addComponent()
                            .setCode(new CodeableConcept(coding(item.codes().get(0))))
                            .setValue(new IntegerType(answer.intValueExact()))));
        }
    }

    /** Before the answers are stored they have no address, and go by their identifier. */
    private Reference address() {
        var id = response.getIdElement().getIdPart();
        return id == null
                ? new Reference()
                        .setType("QuestionnaireResponse")
                        .setIdentifier(response.getIdentifier().copy())
                : new Reference("QuestionnaireResponse/" + id);
    }

    /** Whoever answered, and whoever wrote it down and so sees to it that it is right; else the person. */
    private List<Reference> performers() {
        var named = Stream.of(response.getSource(), response.getAuthor())
                .filter(party -> PERFORMERS.contains(
                        String.valueOf(party.getReferenceElement().getResourceType())))
                .map(Reference::copy)
                .toList();
        return named.isEmpty() ? List.of(response.getSubject().copy()) : named;
    }

    private ObservationStatus status() {
        return switch (response.getStatus()) {
            case AMENDED -> ObservationStatus.AMENDED;
            case ENTEREDINERROR -> ObservationStatus.ENTEREDINERROR;
            default -> ObservationStatus.FINAL;
        };
    }

    private static Quantity quantity(BigDecimal value, Measure measure) {
        return new Quantity()
                .setValue(value)
                .setUnit("score")
                .setSystem(UCUM)
                .setCode(measure.scale().unit());
    }

    private static CodeableConcept method(Instrument instrument) {
        return new CodeableConcept(
                coding(instrument.code()).setVersion(instrument.version()).setDisplay(instrument.title()));
    }

    private static CodeableConcept code(Measure measure) {
        var code = new CodeableConcept().setText(measure.title());
        measure.codes().forEach(one -> code.addCoding(coding(one)));
        return code;
    }

    private static Coding coding(Coded code) {
        return new Coding().setSystem(code.system()).setCode(code.code());
    }
}
