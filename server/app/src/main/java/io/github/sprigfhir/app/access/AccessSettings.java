package io.github.sprigfhir.app.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Whose tokens let somebody in, and how long those of the embedded issuer live.
 *
 * @param enabled whether a token is needed at all; false only for measurements, on a server that listens on this machine
 *     alone
 * @param address where clients reach this server, such as https://sprig.example; where it is empty, this server's port on
 *     127.0.0.1
 * @param issuer the issuer of another OpenID Connect server whose tokens are trusted, in place of the embedded one
 * @param audience what a token of another issuer must be meant for; where it is empty, the FHIR base
 * @param clientClaim the claim of another issuer's tokens that holds the client's id
 * @param roleClaim the claim of another issuer's tokens that holds the role's code
 * @param organisationClaim the claim of another issuer's tokens that holds the organisation: Organization/[id], an ODS
 *     code, or system|value of its identifier
 * @param tokenLifetime how long an access token of the embedded issuer lives, an hour at most
 * @param refreshLifetime how long a user's app may go on without the user signing in again
 */
@ConfigurationProperties("sprig.access")
public record AccessSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("") String address,
        @DefaultValue("") String issuer,
        @DefaultValue("") String audience,
        @DefaultValue("client_id") String clientClaim,
        @DefaultValue("role") String roleClaim,
        @DefaultValue("organisation") String organisationClaim,
        @DefaultValue("5m") Duration tokenLifetime,
        @DefaultValue("8h") Duration refreshLifetime) {

    /** As the environment gives them, before there are beans. */
    static AccessSettings in(Environment environment) {
        return Binder.get(environment).bindOrCreate("sprig.access", AccessSettings.class);
    }
}
