package io.github.sprigfhir.app.access.issuer;

import io.github.sprigfhir.app.access.AccessSettings;
import io.github.sprigfhir.app.access.Addresses;
import io.github.sprigfhir.app.access.register.Client;
import io.github.sprigfhir.app.access.register.Client.Kind;
import io.github.sprigfhir.app.access.register.Register;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Shows the register to Spring Authorization Server; what is disabled, or a demo out of its place, is not there. */
final class RegisteredClients implements RegisteredClientRepository {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);

    private final Register register;
    private final AccessSettings settings;
    private final Addresses addresses;

    RegisteredClients(Register register, AccessSettings settings, Addresses addresses) {
        this.register = register;
        this.settings = settings;
        this.addresses = addresses;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are registered by ./sprig client");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return register.client(id)
                .filter(client -> !client.disabled())
                .filter(client -> !client.demo() || addresses.isHereOnly())
                .map(this::shown)
                .orElse(null);
    }

    private RegisteredClient shown(Client client) {
        var shown = RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientName(client.name())
                .clientAuthenticationMethod(method(client))
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(CODE_LIFETIME)
                        .accessTokenTimeToLive(settings.tokenLifetime())
                        .refreshTokenTimeToLive(settings.refreshLifetime())
                        .reuseRefreshTokens(false)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.RS256)
                        .build());
        if (!client.demoSecret().isEmpty()) {
            shown.clientSecret(client.demoSecret());
        }
        if (client.kind() == Kind.SYSTEM) {
            return shown.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .build();
        }
        return shown.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> uris.addAll(client.redirects()))
                .build();
    }

    private static ClientAuthenticationMethod method(Client client) {
        if (client.hasKeys()) {
            return ClientAuthenticationMethod.PRIVATE_KEY_JWT;
        }
        return client.demoSecret().isEmpty()
                ? ClientAuthenticationMethod.NONE
                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
    }
}
