package io.github.sprigfhir.app.access.issuer;

import io.github.sprigfhir.app.access.Addresses;
import io.github.sprigfhir.app.access.register.Client;
import io.github.sprigfhir.app.access.register.Organisations;
import io.github.sprigfhir.app.access.register.Register;
import io.github.sprigfhir.app.access.register.User;
import io.github.sprigfhir.domain.access.PurposeRules;
import io.github.sprigfhir.domain.access.PurposeVerdict;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.kernel.Role;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Writes into a token what this server wants to find there again. Role and organisation are not in it: they are looked
 * up with each request, so that a change of the register counts at once.
 */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final Register register;
    private final Organisations organisations;
    private final Addresses addresses;
    private final BrokenGlass brokenGlass;

    TokenClaims(Register register, Organisations organisations, Addresses addresses, BrokenGlass brokenGlass) {
        this.register = register;
        this.organisations = organisations;
        this.addresses = addresses;
        this.brokenGlass = brokenGlass;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        var client = register.client(context.getRegisteredClient().getClientId())
                .filter(known -> !known.disabled())
                .orElseThrow(() -> refusal(OAuth2ErrorCodes.INVALID_CLIENT, "The client is not registered."));
        var user = user(context, client);
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            access(context, client, user);
        }
        if (context.getAuthorizedScopes().contains("fhirUser")) {
            user.flatMap(known -> organisations.findPerson(known.fhirUser())).ifPresent(person -> context.getClaims()
                    .claim("fhirUser", addresses.fhirBase() + "/" + person.name()));
        }
    }

    private void access(JwtEncodingContext context, Client client, Optional<User> user) {
        var claims = context.getClaims();
        // A list that Spring can read again from where it remembers it.
        claims.audience(Collections.singletonList(addresses.fhirBase()));
        claims.claim(OAuth2ParameterNames.CLIENT_ID, client.id());
        claims.claim(OAuth2ParameterNames.SCOPE, String.join(" ", context.getAuthorizedScopes()));
        user.ifPresent(known -> claims.claim("user", known.name()));
        var verdict = PurposeRules.decide(
                user.map(User::role).orElse(client.role()),
                asked(context, "purpose_of_use"),
                asked(context, "purpose_reason"));
        if (verdict instanceof PurposeVerdict.Refused refused) {
            throw refusal(OAuth2ErrorCodes.INVALID_REQUEST, refused.rule().key() + ": " + refused.text());
        }
        if (verdict instanceof PurposeVerdict.Everyday everyday) {
            claims.claim("purpose_of_use", everyday.purpose().code());
        }
        if (verdict instanceof PurposeVerdict.BreaksTheGlass broken) {
            claims.claim("purpose_of_use", Purpose.BREAK_THE_GLASS.code());
            claims.claim(
                    "purpose_reason_id",
                    brokenGlass.keep(client.id(), user.map(User::name).orElse(""), broken.reason()));
            claims.claims(
                    all -> all.computeIfPresent("exp", (name, expires) -> brokenGlass.notAfter((Instant) expires)));
        }
    }

    /** Whoever was removed or changed their role since they signed in gets no further token. */
    private Optional<User> user(JwtEncodingContext context, Client client) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            return Optional.empty();
        }
        Role role = client.role();
        return Optional.of(register.user(context.getPrincipal().getName())
                .filter(known -> !known.disabled() && known.role() == role)
                .orElseThrow(
                        () -> refusal(OAuth2ErrorCodes.INVALID_GRANT, "The user is not registered for this app.")));
    }

    private static Optional<String> asked(JwtEncodingContext context, String parameter) {
        return context.getAuthorizationGrant() instanceof OAuth2AuthorizationGrantAuthenticationToken grant
                        && grant.getAdditionalParameters().get(parameter) instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    private static OAuth2AuthenticationException refusal(String code, String text) {
        return new OAuth2AuthenticationException(new OAuth2Error(code, text, ""));
    }
}
