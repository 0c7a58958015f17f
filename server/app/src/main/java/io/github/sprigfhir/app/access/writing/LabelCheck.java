package io.github.sprigfhir.app.access.writing;

import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.domain.access.SecurityLabels;
import io.github.sprigfhir.domain.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Finds security labels, among tags too, that are not a sender's to set. */
final class LabelCheck {

    private LabelCheck() {}

    /** What is wrong with the labels of what somebody sends. */
    static List<Problem> ofSent(Resource sent) {
        return between(null, sent);
    }

    /** What is wrong with labels that a resource has and had not before. */
    static List<Problem> between(@Nullable Resource before, Resource after) {
        var known = before == null ? new Meta() : before.getMeta();
        var problems = new ArrayList<Problem>();
        var path = after.fhirType() + ".meta.";
        judge(known.getSecurity(), after.getMeta().getSecurity(), path + "security", SecurityLabels::judge, problems);
        // HAPI puts the labels that a resource keeps among its tags.
        var kept = new ArrayList<>(known.getTag());
        kept.addAll(known.getSecurity());
        judge(
                kept,
                after.getMeta().getTag(),
                path + "tag",
                (system, code) -> SecurityLabels.judgeTag(system),
                problems);
        return problems;
    }

    private static void judge(
            List<Coding> known,
            List<Coding> labels,
            String path,
            BiFunction<String, String, Optional<Refusal>> judge,
            List<Problem> problems) {
        for (int i = 0; i < labels.size(); i++) {
            var label = labels.get(i);
            var place = path + "[" + i + "]";
            if (known.stream().noneMatch(other -> isSame(other, label))) {
                judge.apply(given(label.getSystem()), given(label.getCode()))
                        .map(refusal -> Problem.invalid(refusal.reason(), place, refusal.text(), refusal.remedy()))
                        .ifPresent(problems::add);
            }
        }
    }

    private static boolean isSame(Coding one, Coding other) {
        return given(one.getSystem()).equals(given(other.getSystem()))
                && given(one.getCode()).equals(given(other.getCode()));
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value;
    }
}
