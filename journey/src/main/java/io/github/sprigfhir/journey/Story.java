package io.github.sprigfhir.journey;

import java.util.List;

/**
 * The whole story in its order: one person's referral, from the GP to the outcome and what is learnt from it; then how
 * it might have gone otherwise.
 */
final class Story {

    private Story() {}

    /**
     * @param otherwise the same people with other records: the referral that goes less well
     * @param withdrawn and again: the referral that the person stops
     */
    static List<Chapter> of(Scene scene, Scene otherwise, Scene withdrawn) {
        var choir = otherwise.handoverTo(Who.CHOIR, otherwise.episode().choir(), Refusing.second(otherwise));
        return List.of(
                new Referring(scene).chapter(),
                new LinkWorking(scene).chapter(),
                new Walking(scene).chapter(),
                new Outcomes(scene).chapter(),
                new WhatChanged(scene).chapter(),
                new WhatHelps(scene).chapter(),
                new HowItWas(scene).chapter(),
                new Declining(otherwise).chapter(),
                new Refusing(otherwise, choir).chapter(),
                new StayingAway(otherwise).chapter(),
                new Escalating(otherwise, choir).chapter(),
                new Withdrawing(withdrawn).chapter(),
                new Mistakes(scene).chapter());
    }
}
