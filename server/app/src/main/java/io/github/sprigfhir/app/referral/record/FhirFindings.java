package io.github.sprigfhir.app.referral.record;

import io.github.sprigfhir.domain.referral.Completeness.Finding;
import io.github.sprigfhir.domain.referral.Obligation;
import io.github.sprigfhir.domain.referral.RowState;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;

/** Writes what was found of records as the answer of {@code $completeness} (OperationDefinition completeness). */
final class FhirFindings {

    private FhirFindings() {}

    static Parameters of(RecordMap map, List<Finding> findings) {
        var answer = new Parameters();
        answer.addParameter("complete", new BooleanType(findings.stream().noneMatch(Finding::isLacking)));
        answer.addParameter("summary", new StringType(summary(findings)));
        for (int i = 0; i < findings.size(); i++) {
            var finding = findings.get(i);
            var row = row(answer, map.places().get(i), finding);
            row.addPart().setName("state").setValue(new CodeType(finding.state().code()));
            row.addPart().setName("text").setValue(new StringType(text(finding)));
        }
        return answer;
    }

    static Parameters ofAll(RecordMap map, List<List<Finding>> records) {
        var answer = new Parameters();
        answer.addParameter("referrals", new IntegerType(records.size()));
        answer.addParameter("completeReferrals", new IntegerType((int) records.stream()
                .filter(findings -> findings.stream().noneMatch(Finding::isLacking))
                .count()));
        for (int i = 0; !records.isEmpty() && i < map.places().size(); i++) {
            var at = i;
            var row = row(answer, map.places().get(i), records.get(0).get(i));
            for (var state : RowState.values()) {
                row.addPart().setName(state.code()).setValue(new IntegerType((int) records.stream()
                        .filter(findings -> findings.get(at).state() == state)
                        .count()));
            }
        }
        return answer;
    }

    private static ParametersParameterComponent row(Parameters answer, RowPlace place, Finding finding) {
        var row = answer.addParameter().setName("row");
        row.addPart().setName("number").setValue(new IntegerType(place.row().number()));
        row.addPart().setName("item").setValue(new StringType(place.row().name()));
        row.addPart()
                .setName("obligation")
                .setValue(new CodeType(
                        finding.isDemanded() && place.row().obligation() != Obligation.MANDATORY
                                ? "demanded"
                                : place.row().obligation().code()));
        row.addPart().setName("where").setValue(new StringType(place.said()));
        return row;
    }

    private static String summary(List<Finding> findings) {
        var lacking = findings.stream().filter(Finding::isLacking).toList();
        var asked = findings.stream()
                .filter(finding -> finding.state() == RowState.MISSING
                        && !finding.isLacking()
                        && finding.row().obligation() == Obligation.REQUIRED)
                .count();
        var there = findings.stream()
                .filter(finding -> finding.state() == RowState.PRESENT || finding.state() == RowState.NONE_STATED)
                .count();
        return "%s %d rows are on record; %d that are required where they are known are not."
                .formatted(
                        lacking.isEmpty()
                                ? "Everything mandatory is on record."
                                : "Missing: %s."
                                        .formatted(String.join(
                                                "; ",
                                                lacking.stream()
                                                        .map(finding ->
                                                                finding.row().name())
                                                        .toList())),
                        there,
                        asked);
    }

    private static String text(Finding finding) {
        var name = finding.row().name();
        return switch (finding.state()) {
            case PRESENT -> name + ": on record.";
            case NONE_STATED -> name + ": it is said that there is none.";
            case NOT_ASKED -> name + ": not asked, since what it belongs to is not on record.";
            case MISSING ->
                "%s: not on record; %s."
                        .formatted(
                                name,
                                finding.isDemanded()
                                        ? "the service demands it"
                                        : switch (finding.row().obligation()) {
                                            case MANDATORY -> "it is mandatory";
                                            case REQUIRED -> "send it if it is known";
                                            case OPTIONAL -> "it is optional";
                                        });
        };
    }
}
