package io.github.sprigfhir.app.access.gate;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sprigfhir.app.access.AccessSettings;
import io.github.sprigfhir.app.access.Addresses;
import io.github.sprigfhir.app.access.WhenGuarded;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells apps where tokens are to be had and what this server supports (SMART App Launch 2.2, section 3). */
@Configuration(proxyBeanMethods = false)
@WhenGuarded
class SmartConfiguration {

    /** Below the FHIR base, where HAPI's servlet would know nothing of it; an exact path goes before that. */
    @Bean
    ServletRegistrationBean<HttpServlet> smartConfigurationServlet(AccessSettings settings, Addresses addresses) {
        var page = settings.issuer().isEmpty() ? ours(addresses) : theirs(settings);
        var servlet = new ServletRegistrationBean<HttpServlet>(
                new Page(new ObjectMapper().valueToTree(page).toString()), "/fhir/.well-known/smart-configuration");
        servlet.setName("smartConfiguration");
        return servlet;
    }

    private static Map<String, Object> ours(Addresses addresses) {
        var page = new LinkedHashMap<String, Object>();
        var root = addresses.server();
        page.put("issuer", root);
        page.put("jwks_uri", root + "/oauth2/jwks");
        page.put("authorization_endpoint", root + "/oauth2/authorize");
        page.put("token_endpoint", root + "/oauth2/token");
        page.put("revocation_endpoint", root + "/oauth2/revoke");
        page.put("grant_types_supported", List.of("authorization_code", "client_credentials", "refresh_token"));
        page.put("response_types_supported", List.of("code"));
        page.put("code_challenge_methods_supported", List.of("S256"));
        page.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
        page.put("token_endpoint_auth_signing_alg_values_supported", List.of("ES384", "RS384"));
        page.put(
                "scopes_supported",
                List.of("openid", "fhirUser", "online_access", "offline_access", "user/*.cruds", "system/*.cruds"));
        page.put(
                "capabilities",
                List.of(
                        "launch-standalone",
                        "authorize-post",
                        "client-public",
                        "client-confidential-asymmetric",
                        "sso-openid-connect",
                        "permission-user",
                        "permission-online",
                        "permission-offline",
                        "permission-v1",
                        "permission-v2"));
        return page;
    }

    /** Another issuer describes itself; what can be said here is where, and how scopes are understood. */
    private static Map<String, Object> theirs(AccessSettings settings) {
        return Map.of(
                "issuer",
                settings.issuer(),
                "capabilities",
                List.of("permission-user", "permission-v1", "permission-v2"));
    }

    private static final class Page extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final String json;

        Page(String json) {
            this.json = json;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("application/json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write(json);
        }
    }
}
