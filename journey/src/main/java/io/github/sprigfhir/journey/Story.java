package io.github.sprigfhir.journey;

import java.util.List;

/** The whole story in its order: one person's referral, from the GP to the outcome and what is learnt from it. */
final class Story {

    private Story() {}

    static List<Chapter> of(Scene scene) {
        return List.of(
                new Referring(scene).chapter(),
                new LinkWorking(scene).chapter(),
                new Walking(scene).chapter(),
                new Outcomes(scene).chapter(),
                new Researching(scene).chapter(),
                new Mistakes(scene).chapter());
    }
}
