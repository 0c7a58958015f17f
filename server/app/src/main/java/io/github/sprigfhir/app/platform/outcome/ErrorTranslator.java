package io.github.sprigfhir.app.platform.outcome;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import com.github.dnault.xmlpatch.PatchException;
import io.github.sprigfhir.app.platform.DatabaseSettings;
import io.github.sprigfhir.app.platform.LostRace;
import io.github.sprigfhir.app.platform.SprigFeature;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.hl7.fhir.exceptions.PathEngineException;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.fhirpath.FHIRLexer.FHIRLexerException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The one place that turns what HAPI throws into an answer of ours: an OperationOutcome that names a rule, with no
 * stack trace, no library's error number and nothing that could be an NHS number.
 */
@Component
@Interceptor
class ErrorTranslator implements SprigFeature {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorTranslator.class);
    /** Ten digits in a row, in the first group; an id that has as many is passed over as a whole. */
    private static final Pattern LONG_NUMBER = Pattern.compile(
            "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|((?<!\\d)\\d{3}[ -]?\\d{3}[ -]?\\d{4}(?!\\d))");

    private static final String PATCHING = "ca.uhn.fhir.jpa.patch.";
    /** What HAPI's patching fails with where a path is broken, or leads where nothing can be changed. */
    private static final Set<Class<?>> MISREAD = Set.of(
            StringIndexOutOfBoundsException.class, IllegalArgumentException.class, InvocationTargetException.class);

    private static final int LONGEST = 600;
    private static final int BEFORE_WARNINGS = -10;

    private final DatabaseSettings database;

    ErrorTranslator(DatabaseSettings database) {
        this.database = database;
    }

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    BaseServerResponseException translate(Throwable thrown, @Nullable RequestDetails request) {
        if (thrown instanceof BaseServerResponseException ours
                && ours.getOperationOutcome() instanceof OperationOutcome outcome
                && carriesRules(outcome)) {
            return ours;
        }
        if (TookTooLong.causes(thrown)) {
            return TookTooLong.answer(database.longestStatement());
        }
        var told = LostRace.in(thrown).<Throwable>map(race -> race).orElse(thrown);
        var answer = answerTo(told, request);
        answer.setOperationOutcome(Outcomes.of(List.of(problem(told, answer.getStatusCode(), request))));
        return answer;
    }

    private static BaseServerResponseException answerTo(Throwable thrown, @Nullable RequestDetails request) {
        if (thrown instanceof ResourceVersionConflictException
                && request != null
                && request.getHeader(Constants.HEADER_IF_MATCH) != null) {
            return new PreconditionFailedException("If-Match does not name the current version");
        }
        var known = libraryError(thrown);
        if (known.isPresent()) {
            return BaseServerResponseException.newInstance(
                    known.get().status(), known.get().rule().key());
        }
        if (ExceptionUtils.indexOfType(thrown, DataFormatException.class) >= 0 || badPatch(thrown)) {
            return new InvalidRequestException("What was sent cannot be read");
        }
        if (thrown instanceof BaseServerResponseException answer) {
            return answer;
        }
        return new InternalErrorException("Internal error");
    }

    private static Problem problem(Throwable thrown, int status, @Nullable RequestDetails request) {
        if (status >= Constants.STATUS_HTTP_500_INTERNAL_ERROR) {
            return failure(thrown, request);
        }
        if (badPatch(thrown)) {
            return new Problem(
                    IssueSeverity.ERROR,
                    IssueType.INVALID,
                    ServerRule.PATCH_PATH,
                    "",
                    "The path of the patch cannot be read, or is too long.",
                    "Send a short path of plain steps, such as Task.status.");
        }
        var race = GaveUp.in(thrown);
        if (race.isPresent()) {
            return race.get();
        }
        var message = thrown.getMessage() == null ? "" : thrown.getMessage();
        var known = libraryError(thrown);
        if (known.isPresent()) {
            return new Problem(
                    IssueSeverity.ERROR,
                    known.get().type(),
                    known.get().rule(),
                    LibraryError.place(message),
                    known.get().text(clean(message)),
                    known.get().remedy());
        }
        var kind = ErrorKind.ofStatus(status);
        return new Problem(IssueSeverity.ERROR, kind.type(), kind.rule(), "", clean(message), kind.remedy());
    }

    /** The reference is the request's own id, which its sender has too, in X-Request-ID. */
    private static Problem failure(Throwable thrown, @Nullable RequestDetails request) {
        var reference = request == null ? "none" : request.getRequestId();
        LOG.error("Request failed, reference {}: {}", reference, Trace.of(thrown));
        return new Problem(
                IssueSeverity.FATAL,
                IssueType.EXCEPTION,
                ServerRule.INTERNAL_ERROR,
                "",
                "The server failed to handle this request; nothing was stored.",
                "Try again; if it fails again, give the operator this reference: " + reference);
    }

    private static Optional<LibraryError> libraryError(Throwable thrown) {
        return thrown.getMessage() == null ? Optional.empty() : LibraryError.in(thrown.getMessage());
    }

    /**
     * Paths of patches are read by engines that throw exceptions of their own, or descend until the stack ends; HAPI's
     * own reader runs off the end of a broken path.
     */
    private static boolean badPatch(Throwable thrown) {
        return ExceptionUtils.getThrowableList(thrown).stream()
                .anyMatch(cause -> cause instanceof FHIRLexerException
                        || cause instanceof PathEngineException
                        || cause instanceof PatchException
                        || cause instanceof StackOverflowError
                        || (MISREAD.contains(cause.getClass()) && isThrownByPatching(cause)));
    }

    private static boolean isThrownByPatching(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(PATCHING));
    }

    /** HAPI's own outcomes inside a response repeat the sender's search values and its internal ids: out with them. */
    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = BEFORE_WARNINGS)
    void cleanEntries(@Nullable IBaseResource response) {
        if (response instanceof Bundle bundle && isResponse(bundle)) {
            bundle.getEntry().forEach(entry -> cleanEntry(entry.getResponse()));
        }
    }

    private static boolean isResponse(Bundle bundle) {
        return bundle.getType() == Bundle.BundleType.BATCHRESPONSE
                || bundle.getType() == Bundle.BundleType.TRANSACTIONRESPONSE;
    }

    private static void cleanEntry(Bundle.BundleEntryResponseComponent response) {
        if (!(response.getOutcome() instanceof OperationOutcome outcome) || carriesRules(outcome)) {
            return;
        }
        outcome.getIssue().removeIf(issue -> issue.getSeverity() == IssueSeverity.INFORMATION);
        if (outcome.getIssue().isEmpty()) {
            response.setOutcome(null);
        } else {
            outcome.getIssue().forEach(issue -> issue.setDiagnostics(clean(issue.getDiagnostics())));
        }
    }

    private static boolean carriesRules(OperationOutcome outcome) {
        return outcome.getIssueFirstRep().getDetails().getCoding().stream()
                .anyMatch(coding -> Outcomes.RULE_SYSTEM.equals(coding.getSystem()));
    }

    /** Drops the library's error numbers, and whatever might be an NHS number. */
    static String clean(@Nullable String message) {
        if (message == null || message.isBlank()) {
            return "The request was refused.";
        }
        var text = LibraryError.inPlainWords(message);
        text = LONG_NUMBER.matcher(text).replaceAll(found -> found.group(1) == null ? found.group() : "**********");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }
}
