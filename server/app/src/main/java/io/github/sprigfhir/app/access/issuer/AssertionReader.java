package io.github.sprigfhir.app.access.issuer;

import com.nimbusds.jwt.JWTParser;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads who a client says it is from its assertion: SMART's backend services send no {@code client_id} beside it, which
 * Spring Authorization Server asks for. Nothing is believed here; {@link Assertions} checks it.
 */
final class AssertionReader implements AuthenticationConverter {

    private static final ClientAuthenticationMethod JWT_BEARER =
            new ClientAuthenticationMethod("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var types = request.getParameterValues("client_assertion_type");
        var assertions = request.getParameterValues("client_assertion");
        var ids = request.getParameterValues("client_id");
        if (types == null || assertions == null || !JWT_BEARER.getValue().equals(types[0])) {
            return null;
        }
        if (types.length != 1 || assertions.length != 1 || (ids != null && ids.length != 1)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        var subject = subject(assertions[0]);
        if (ids != null && !ids[0].equals(subject)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(subject, JWT_BEARER, assertions[0], parameters(request));
    }

    private static String subject(String assertion) {
        try {
            var subject = JWTParser.parse(assertion).getJWTClaimsSet().getSubject();
            if (subject != null && !subject.isEmpty()) {
                return subject;
            }
        } catch (ParseException none) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }

    /** What later steps look for: the code and its verifier, where there are any. */
    private static Map<String, Object> parameters(HttpServletRequest request) {
        var parameters = new HashMap<String, Object>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
        parameters.keySet().removeIf(name -> name.startsWith("client_"));
        return parameters;
    }
}
