package io.github.sprigfhir.app.platform.http;

import io.github.sprigfhir.app.platform.outcome.Problem;
import java.io.IOException;

/** A request that is not let in, and the answer it gets. */
final class RequestRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Problem problem;

    RequestRefused(int status, Problem problem) {
        super(problem.rule().key());
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
