package io.github.sprigfhir.app.access.writing;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.access.AccessRule;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Refuses headers of HAPI's own by which a sender could take labels off a resource, rewrite its history, or have the
 * entries of a batch carried out as a transaction that nobody has judged.
 */
@Component
@Interceptor
class HeaderCheck implements SprigFeature {

    private static final int BEFORE_ALL_JUDGES = -110;

    private static final List<String> REFUSED =
            List.of("X-Meta-Snapshot-Mode", "X-Rewrite-History", "X-Transaction-Semantics");

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = BEFORE_ALL_JUDGES)
    void check(RequestDetails request) {
        for (var header : REFUSED) {
            if (request.getHeader(header) != null) {
                throw Refusals.badRequest(Problem.invalid(
                        AccessRule.CONDITION,
                        "",
                        "The header %s is not taken here.".formatted(header),
                        "Send the request without it."));
            }
        }
    }
}
