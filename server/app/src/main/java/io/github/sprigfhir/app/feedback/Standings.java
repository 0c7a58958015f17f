package io.github.sprigfhir.app.feedback;

import io.github.sprigfhir.domain.feedback.Standing;

/** Where it is written down how a subscription stands. */
interface Standings {

    /**
     * Writes it down, unless the subscriber has meanwhile changed what was decided upon: then nothing is written, and
     * what is new is decided upon afresh.
     *
     * @param lane as it was when the decision was made
     * @param why what has gone wrong, or empty
     */
    void set(Lane lane, Standing standing, String why);
}
