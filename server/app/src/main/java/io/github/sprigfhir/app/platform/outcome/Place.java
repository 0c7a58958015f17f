package io.github.sprigfhir.app.platform.outcome;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** Remembers of a resource which entry of a transaction it came in, for what is only found out when it is stored. */
public final class Place {

    private static final String KEY = "sprig.place";

    private Place() {}

    /** Notes the path of the resource in the transaction, such as {@code Bundle.entry[2].resource}. */
    public static void note(Resource resource, String container) {
        resource.setUserData(KEY, container);
    }

    /** The problems with their paths as the sender knows them. A patched resource came in no entry and keeps its own. */
    public static List<Problem> within(Resource resource, List<Problem> problems) {
        var container = resource.getUserString(KEY);
        return container == null
                ? problems
                : problems.stream().map(problem -> problem.within(container)).toList();
    }
}
