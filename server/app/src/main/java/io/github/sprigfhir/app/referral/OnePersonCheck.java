package io.github.sprigfhir.app.referral;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.reference.Person;
import io.github.sprigfhir.domain.kernel.Refusal;
import io.github.sprigfhir.domain.referral.ReferralRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps two people's records apart: a record, and all that it refers to, is about one person and stays so. */
@Component
@Order(AtCommit.Turn.MEMBERSHIP + 1)
class OnePersonCheck implements AtCommit {

    private static final Set<String> RECORDS = Set.of(
            "CarePlan",
            "Communication",
            "Composition",
            "Condition",
            "Consent",
            "Encounter",
            "Flag",
            "Goal",
            "Observation",
            "Patient",
            "QuestionnaireResponse",
            "ServiceRequest",
            "Task");

    private final FhirContext fhir;
    private final Store store;

    OnePersonCheck(FhirContext fhir, Store store) {
        this.fhir = fhir;
        this.store = store;
    }

    @Override
    public void follow(List<Change> changes) {
        var problems = new ArrayList<Problem>();
        for (var change : changes) {
            var after = change.after();
            if (after != null && !change.isOurOwn() && isKept(after)) {
                Person.of(after)
                        .ifPresent(person ->
                                problems.addAll(Place.within(after, judge(change.before(), after, person, changes))));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(problems);
        }
    }

    /** A record may say that another is the same person's; everything else is about one. */
    private static boolean isKept(Resource resource) {
        return RECORDS.contains(resource.fhirType()) && !resource.fhirType().equals("Patient");
    }

    private List<Problem> judge(@Nullable Resource before, Resource after, String person, List<Change> changes) {
        var problems = new ArrayList<Problem>();
        if (before != null) {
            Person.of(before)
                    .flatMap(known -> ReferralRules.staysAbout(known, person))
                    .ifPresent(refusal -> problems.add(problem(after.fhirType(), refusal)));
        }
        var known = before == null ? Set.<String>of() : targets(before).collect(Collectors.toSet());
        targets(after)
                .filter(target -> !known.contains(target))
                .distinct()
                .flatMap(target -> personOf(target, changes).stream())
                .flatMap(other -> ReferralRules.isOfOnePerson(person, other).stream())
                .findFirst()
                .ifPresent(refusal -> problems.add(problem(after.fhirType(), refusal)));
        return problems;
    }

    /** All records that it refers to, as type and id. */
    private Stream<String> targets(Resource resource) {
        return fhir.newTerser().getAllResourceReferences(resource).stream()
                .map(info -> info.getResourceReference().getReferenceElement())
                .filter(id -> id.hasIdPart() && RECORDS.contains(String.valueOf(id.getResourceType())))
                .map(IIdType::toUnqualifiedVersionless)
                .map(IIdType::getValue);
    }

    private Optional<String> personOf(String target, List<Change> changes) {
        var id = new IdType(target);
        if (id.getResourceType().equals("Patient")) {
            return Optional.of(target);
        }
        return changes.stream()
                .map(Change::after)
                .filter(Objects::nonNull)
                .filter(resource -> resource.fhirType().equals(id.getResourceType())
                        && id.getIdPart().equals(resource.getIdElement().getIdPart()))
                .findFirst()
                .or(() -> Optional.of(store.read(type(id.getResourceType()), id.getIdPart())))
                .flatMap(Person::of);
    }

    @SuppressWarnings("unchecked")
    private Class<? extends Resource> type(String name) {
        return (Class<? extends Resource>) fhir.getResourceDefinition(name).getImplementingClass();
    }

    private static Problem problem(String type, Refusal refusal) {
        return Problem.invalid(refusal.reason(), type, refusal.text(), refusal.remedy());
    }
}
