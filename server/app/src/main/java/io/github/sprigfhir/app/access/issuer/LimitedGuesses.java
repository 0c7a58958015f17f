package io.github.sprigfhir.app.access.issuer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/**
 * Lets nobody guess on: after ten wrong passwords or secrets for one name, the right one does not help either until five
 * minutes have passed without an attempt. Counted by each server for itself.
 */
final class LimitedGuesses implements AuthenticationProvider {

    private static final int MOST = 10;
    private static final Duration REST = Duration.ofMinutes(5);
    private static final int NAMES = 100_000;

    private final AuthenticationProvider checks;
    private final Cache<String, AtomicInteger> wrong =
            Caffeine.newBuilder().expireAfterAccess(REST).maximumSize(NAMES).build();

    LimitedGuesses(AuthenticationProvider checks) {
        this.checks = checks;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var name = attempt.getName();
        var count = wrong.getIfPresent(name);
        if (count != null && count.get() >= MOST) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        try {
            var proven = checks.authenticate(attempt);
            wrong.invalidate(name);
            return proven;
        } catch (BadCredentialsException | OAuth2AuthenticationException failed) {
            wrong.get(name, none -> new AtomicInteger()).incrementAndGet();
            throw failed;
        }
    }

    @Override
    public boolean supports(Class<?> kind) {
        return checks.supports(kind);
    }
}
