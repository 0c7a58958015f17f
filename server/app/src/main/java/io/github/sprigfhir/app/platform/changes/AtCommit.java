package io.github.sprigfhir.app.platform.changes;

import java.util.List;

/**
 * Follows what a database transaction has changed, once, at its end and still within it: what this writes is committed
 * with the rest, and what this throws undoes it all.
 *
 * <p>Followers take turns in the order of {@link org.springframework.core.annotation.Order}; each sees what the ones
 * before it have written.
 */
public interface AtCommit {

    /** The turns that followers take. */
    final class Turn {
        public static final int DIRECTORY = 4;
        public static final int MEMBERSHIP = 5;
        public static final int CONSENT_RECORD = 6;
        public static final int RECORD = 6;
        public static final int CONSENT = 7;
        public static final int WITHDRAWAL = 8;
        public static final int ASSURANCE = 9;
        public static final int CAPACITY = 10;
        public static final int SUPPORT_PLAN = 11;
        public static final int EPISODE = 12;
        public static final int CONTACTS = 15;
        public static final int SCORES = 18;
        public static final int LIFECYCLE = 20;
        public static final int UNMET_NEED = 22;
        public static final int GAPS = 24;
        /** After scores are counted, of which it is made. */
        public static final int CHANGE = 25;

        /** After episodes are, of which conclusions tell. */
        public static final int STEPS = 26;

        public static final int FEEDBACK = 30;
        public static final int PROVENANCE = 40;
        public static final int CIRCLE = 42;
        public static final int PUBLICATION = 44;
        public static final int AUDIT = 45;
        public static final int RESEARCH = 46;
        public static final int FINDING = 48;
        public static final int SUBSCRIBERS = 50;

        private Turn() {}
    }

    /**
     * Looks at what was changed, and writes or refuses what follows from it.
     *
     * @param changes of records only, in the order in which they were made; never empty
     */
    void follow(List<Change> changes);
}
