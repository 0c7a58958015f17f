package io.github.sprigfhir.app.access.gate;

import io.github.sprigfhir.domain.access.Scope.Level;
import io.github.sprigfhir.domain.access.Scopes;
import io.github.sprigfhir.domain.kernel.Identity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

/** Somebody whose token was checked: who they are, and what it allows. */
final class Admitted extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Identity identity;
    private final transient Scopes scopes;
    private final transient Optional<String> reasonId;

    /** Of the scopes those are left out that the role may never have. */
    Admitted(Identity identity, Level level, Jwt token) {
        super(List.of());
        this.identity = identity;
        var most = Scopes.most(level, identity.role());
        this.scopes = new Scopes(
                level,
                Scopes.of(level, texts(token)).granted().stream()
                        .filter(most::cover)
                        .toList());
        this.reasonId = Optional.ofNullable(token.getClaimAsString("purpose_reason_id"));
        setAuthenticated(true);
    }

    Identity identity() {
        return identity;
    }

    Scopes scopes() {
        return scopes;
    }

    Optional<String> reasonId() {
        return reasonId;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return identity.client();
    }

    private static List<String> texts(Jwt token) {
        var claim = token.getClaims().get("scope");
        if (claim instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return claim instanceof String text ? Arrays.asList(text.split(" ", -1)) : List.of();
    }
}
