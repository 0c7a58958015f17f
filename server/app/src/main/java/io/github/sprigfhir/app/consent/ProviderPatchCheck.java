package io.github.sprigfhir.app.consent;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.PatchTypeEnum;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.consent.ConsentRule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Parameters;
import org.springframework.stereotype.Component;

/** Holds the patch of a provider to what it is shown. */
@Component
@Interceptor
class ProviderPatchCheck implements SprigFeature {

    private final FhirContext fhir;

    ProviderPatchCheck(FhirContext fhir) {
        this.fhir = fhir;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    void check(RequestDetails request) {
        var type = request.getResourceName();
        if (request.getRequestType() == RequestTypeEnum.PATCH
                && type != null
                && ProviderWrites.isOfAProvider(request)
                && !isWithinTheShown(type, request)) {
            throw Refusals.unprocessable(List.of(ConsentCheck.problem(ConsentRule.HIDDEN_ELEMENT, type)));
        }
    }

    private boolean isWithinTheShown(String type, RequestDetails request) {
        var format = String.valueOf(request.getHeader("Content-Type"));
        var body = request.loadRequestContents();
        if (format.startsWith(PatchTypeEnum.JSON_PATCH.getContentType())) {
            return ProviderPatches.isWithinTheShown(type, body);
        }
        return parameters(format, body)
                .filter(patch -> ProviderPatches.isWithinTheShown(type, patch))
                .isPresent();
    }

    private Optional<Parameters> parameters(String format, byte[] body) {
        var encoding = EncodingEnum.forContentType(format);
        if (encoding == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    encoding.newParser(fhir).parseResource(Parameters.class, new String(body, StandardCharsets.UTF_8)));
        } catch (DataFormatException unreadable) {
            return Optional.empty();
        }
    }
}
