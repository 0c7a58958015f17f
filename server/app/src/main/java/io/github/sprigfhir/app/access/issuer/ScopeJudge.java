package io.github.sprigfhir.app.access.issuer;

import io.github.sprigfhir.app.access.register.Client;
import io.github.sprigfhir.app.access.register.Register;
import io.github.sprigfhir.domain.access.Scope;
import io.github.sprigfhir.domain.access.ScopeReading;
import io.github.sprigfhir.domain.access.Scopes;
import io.github.sprigfhir.domain.access.TokenRule;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;

/** Lets a client have scopes that it was registered for, and nobody an app that is not for their role. */
final class ScopeJudge {

    private final Register register;

    ScopeJudge(Register register) {
        this.register = register;
    }

    void judgeSystem(OAuth2ClientCredentialsAuthenticationContext context) {
        OAuth2ClientCredentialsAuthenticationToken asked = context.getAuthentication();
        wrong(context.getRegisteredClient().getClientId(), asked.getScopes()).ifPresent(error -> {
            throw new OAuth2AuthenticationException(error);
        });
    }

    void judgeApp(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
        var client = context.getRegisteredClient().getClientId();
        wrong(client, asked.getScopes())
                .or(() -> wrongUser(client, asked.getPrincipal()))
                .ifPresent(error -> {
                    throw new OAuth2AuthorizationCodeRequestAuthenticationException(error, asked);
                });
    }

    private Optional<OAuth2Error> wrong(String id, Set<String> asked) {
        var client = register.client(id);
        if (client.isEmpty() || asked.isEmpty()) {
            return Optional.of(invalidScope("Name the scopes you need, such as system/Task.rs."));
        }
        return asked.stream()
                .flatMap(text -> wrong(client.get(), text).stream())
                .findFirst();
    }

    private static Optional<OAuth2Error> wrong(Client client, String text) {
        var reading = Scope.read(text);
        if (reading instanceof ScopeReading.Refused refused) {
            return Optional.of(invalidScope(refused.text()));
        }
        var covered = reading instanceof ScopeReading.OnResources good
                ? mayHave(client, good.scope())
                : client.kind() == Client.Kind.APP;
        return covered
                ? Optional.empty()
                : Optional.of(invalidScope("%s: this client is not registered for %s."
                        .formatted(TokenRule.SCOPE_BEYOND_CLIENT.key(), text)));
    }

    private static boolean mayHave(Client client, Scope asked) {
        var level = client.kind().level();
        return Scopes.of(level, client.scopes()).cover(asked)
                && Scopes.most(level, client.role()).cover(asked);
    }

    /** Somebody who has not signed in yet is judged when they have. */
    private Optional<OAuth2Error> wrongUser(String client, Object principal) {
        if (!(principal instanceof Authentication user) || !user.isAuthenticated()) {
            return Optional.empty();
        }
        return register.user(user.getName())
                .filter(known -> register.client(client)
                        .filter(app -> app.role() != known.role())
                        .isPresent())
                .map(known ->
                        new OAuth2Error(OAuth2ErrorCodes.ACCESS_DENIED, "This app is not for users of your role.", ""));
    }

    private static OAuth2Error invalidScope(String text) {
        return new OAuth2Error(OAuth2ErrorCodes.INVALID_SCOPE, text, "");
    }
}
