package io.github.sprigfhir.app.platform;

import org.hl7.fhir.r4.model.Resource;

/**
 * Marks an answer that is made of what its asker has sent, or has been found to see, and that is not stored: nothing of
 * it carries labels, so whoever asks for labels must let it pass as it is.
 */
public final class MadeForAsker {

    private static final String KEY = "sprig.made-for-asker";

    private MadeForAsker() {}

    public static <T extends Resource> T mark(T answer) {
        answer.setUserData(KEY, true);
        return answer;
    }

    public static boolean is(Resource answer) {
        return answer.hasUserData(KEY);
    }
}
