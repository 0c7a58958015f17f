package io.github.sprigfhir.app.platform.http;

import io.github.sprigfhir.app.platform.outcome.Problem;
import java.io.IOException;

/** A request that is not let in, and the answer it gets. */
final class RequestRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Problem problem;
    private final long retryAfter;

    RequestRefused(int status, Problem problem) {
        this(status, problem, 0);
    }

    /** With the seconds after which it may be tried again; 0 where waiting does not help. */
    RequestRefused(int status, Problem problem, long retryAfter) {
        super(problem.rule().key());
        this.status = status;
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    Problem problem() {
        return problem;
    }

    long retryAfter() {
        return retryAfter;
    }
}
