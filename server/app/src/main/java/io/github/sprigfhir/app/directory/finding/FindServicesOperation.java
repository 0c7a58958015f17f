package io.github.sprigfhir.app.directory.finding;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Parameters;
import org.springframework.stereotype.Component;

/**
 * {@code HealthcareService/$find-services}: for a need and a place, or for a referral, the services that suit, the best
 * first, each with the reasons for and against it. It changes nothing.
 */
@Component
class FindServicesOperation implements SprigFeature {

    private static final int USUAL_COUNT = 10;
    private static final int MOST = 50;
    private static final int FURTHEST_OFFSET = 1000;

    private final AskedWish wishes;
    private final Referred referred;
    private final Ranking ranking;
    private final FhirMatches answers;
    private final Preparation preparation;

    FindServicesOperation(
            AskedWish wishes, Referred referred, Ranking ranking, FhirMatches answers, Preparation preparation) {
        this.wishes = wishes;
        this.referred = referred;
        this.ranking = ranking;
        this.answers = answers;
        this.preparation = preparation;
    }

    /** Answers with a searchset; 400 with everything that is wrong, 404 for a referral that the caller does not see. */
    @Operation(name = "$find-services", type = HealthcareService.class, idempotent = true)
    public Bundle find(RequestDetails request) {
        preparation.refuseUntilReady();
        var asked = request.getResource() instanceof Parameters body
                ? Asked.in(body, AskedWish.PARAMETERS)
                : Asked.in(request.getParameters(), AskedWish.PARAMETERS);
        var person =
                asked.referral().map(referral -> referred.in(referral, request)).orElse(Referred.Person.NOBODY);
        var wish = wishes.of(asked, person);
        var count = asked.whole(AskedWish.COUNT, 0, MOST).orElse(USUAL_COUNT);
        var offset = asked.whole(AskedWish.OFFSET, 0, FURTHEST_OFFSET).orElse(0);
        asked.refuseIfWrong();

        var ranked = ranking.of(wish);
        var answer = answers.page(ranked.matches(), offset, count, request);
        if (asked.referral().isPresent() && wish.whereabouts().from().isEmpty()) {
            answers.note(
                    answer,
                    FindingRule.HOME_UNKNOWN,
                    "The postcode of the person is not known here, so nothing is said of distances.");
        }
        if (ranked.isCut()) {
            answers.note(
                    answer,
                    FindingRule.MORE_THAN_RANKED,
                    "More services fit than were ranked: ask for a smaller distance, or for more.");
        }
        if (ranked.matches().isEmpty()) {
            answers.note(answer, FindingRule.NOTHING_SUITABLE, ranking.advice(wish));
        }
        answers.link(answer, asked, offset, count, request);
        return answer;
    }
}
