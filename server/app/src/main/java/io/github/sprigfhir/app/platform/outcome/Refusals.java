package io.github.sprigfhir.app.platform.outcome;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;

/** Turns problems into the exception that makes HAPI refuse a request and roll its transaction back. */
public final class Refusals {

    private static final int SERVICE_UNAVAILABLE = 503;

    private Refusals() {}

    /** 422: understood, but it breaks a rule. All problems are told at once. */
    public static BaseServerResponseException unprocessable(List<Problem> problems) {
        return new UnprocessableEntityException(summary(problems), Outcomes.of(problems));
    }

    /** 400: the request itself cannot be understood. */
    public static BaseServerResponseException badRequest(Problem problem) {
        return badRequest(List.of(problem));
    }

    /** 400: as above, with all problems told at once. */
    public static BaseServerResponseException badRequest(List<Problem> problems) {
        return new InvalidRequestException(summary(problems), Outcomes.of(problems));
    }

    /** 403: whoever asks may not. */
    public static BaseServerResponseException forbidden(List<Problem> problems) {
        return new ForbiddenOperationException(summary(problems), Outcomes.of(problems));
    }

    /** 403: whoever asks may not do that. */
    public static BaseServerResponseException forbidden(Problem problem) {
        return new ForbiddenOperationException(problem.text(), Outcomes.of(List.of(problem)));
    }

    /** 405: this server does not do that to this type. */
    public static BaseServerResponseException notAllowed(Problem problem) {
        return new MethodNotAllowedException(problem.text(), Outcomes.of(List.of(problem)));
    }

    /** 503: nothing is wrong with the request, and nothing can be done with it now. */
    public static BaseServerResponseException unavailable(Problem problem) {
        return new UnclassifiedServerFailureException(
                SERVICE_UNAVAILABLE, problem.text(), Outcomes.of(List.of(problem)));
    }

    private static String summary(List<Problem> problems) {
        return problems.size() + " problem(s), first " + problems.get(0).rule().key();
    }
}
