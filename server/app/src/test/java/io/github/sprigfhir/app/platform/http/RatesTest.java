package io.github.sprigfhir.app.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import io.github.bucket4j.TimeMeter;
import io.github.sprigfhir.app.platform.caller.Identities;
import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.kernel.Role;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who may ask how often: a registered client, an address without a token, an address whose tokens are wrong. */
class RatesTest {

    private static final String SOMEBODY = "203.0.113.9";
    private static final String BEARER = "Bearer whatever";
    private static final RateSettings SETTINGS = new RateSettings(2, 4, 1, 3, 2, false);

    private final AtomicLong now = new AtomicLong();
    private final OutcomeAnswer answer = new OutcomeAnswer(FhirContext.forR4Cached());
    private final Rates rates = new Rates(SETTINGS, new Hand());
    private final AddressRate address = new AddressRate(rates, answer);
    private final ClientRate client = new ClientRate(rates, answer);

    /** A clock that the test moves. */
    private final class Hand implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return now.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    @Test
    void anAddressWithoutATokenGetsItsBurstThen429WithTheTimeToWait() throws IOException, ServletException {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(SOMEBODY, null, 200).getStatus()).isEqualTo(200);
        }
        var refused = ask(SOMEBODY, null, 200);

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("2");
        assertThat(refused.getContentAsString())
                .contains("OperationOutcome", "\"rate\"", "throttled", "1 requests a second, and 3 at once");
        pass(Duration.ofSeconds(1));
        assertThat(ask(SOMEBODY, null, 200).getStatus()).isEqualTo(200);
        assertThat(ask(SOMEBODY, null, 200).getStatus()).isEqualTo(429);
    }

    @Test
    void oneAddressDoesNotUseUpAnothers() throws IOException, ServletException {
        for (int i = 0; i < 5; i++) {
            ask(SOMEBODY, null, 200);
        }

        assertThat(ask("203.0.113.10", null, 200).getStatus()).isEqualTo(200);
    }

    @Test
    void theAddressesOfOneSubnetCountAsOne() throws IOException, ServletException {
        for (int i = 0; i < 3; i++) {
            ask("2001:db8:1:2::" + i, null, 200);
        }

        assertThat(ask("2001:db8:1:2:ffff::1", null, 200).getStatus()).isEqualTo(429);
        assertThat(ask("2001:db8:1:3::1", null, 200).getStatus()).isEqualTo(200);
    }

    @Test
    void aRegisteredClientIsCountedByItsIdWhereverItAsksFrom() throws IOException, ServletException {
        for (int i = 0; i < 4; i++) {
            assertThat(askAs("gp", "203.0.113." + i).getStatus()).isEqualTo(200);
        }

        assertThat(askAs("gp", "203.0.113.99").getStatus()).isEqualTo(429);
        assertThat(askAs("other", "203.0.113.99").getStatus()).isEqualTo(200);
    }

    @Test
    void aTokenThatNobodyLookedAtEarnsNothing() throws IOException, ServletException {
        var last = 0;
        for (int i = 0; i < 5; i++) {
            last = askWithUnreadToken().getStatus();
        }

        assertThat(last).isEqualTo(429);
    }

    @Test
    void tooManyWrongTokensShutTheAddressOutBeforeAnotherIsLookedAt() throws IOException, ServletException {
        assertThat(ask(SOMEBODY, BEARER, 401).getStatus()).isEqualTo(401);
        assertThat(ask(SOMEBODY, BEARER, 401).getStatus()).isEqualTo(401);

        var refused = ask(SOMEBODY, BEARER, 200);

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isNotNull();
        pass(Duration.ofMinutes(1));
        assertThat(ask(SOMEBODY, BEARER, 200).getStatus()).isEqualTo(200);
    }

    @Test
    void thisMachineIsNotLimitedUnlessItIsAskedFor() throws IOException, ServletException {
        for (int i = 0; i < 10; i++) {
            assertThat(ask("127.0.0.1", null, 200).getStatus()).isEqualTo(200);
            assertThat(ask("0:0:0:0:0:0:0:1", null, 200).getStatus()).isEqualTo(200);
        }
        var strict = new AddressRate(new Rates(new RateSettings(2, 4, 1, 1, 2, true), new Hand()), answer);

        strict.doFilter(request("127.0.0.1", null), new MockHttpServletResponse(), new MockFilterChain());
        var refused = new MockHttpServletResponse();
        strict.doFilter(request("127.0.0.1", null), refused, new MockFilterChain());

        assertThat(refused.getStatus()).isEqualTo(429);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private MockHttpServletResponse ask(String from, @Nullable String token, int status)
            throws IOException, ServletException {
        var response = new MockHttpServletResponse();
        address.doFilter(request(from, token), response, (request, then) -> response.setStatus(status));
        return response;
    }

    private MockHttpServletResponse askAs(String id, String from) throws IOException, ServletException {
        var response = new MockHttpServletResponse();
        var request = request(from, BEARER);
        Identities.note(
                request,
                new Identity(id, Role.REFERRER, new Party("Organization/1"), Optional.empty(), Purpose.TREATMENT));
        client.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private MockHttpServletResponse askWithUnreadToken() throws IOException, ServletException {
        var response = new MockHttpServletResponse();
        var request = request(SOMEBODY, BEARER);
        client.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static MockHttpServletRequest request(String from, @Nullable String token) {
        var request = new MockHttpServletRequest("GET", "/fhir/metadata");
        request.setRemoteAddr(from);
        if (token != null) {
            request.addHeader("Authorization", token);
        }
        return request;
    }
}
