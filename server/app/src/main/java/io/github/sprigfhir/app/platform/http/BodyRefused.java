package io.github.sprigfhir.app.platform.http;

import io.github.sprigfhir.app.platform.outcome.Problem;
import java.io.IOException;

/** A body that will not be read any further, and the answer it gets. */
final class BodyRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Problem problem;

    BodyRefused(int status, Problem problem) {
        super(problem.rule());
        this.status = status;
        this.problem = problem;
    }

    int status() {
        return status;
    }

    Problem problem() {
        return problem;
    }
}
