package io.github.sprigfhir.app.platform.outcome;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Turns problems into the exception that makes HAPI refuse a request and roll its transaction back. */
public final class Refusals {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
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

    /** 413: more at once than this server takes. */
    public static BaseServerResponseException tooLarge(Problem problem) {
        return new PayloadTooLargeException(problem.text(), Outcomes.of(List.of(problem)));
    }

    /** 405: this server does not do that to this type. */
    public static BaseServerResponseException notAllowed(Problem problem) {
        return new MethodNotAllowedException(problem.text(), Outcomes.of(List.of(problem)));
    }

    /** 404, as HAPI says it of an id that nothing has. */
    public static BaseServerResponseException notFound(IIdType id) {
        return new ResourceNotFoundException(id.toUnqualifiedVersionless());
    }

    /** 404: what is asked for is not there, and is no resource. */
    public static BaseServerResponseException notFound(Problem problem) {
        return new ResourceNotFoundException(problem.text(), Outcomes.of(List.of(problem)));
    }

    /** 405: no resource has the id to which one was sent, and a client does not choose ids. */
    public static BaseServerResponseException serverAssignsIds(String type) {
        return notAllowed(new Problem(
                IssueSeverity.ERROR,
                IssueType.NOTSUPPORTED,
                ServerRule.SERVER_ASSIGNS_IDS,
                type + ".id",
                "There is no such resource to update, and this server does not create one under an id that the client chose.",
                "Create it with POST, or update it by one of its identifiers with PUT %s?identifier=system|value."
                        .formatted(type)));
    }

    /** 429: as much as is allowed is under way. */
    public static BaseServerResponseException tooMany(Problem problem) {
        return withStatus(TOO_MANY_REQUESTS, problem);
    }

    /** 500: what was begun for an earlier request cannot be finished. */
    public static BaseServerResponseException failed(Problem problem) {
        return withStatus(SERVER_ERROR, problem);
    }

    /** 503: nothing is wrong with the request, and nothing can be done with it now. */
    public static BaseServerResponseException unavailable(Problem problem) {
        return withStatus(SERVICE_UNAVAILABLE, problem);
    }

    private static BaseServerResponseException withStatus(int status, Problem problem) {
        return new UnclassifiedServerFailureException(status, problem.text(), Outcomes.of(List.of(problem)));
    }

    private static String summary(List<Problem> problems) {
        return problems.size() + " problem(s), first " + problems.get(0).rule().key();
    }
}
