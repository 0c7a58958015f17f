package io.github.sprigfhir.app.access.gate;

import io.github.sprigfhir.domain.access.TokenRule;
import org.springframework.security.core.AuthenticationException;

/** A good token that lets nobody in any more, or not yet; Spring Security knows refusals only as exceptions. */
final class NotAdmitted extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final TokenRule rule;
    private final String remedy;

    NotAdmitted(TokenRule rule, String text, String remedy) {
        super(text);
        this.rule = rule;
        this.remedy = remedy;
    }

    TokenRule rule() {
        return rule;
    }

    String remedy() {
        return remedy;
    }
}
