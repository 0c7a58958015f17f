package io.github.sprigfhir.app.platform.writing;

import io.github.sprigfhir.app.platform.outcome.Problem;
import java.util.List;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Coding;

/** Looks at every coding of what is written, in its registered form. */
public interface CodingCheck {

    /** Adds what is wrong with it; errors are refusals, warnings are for the sender. */
    void check(Coding coding, Supplier<String> path, List<Problem> problems);
}
