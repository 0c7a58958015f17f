package io.github.sprigfhir.app.access.issuer;

import io.github.sprigfhir.app.access.Addresses;
import io.github.sprigfhir.app.access.WhenIssuing;
import io.github.sprigfhir.app.access.register.Register;
import io.github.sprigfhir.app.access.register.User;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The addresses of the embedded issuer: Spring Authorization Server, held to the register and to SMART. */
@Configuration(proxyBeanMethods = false)
@WhenIssuing
class IssuerConfig {

    /** The others that Spring Authorization Server could answer at lie behind the gate's last rule: nobody. */
    private static final RequestMatcher ADDRESSES = anyOf(
            "/oauth2/authorize",
            "/oauth2/token",
            "/oauth2/jwks",
            "/oauth2/revoke",
            "/.well-known/openid-configuration",
            "/login");

    private static final List<String> NOT_OFFERED = List.of(
            "device_authorization_endpoint",
            "introspection_endpoint",
            "introspection_endpoint_auth_methods_supported",
            "pushed_authorization_request_endpoint",
            "userinfo_endpoint",
            "end_session_endpoint",
            "tls_client_certificate_bound_access_tokens",
            "dpop_signing_alg_values_supported");

    private static final List<String> PROOFS = List.of("private_key_jwt", "none");
    private static final Map<String, Object> OFFERED = Map.of(
            "grant_types_supported",
            List.of("authorization_code", "client_credentials", "refresh_token"),
            "token_endpoint_auth_methods_supported",
            PROOFS,
            "token_endpoint_auth_signing_alg_values_supported",
            List.of("ES384", "RS384"),
            "revocation_endpoint_auth_methods_supported",
            PROOFS,
            "scopes_supported",
            List.of("openid", "fhirUser", "online_access", "offline_access"));

    @Bean
    AuthorizationServerSettings authorizationServerSettings(Addresses addresses) {
        return AuthorizationServerSettings.builder().issuer(addresses.server()).build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain issuer(
            HttpSecurity http,
            Register register,
            RegisteredClients clients,
            Authorisations authorisations,
            DelegatingOAuth2TokenGenerator tokens,
            AuthorizationServerSettings settings,
            PasswordEncoder passwords,
            DataSource database,
            Addresses addresses,
            Clock clock)
            throws Exception {
        var server = OAuth2AuthorizationServerConfigurer.authorizationServer();
        var judge = new ScopeJudge(register);
        var assertions = new Assertions(register, database, addresses, clock);
        http.securityMatcher(ADDRESSES)
                .with(server, offered -> offered.registeredClientRepository(clients)
                        .authorizationService(authorisations)
                        .authorizationServerSettings(settings)
                        .tokenGenerator(tokens)
                        .clientAuthentication(client -> client.authenticationConverter(new AssertionReader())
                                .authenticationProviders(
                                        providers -> providers.replaceAll(one -> proof(one, assertions))))
                        .tokenEndpoint(endpoint -> endpoint.authenticationProviders(
                                providers -> providers.forEach(one -> scopes(one, judge))))
                        .authorizationEndpoint(endpoint -> endpoint.authenticationProviders(
                                providers -> providers.forEach(one -> scopes(one, judge))))
                        .oidc(oidc -> oidc.providerConfigurationEndpoint(
                                endpoint -> endpoint.providerConfigurationCustomizer(page -> page.claims(all -> {
                                    NOT_OFFERED.forEach(all::remove);
                                    all.putAll(OFFERED);
                                })))))
                .authorizeHttpRequests(requests -> requests.requestMatchers(anyOf("/login"))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/guide/"))
                .authenticationProvider(new LimitedGuesses(people(users(register, addresses), passwords)))
                .exceptionHandling(wrong -> wrong.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), anyOf("/oauth2/authorize"))
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), request -> true))
                .addFilterBefore(new ClientNote(), AuthorizationFilter.class)
                // The web server writes them on every answer (AnswerHeaders).
                .headers(AbstractHttpConfigurer::disable);
        if (addresses.isHereOnly()) {
            http.addFilterBefore(new ThisMachineOnly(), HeaderWriterFilter.class);
        }
        return http.build();
    }

    /** The session of a login; the server keeps none for anything else. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> loginSession(Addresses addresses) {
        return tomcat -> {
            var cookie = tomcat.getSession().getCookie();
            cookie.setName("sprig-login");
            cookie.setHttpOnly(true);
            cookie.setSameSite(SameSite.LAX);
            cookie.setSecure(addresses.isEncrypted());
        };
    }

    private static AuthenticationProvider proof(AuthenticationProvider one, Assertions assertions) {
        if (one instanceof JwtClientAssertionAuthenticationProvider signed) {
            signed.setJwtDecoderFactory(assertions);
        }
        return one instanceof ClientSecretAuthenticationProvider secret ? new LimitedGuesses(secret) : one;
    }

    private static void scopes(AuthenticationProvider one, ScopeJudge judge) {
        if (one instanceof OAuth2ClientCredentialsAuthenticationProvider system) {
            system.setAuthenticationValidator(judge::judgeSystem);
        }
        if (one instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider app) {
            app.setAuthenticationValidator(
                    OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_REDIRECT_URI_VALIDATOR.andThen(
                            judge::judgeApp));
        }
    }

    private static DaoAuthenticationProvider people(UserDetailsService users, PasswordEncoder passwords) {
        var people = new DaoAuthenticationProvider(users);
        people.setPasswordEncoder(passwords);
        return people;
    }

    /** No bean: Spring Security would ask it a second time, past the limit of guesses. */
    private static UserDetailsService users(Register register, Addresses addresses) {
        return name -> register.user(name)
                .filter(user -> !user.demo() || addresses.isHereOnly())
                .map(IssuerConfig::shown)
                .orElseThrow(() -> new UsernameNotFoundException("unknown"));
    }

    private static UserDetails shown(User user) {
        return org.springframework.security.core.userdetails.User.withUsername(user.name())
                .password(user.password())
                .authorities("user")
                .disabled(user.disabled())
                .build();
    }

    private static RequestMatcher anyOf(String... paths) {
        return new OrRequestMatcher(Arrays.stream(paths)
                .<RequestMatcher>map(
                        path -> PathPatternRequestMatcher.withDefaults().matcher(path))
                .toList());
    }
}
