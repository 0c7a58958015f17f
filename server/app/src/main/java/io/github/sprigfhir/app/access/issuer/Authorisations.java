package io.github.sprigfhir.app.access.issuer;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;

/**
 * Remembers codes and refresh tokens of users until they end. What software gets for itself is not remembered: its
 * tokens prove themselves, and are never renewed.
 */
final class Authorisations extends JdbcOAuth2AuthorizationService {

    private final JdbcOperations database;

    Authorisations(JdbcOperations database, RegisteredClients clients) {
        super(database, clients);
        this.database = database;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            return;
        }
        database.update(
                "delete from oauth2_authorization where coalesce(refresh_token_expires_at, access_token_expires_at, authorization_code_expires_at) < now()");
        super.save(authorization);
    }
}
