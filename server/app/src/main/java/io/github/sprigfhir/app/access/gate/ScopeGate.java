package io.github.sprigfhir.app.access.gate;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.sprigfhir.app.access.GrantedScopes;
import io.github.sprigfhir.app.access.WhenGuarded;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Outcomes;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.access.Grant;
import io.github.sprigfhir.domain.access.Scope;
import io.github.sprigfhir.domain.access.Scopes;
import io.github.sprigfhir.domain.access.TokenRule;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;

/** Refuses, before anything else looks at a request, what the scopes of its token do not allow. */
@Component
@WhenGuarded
@Interceptor
class ScopeGate implements SprigFeature {

    private static final int FIRST = -1000;

    private final Demands demands;

    ScopeGate(Demands demands) {
        this.demands = demands;
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = FIRST)
    void check(RestOperationTypeEnum interaction, RequestDetails request) {
        if (interaction == RestOperationTypeEnum.METADATA) {
            return;
        }
        // Whoever has no token was turned away before; should a way round be found, it ends here.
        var scopes = GrantedScopes.of(request).orElseThrow(ScopeGate::noToken);
        var problems = interaction == RestOperationTypeEnum.GET_PAGE
                ? page(scopes)
                : demands.of(interaction, request)
                        .map(asked -> asked.stream()
                                .flatMap(demand -> problem(scopes, demand).stream())
                                .distinct()
                                .toList())
                        .orElse(List.of());
        if (!problems.isEmpty()) {
            if (request instanceof ServletRequestDetails http && http.getServletResponse() != null) {
                http.getServletResponse()
                        .setHeader("WWW-Authenticate", "Bearer realm=\"sprig\", error=\"insufficient_scope\"");
            }
            throw Refusals.forbidden(problems);
        }
    }

    private static Optional<Problem> problem(Scopes scopes, Demand demand) {
        var grant = scopes.allow(demand.act(), demand.type());
        if (grant instanceof Grant.Whole || (grant instanceof Grant.PartOnly part && isHeldTo(part, demand))) {
            return Optional.empty();
        }
        var needed = "%s.%s".formatted(demand.type(), demand.act().letter());
        return Optional.of(
                grant instanceof Grant.Nothing nothing
                        ? forbidden(
                                nothing.rule(),
                                demand.element(),
                                "No scope of the token allows %s.".formatted(needed),
                                "Ask for a token with a scope that does, such as system/%s; the client must be registered for it."
                                        .formatted(needed))
                        : forbidden(
                                TokenRule.SCOPE_PART_ONLY,
                                demand.element(),
                                "The token allows %s for a part of the records only, which this request does not keep to."
                                        .formatted(needed),
                                "Ask for a token with a scope without a question mark."));
    }

    /**
     * Records are held to the part where they are read and written; a search can be
     * held to one part, not to either of two. The audit is kept elsewhere, and held to none.
     */
    private static boolean isHeldTo(Grant.PartOnly grant, Demand demand) {
        return !demand.wholly()
                && !demand.type().equals("AuditEvent")
                && (demand.act() != Act.SEARCH || grant.parts().size() == 1);
    }

    /** Which types a page holds is looked at when it leaves; somebody who may search nothing has none. */
    private static List<Problem> page(Scopes scopes) {
        var searches = scopes.granted().stream().anyMatch(scope -> scope.acts().contains(Act.SEARCH));
        return searches
                ? List.of()
                : List.of(forbidden(
                        TokenRule.SCOPE_MISSING,
                        "",
                        "No scope of the token allows a search.",
                        "Ask for a token with a scope such as system/%s.s".formatted(Scope.ANY_TYPE)));
    }

    private static Problem forbidden(TokenRule rule, String element, String text, String remedy) {
        return new Problem(IssueSeverity.ERROR, IssueType.FORBIDDEN, rule, element, text, remedy);
    }

    private static AuthenticationException noToken() {
        var problem = new Problem(
                IssueSeverity.ERROR, IssueType.LOGIN, TokenRule.TOKEN_MISSING, "", "This needs an access token.", "");
        var refusal = new AuthenticationException(problem.text());
        refusal.setOperationOutcome(Outcomes.of(List.of(problem)));
        return refusal;
    }
}
