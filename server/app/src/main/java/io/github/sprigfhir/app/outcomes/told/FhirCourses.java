package io.github.sprigfhir.app.outcomes.told;

import io.github.sprigfhir.app.outcomes.told.PersonsScores.Found;
import io.github.sprigfhir.app.outcomes.told.PersonsScores.Told;
import io.github.sprigfhir.domain.outcomes.Assessment;
import io.github.sprigfhir.domain.outcomes.Change;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Writes what became of somebody's scores as the answer of {@code $outcomes}. */
final class FhirCourses {

    private static final String IG = "https://sprig-fhir.github.io/ig/";
    private static final String POINT = IG + "StructureDefinition/outcome-point";

    private FhirCourses() {}

    static Parameters of(Found found) {
        var answer = new Parameters();
        answer.addParameter().setName("leftOut").setValue(new IntegerType(found.leftOut()));
        var number = 0;
        for (var told : found.courses()) {
            number++;
            write(told, "score-" + number, answer.addParameter().setName("outcome"));
        }
        return answer;
    }

    private static void write(Told told, String name, ParametersParameterComponent outcome) {
        var course = told.course();
        part(outcome, "episode", new Reference("ServiceRequest/" + told.episode()));
        var measure = new CodeableConcept().setText(course.measure().title());
        course.measure()
                .codes()
                .forEach(code ->
                        measure.addCoding(new Coding().setSystem(code.system()).setCode(code.code())));
        part(outcome, "measure", measure);
        part(
                outcome,
                "instrument",
                record(told, course.first()).getMethod().getCodingFirstRep().copy());
        part(outcome, "scores", new IntegerType(course.all().size()));
        score(told, course.first(), outcome.addPart().setName("first"));
        course.last().ifPresent(last -> score(told, last, outcome.addPart().setName("last")));
        course.change().ifPresent(change -> {
            part(outcome, "difference", new DecimalType(change.difference()));
            part(outcome, "change", coding(change.kind()));
        });
        course.measure()
                .meaning()
                .reliableChange()
                .ifPresent(least -> part(outcome, "reliableFrom", new DecimalType(least)));
        part(outcome, "sentence", new StringType(course.sentence()));
        part(
                outcome,
                "chart",
                new Attachment()
                        .setContentType("image/svg+xml")
                        .setTitle(course.measure().title())
                        .setData(ScoreChart.of(course, name).getBytes(StandardCharsets.UTF_8)));
    }

    private static void score(Told told, Assessment assessment, ParametersParameterComponent score) {
        var record = record(told, assessment);
        part(score, "observation", new Reference("Observation/" + assessment.id()));
        part(score, "value", record.getValueQuantity().copy());
        part(score, "taken", record.getEffectiveDateTimeType().copy());
        Optional.ofNullable(record.getExtensionByUrl(POINT))
                .ifPresent(point -> part(score, "point", point.getValue().copy()));
    }

    private static Observation record(Told told, Assessment assessment) {
        return Optional.ofNullable(told.records().get(assessment.id())).orElseThrow();
    }

    private static Coding coding(Change.Kind kind) {
        return new Coding()
                .setSystem(IG + "CodeSystem/outcome-change")
                .setCode(kind.code())
                .setDisplay(
                        switch (kind) {
                            case RELIABLY_BETTER -> "Reliably better";
                            case NO_RELIABLE_CHANGE -> "No reliable change";
                            case RELIABLY_WORSE -> "Reliably worse";
                            case BETTER -> "Better";
                            case SAME -> "Same";
                            case WORSE -> "Worse";
                        });
    }

    private static void part(ParametersParameterComponent whole, String name, Type value) {
        whole.addPart().setName(name).setValue(value);
    }
}
