package io.github.sprigfhir.app.handover;

import io.github.sprigfhir.app.directory.experience.FhirExperience;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.caller.Identities;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.referral.Episodes;
import io.github.sprigfhir.app.referral.Episodes.Episode;
import io.github.sprigfhir.domain.kernel.Refusal;
import io.github.sprigfhir.domain.referral.ReferralRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Takes one answer about each request, and none about a service from its own organisation. Whoever sends one has the
 * episode's turn, so that of two at once the second sees the first.
 */
@Component
@Order(AtCommit.Turn.UNMET_NEED)
class ExperienceCheck implements AtCommit {

    private final Episodes episodes;
    private final Store store;

    ExperienceCheck(Episodes episodes, Store store) {
        this.episodes = episodes;
        this.store = store;
    }

    private record Said(QuestionnaireResponse answer, ServiceRequest request, Change change) {}

    @Override
    public void follow(List<Change> changes) {
        var problems = new ArrayList<Problem>();
        changes.stream()
                .flatMap(change -> said(change, changes))
                .sorted(Comparator.comparing(said -> Episodes.rootOf(said.request())))
                .forEach(said -> problems.addAll(judge(said)));
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(problems);
        }
    }

    private Stream<Said> said(Change change, List<Change> changes) {
        return change.now(QuestionnaireResponse.class).filter(FhirExperience::stands).stream()
                .filter(now -> change.earlier(QuestionnaireResponse.class)
                        .filter(FhirExperience::stands)
                        .filter(was -> was.getBasedOnFirstRep().equalsDeep(now.getBasedOnFirstRep()))
                        .isEmpty())
                .flatMap(now -> episodes.request(now.getBasedOnFirstRep(), changes).stream()
                        .map(request -> new Said(now, request, change)));
    }

    private List<Problem> judge(Said said) {
        episodes.open(Episodes.rootOf(said.request()));
        var known =
                store
                        .referring(QuestionnaireResponse.class, "based-on", List.of(Episode.addressOf(said.request())))
                        .stream()
                        .filter(FhirExperience::stands)
                        .count();
        return Stream.of(ReferralRules.isFirstOfItsRequest(known <= 1), ReferralRules.isOfAnother(isOfAnother(said)))
                .flatMap(refusal -> refusal.stream())
                .flatMap(refusal -> Place.within(said.answer(), List.of(problem(refusal))).stream())
                .toList();
    }

    private boolean isOfAnother(Said said) {
        var provider = said.request().getPerformer().stream()
                .map(service -> service.getReferenceElement().getIdPart())
                .map(id -> store.read(HealthcareService.class, id).getProvidedBy())
                .map(organisation -> organisation
                        .getReferenceElement()
                        .toUnqualifiedVersionless()
                        .getValue())
                .toList();
        return Identities.of(said.change().request())
                .filter(caller -> provider.contains(caller.organisation().name()))
                .isEmpty();
    }

    private static Problem problem(Refusal refusal) {
        return Problem.invalid(refusal.reason(), "QuestionnaireResponse.basedOn", refusal.text(), refusal.remedy());
    }
}
