package io.github.sprigfhir.app.access.gate;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.github.sprigfhir.app.access.AccessSettings;
import io.github.sprigfhir.app.access.Addresses;
import io.github.sprigfhir.app.access.WhenGuarded;
import io.github.sprigfhir.app.access.WhenIssuing;
import io.github.sprigfhir.app.access.issuer.SigningKeys;
import io.github.sprigfhir.app.access.register.Organisations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** How a token is checked: signature by an algorithm on the list, issuer, audience, and that its time has come and not gone. */
@Configuration(proxyBeanMethods = false)
@WhenGuarded
class TokenConfig {

    private static final Duration SKEW = Duration.ofSeconds(30);
    /** Signatures with a private key; a shared secret or none would let the wrong ones sign. */
    private static final Set<SignatureAlgorithm> THEIRS = Set.of(
            SignatureAlgorithm.RS256,
            SignatureAlgorithm.RS384,
            SignatureAlgorithm.RS512,
            SignatureAlgorithm.PS256,
            SignatureAlgorithm.PS384,
            SignatureAlgorithm.PS512,
            SignatureAlgorithm.ES256,
            SignatureAlgorithm.ES384,
            SignatureAlgorithm.ES512);

    /** Our own tokens, by our own keys, without asking ourselves over HTTP. */
    @Bean
    @WhenIssuing
    JwtDecoder ourTokensChecked(SigningKeys keys, Addresses addresses, Clock clock) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(rules(addresses.server(), addresses.fhirBase(), clock));
        return decoder;
    }

    /** The other issuer is asked for its keys when the first token comes, so that it need not be up before this server. */
    @Bean
    @ConditionalOnExpression("!'${sprig.access.issuer:}'.isEmpty()")
    JwtDecoder theirTokensChecked(AccessSettings settings, Addresses addresses, Clock clock) {
        var audience = settings.audience().isEmpty() ? addresses.fhirBase() : settings.audience();
        return new SupplierJwtDecoder(() -> {
            var decoder = NimbusJwtDecoder.withIssuerLocation(settings.issuer())
                    .jwsAlgorithms(algorithms -> algorithms.addAll(THEIRS))
                    .build();
            decoder.setJwtValidator(rules(settings.issuer(), audience, clock));
            return decoder;
        });
    }

    @Bean
    @ConditionalOnExpression("!'${sprig.access.issuer:}'.isEmpty()")
    Admission theirTokens(AccessSettings settings, Organisations organisations, Addresses addresses) {
        return new TheirTokens(settings, addresses.fhirBase(), organisations::find, organisations::findPerson);
    }

    private static OAuth2TokenValidator<Jwt> rules(String issuer, String audience, Clock clock) {
        var time = new JwtTimestampValidator(SKEW);
        time.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                time,
                new JwtClaimValidator<>("exp", expires -> expires != null),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<List<String>>("aud", aud -> aud != null && aud.contains(audience)));
    }
}
