package io.github.sprigfhir.app.terminology;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.definitions.Offered;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code ConceptMap/$translate} of FHIR R4: what a code is called in another system, by the maps that are known here. */
@Component
final class TranslateOperation implements SprigFeature {

    private static final Set<String> PARAMETERS =
            Set.of("url", "code", "system", "coding", "codeableConcept", "source", "target", "targetsystem", "reverse");

    private final Offered offered;

    TranslateOperation(Offered offered) {
        this.offered = offered;
    }

    /**
     * One translation.
     *
     * @param map the address of the map that says so
     */
    private record Match(ConceptMapEquivalence equivalence, Coding concept, String map) {

        /** Whether the two have something in common. */
        boolean isOne() {
            return equivalence != ConceptMapEquivalence.UNMATCHED && equivalence != ConceptMapEquivalence.DISJOINT;
        }
    }

    /** Answers with the codes that are found; 400 with all that is wrong, 404 for a map that is not known here. */
    @Operation(name = "$translate", type = ConceptMap.class, idempotent = true)
    public Parameters translate(@IdParam(optional = true) @Nullable IdType id, RequestDetails request) {
        var called = new Called(request);
        var asked = called.reader();
        asked.check(PARAMETERS);
        var codes = called.codes("");
        var reverse = asked.yes("reverse");
        var target = asked.one("targetsystem");
        var url = asked.one("url");
        var source = asked.one("source");
        var goal = asked.one("target");
        if (id == null && url.isEmpty() && target.isEmpty() && goal.isEmpty() && source.isEmpty()) {
            asked.problem(
                    "url",
                    "Neither the map nor what it leads to is named.",
                    "Send url, or targetsystem, or source and target.");
        }
        asked.refuse();
        var maps = maps(map -> (id == null || id.getIdPart().equals(map.getIdPart()))
                && url.filter(one -> !one.equals(map.getUrl())).isEmpty()
                && source.filter(one -> !one.equals(end(map, reverse))).isEmpty()
                && goal.filter(one -> !one.equals(end(map, !reverse))).isEmpty());
        if (maps.isEmpty()) {
            throw Refusals.notFound(new Problem(
                    IssueSeverity.ERROR,
                    IssueType.NOTFOUND,
                    ServerRule.NOT_FOUND,
                    "",
                    "There is no such map here.",
                    "Search ConceptMap for those that there are."));
        }
        return answer(codes.stream()
                .flatMap(code -> maps.stream().flatMap(map -> matches(map, code, reverse).stream()))
                .filter(match -> target.filter(
                                system -> !system.equals(match.concept().getSystem()))
                        .isEmpty())
                .toList());
    }

    private List<ConceptMap> maps(Predicate<ConceptMap> which) {
        return offered.definitions()
                .filter(ConceptMap.class::isInstance)
                .map(ConceptMap.class::cast)
                .filter(which)
                .toList();
    }

    /** The value set that a map is from, or the one that it leads to. */
    private static @Nullable String end(ConceptMap map, boolean far) {
        var end = far ? map.getTarget() : map.getSource();
        return end == null ? null : end.primitiveValue();
    }

    private static List<Match> matches(ConceptMap map, Coding code, boolean reverse) {
        var found = new ArrayList<Match>();
        for (var group : map.getGroup()) {
            for (var element : group.getElement()) {
                for (var target : element.getTarget()) {
                    var from = new Coding(group.getSource(), element.getCode(), element.getDisplay());
                    var to = new Coding(group.getTarget(), target.getCode(), target.getDisplay());
                    if (isMeant(reverse ? to : from, code)) {
                        found.add(new Match(
                                reverse ? turned(target.getEquivalence()) : target.getEquivalence(),
                                reverse ? from : to,
                                map.getUrl()));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isMeant(Coding mapped, Coding asked) {
        return Objects.equals(mapped.getCode(), asked.getCode())
                && Objects.equals(mapped.getSystem(), asked.getSystem());
    }

    /** What is wider one way is narrower the other. */
    private static ConceptMapEquivalence turned(ConceptMapEquivalence there) {
        return switch (there) {
            case WIDER -> ConceptMapEquivalence.NARROWER;
            case NARROWER -> ConceptMapEquivalence.WIDER;
            case SUBSUMES -> ConceptMapEquivalence.SPECIALIZES;
            case SPECIALIZES -> ConceptMapEquivalence.SUBSUMES;
            default -> there;
        };
    }

    private static Parameters answer(List<Match> matches) {
        var answer = new Parameters();
        answer.addParameter("result", matches.stream().anyMatch(Match::isOne));
        if (matches.isEmpty()) {
            answer.addParameter("message", "No map that was asked has a translation of the code.");
        }
        for (var match : matches) {
            var told = answer.addParameter().setName("match");
            told.addPart()
                    .setName("equivalence")
                    .setValue(new CodeType(match.equivalence().toCode()));
            told.addPart().setName("concept").setValue(match.concept());
            Optional.ofNullable(match.map())
                    .ifPresent(map -> told.addPart().setName("source").setValue(new UriType(map)));
        }
        return answer;
    }
}
