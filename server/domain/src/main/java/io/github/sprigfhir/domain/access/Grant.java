package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.access.Scope.Parameter;
import java.util.List;

/** What the scopes of a token say to one act on one type. */
public sealed interface Grant {

    /** Any resource of the type. */
    record Whole() implements Grant {}

    /**
     * Only those that fit one of the parts; within a part all parameters must fit.
     *
     * @param parts never empty, and none of them empty
     */
    record PartOnly(List<List<Parameter>> parts) implements Grant {
        public PartOnly {
            parts = List.copyOf(parts);
        }
    }

    /** Nothing: no scope speaks of it. */
    record Nothing(TokenRule rule) implements Grant {}
}
