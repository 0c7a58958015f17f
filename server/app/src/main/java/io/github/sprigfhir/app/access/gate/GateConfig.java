package io.github.sprigfhir.app.access.gate;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.app.access.Addresses;
import io.github.sprigfhir.app.access.WhenGuarded;
import java.util.Arrays;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which addresses are open, which need a token, and that all others lead nowhere. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@WhenGuarded
class GateConfig {

    /** Before everything else of ours: nothing reads a request that was not let in. */
    private static final int FIRST = -100;

    /** The directory in Open Referral UK's form, which the standard wants open to everybody. */
    private static String[] directory() {
        return new String[] {
            "/oruk",
            "/oruk/",
            "/oruk/services",
            "/oruk/services/*",
            "/oruk/service_at_locations",
            "/oruk/service_at_locations/*",
            "/oruk/organizations",
            "/oruk/organizations/*",
            "/oruk/taxonomies",
            "/oruk/taxonomies/*",
            "/oruk/taxonomy_terms",
            "/oruk/taxonomy_terms/*"
        };
    }

    @Bean
    DelegatingFilterProxyRegistrationBean gate() {
        var gate = new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        gate.setOrder(FIRST);
        return gate;
    }

    @Bean
    OutcomeAnswers outcomeAnswers(FhirContext fhir, Addresses addresses) {
        return new OutcomeAnswers(fhir, addresses.server() + "/oauth2/token");
    }

    @Bean
    @Order(2)
    SecurityFilterChain fhir(HttpSecurity http, JwtDecoder decoder, Admission admission, OutcomeAnswers answers)
            throws Exception {
        return stateless(http)
                .securityMatcher(anyOf("/fhir", "/fhir/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                reading("/fhir/metadata", "/fhir/.well-known/smart-configuration"))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(admission))
                                .authenticationEntryPoint(answers::notLetIn))
                .exceptionHandling(wrong -> wrong.authenticationEntryPoint(answers::notLetIn))
                .addFilterAfter(new IdentityNote(), AuthorizationFilter.class)
                .build();
    }

    /** What is sent to be imported into the directory, and what became of it. */
    @Bean
    @Order(3)
    SecurityFilterChain importing(HttpSecurity http, JwtDecoder decoder, Admission admission, OutcomeAnswers answers)
            throws Exception {
        return stateless(http)
                .securityMatcher(anyOf("/directory/imports", "/directory/imports/*"))
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((who, request) -> new AuthorizationDecision(Importing.isAllowed(who.get()))))
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(admission))
                        .authenticationEntryPoint(answers::notLetIn)
                        .accessDeniedHandler((request, response, why) -> answers.notImporting(request, response)))
                .exceptionHandling(wrong -> wrong.authenticationEntryPoint(answers::notLetIn)
                        .accessDeniedHandler((request, response, why) -> answers.notImporting(request, response)))
                .addFilterAfter(new IdentityNote(), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain others(HttpSecurity http, OutcomeAnswers answers) throws Exception {
        return stateless(http)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                reading("/", "/guide", "/guide/**", "/actuator/health", "/actuator/health/*"))
                        .permitAll()
                        .requestMatchers(reading(directory()))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(wrong -> wrong.authenticationEntryPoint(
                                (request, response, why) -> answers.nothingHere(request, response))
                        .accessDeniedHandler((request, response, why) -> answers.nothingHere(request, response)))
                .build();
    }

    /** No session and no cookie, so nothing that another page could misuse either. */
    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // The web server writes them on every answer, also where nobody gets this far (AnswerHeaders).
                .headers(AbstractHttpConfigurer::disable);
    }

    private static RequestMatcher anyOf(String... paths) {
        return new OrRequestMatcher(Arrays.stream(paths)
                .<RequestMatcher>map(
                        path -> PathPatternRequestMatcher.withDefaults().matcher(path))
                .toList());
    }

    private static RequestMatcher reading(String... paths) {
        var addresses = anyOf(paths);
        return request -> (HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod()))
                && addresses.matches(request);
    }
}
