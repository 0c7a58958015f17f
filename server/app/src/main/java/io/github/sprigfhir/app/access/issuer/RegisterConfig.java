package io.github.sprigfhir.app.access.issuer;

import com.nimbusds.jose.jwk.JWK;
import io.github.sprigfhir.app.access.AccessSettings;
import io.github.sprigfhir.app.access.Addresses;
import io.github.sprigfhir.app.access.WhenIssuing;
import io.github.sprigfhir.app.access.register.Organisations;
import io.github.sprigfhir.app.access.register.Register;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;

/** Makes what the embedded issuer keeps and signs with. */
@Configuration(proxyBeanMethods = false)
@WhenIssuing
class RegisterConfig {

    @Bean
    Register register(DataSource database) throws IOException, SQLException {
        return new Register(database);
    }

    /** The tables come with the register. */
    @Bean
    SigningKeys signingKeys(DataSource database, Register register) {
        return new SigningKeys(database, System::nanoTime);
    }

    @Bean
    RegisteredClients registeredClients(Register register, AccessSettings settings, Addresses addresses) {
        return new RegisteredClients(register, settings, addresses);
    }

    @Bean
    Authorisations authorisations(DataSource database, RegisteredClients clients) {
        return new Authorisations(new JdbcTemplate(database), clients);
    }

    /** For the passwords of people; software proves itself by keys. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    /** Its table comes with the register. */
    @Bean
    BrokenGlass brokenGlass(DataSource database, Register register, Clock clock) {
        return new BrokenGlass(database, clock, UUID::randomUUID);
    }

    @Bean
    DelegatingOAuth2TokenGenerator tokenGenerator(
            SigningKeys keys,
            Register register,
            Organisations organisations,
            Addresses addresses,
            BrokenGlass brokenGlass) {
        var encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(RegisterConfig::newest);
        var jwts = new JwtGenerator(encoder);
        jwts.setJwtCustomizer(new TokenClaims(register, organisations, addresses, brokenGlass));
        var refresh = new OAuth2RefreshTokenGenerator();
        return new DelegatingOAuth2TokenGenerator(
                jwts, context -> asksForRefresh(context) ? refresh.generate(context) : null);
    }

    private static JWK newest(List<JWK> keys) {
        return keys.get(0);
    }

    /** SMART: only who asks for it may go on without the user. */
    private static boolean asksForRefresh(OAuth2TokenContext context) {
        return context.getAuthorizedScopes().contains("offline_access")
                || context.getAuthorizedScopes().contains("online_access");
    }
}
