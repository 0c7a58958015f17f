package io.github.sprigfhir.app.platform.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * Refuses FHIRPath Patches with paths so long that the engine, which descends with each term, may or may not come to
 * the end of its stack.
 */
@Component
@Interceptor
class PatchCheck implements SprigFeature {

    private static final int LONGEST = 1_000;

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    void check(RestOperationTypeEnum interaction, RequestDetails request) {
        if (interaction == RestOperationTypeEnum.PATCH) {
            sent(request).ifPresent(PatchCheck::refuseIfTooLong);
        } else if (interaction == RestOperationTypeEnum.TRANSACTION && request.getResource() instanceof Bundle bundle) {
            bundle.getEntry().stream()
                    .filter(entry -> entry.getRequest().getMethod() == HTTPVerb.PATCH)
                    .forEach(entry -> refuseIfTooLong(entry.getResource()));
        }
    }

    /** What cannot be read, or is a JSON Patch, is for HAPI to judge. */
    private static Optional<Resource> sent(RequestDetails request) {
        var encoding = EncodingEnum.forContentType(request.getHeader("Content-Type"));
        if (encoding == null || request.loadRequestContents() == null) {
            return Optional.empty();
        }
        try {
            var body = new String(request.loadRequestContents(), StandardCharsets.UTF_8);
            return Optional.of(
                    (Resource) encoding.newParser(request.getFhirContext()).parseResource(body));
        } catch (DataFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static void refuseIfTooLong(Resource patch) {
        if (patch instanceof Parameters parameters
                && parameters.getParameter().stream()
                        .flatMap(operation -> operation.getPart().stream())
                        .filter(part -> "path".equals(part.getName()) && part.hasValue())
                        .anyMatch(part ->
                                String.valueOf(part.getValue().primitiveValue()).length() > LONGEST)) {
            throw Refusals.badRequest(Problem.invalid(
                    ServerRule.PATCH_PATH,
                    "",
                    "The path of the patch is longer than %d characters.".formatted(LONGEST),
                    "Send a short path of plain steps, such as Task.status."));
        }
    }
}
