package io.github.sprigfhir.domain.research;

import io.github.sprigfhir.domain.kernel.Rule;

/** The rules by which a researcher can be refused. */
public enum ProjectRule implements Rule {
    /** The project for which a token acts is none of this server's. */
    UNKNOWN("research-project-unknown"),
    /** It is over. */
    ENDED("research-project-ended"),
    /** Its first release is not finished. */
    NOT_RELEASED("research-not-released");

    private final String key;

    ProjectRule(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
