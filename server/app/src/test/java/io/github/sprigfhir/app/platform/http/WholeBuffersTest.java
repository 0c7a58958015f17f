package io.github.sprigfhir.app.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WholeBuffersTest {

    @Test
    void aFlushAfterEachNumberSendsNothingByItself() throws Exception {
        var answer = new MockHttpServletResponse();

        new WholeBuffers().doFilter(new MockHttpServletRequest(), answer, (request, response) -> {
            response.getWriter().write("{\"value\":");
            response.getWriter().flush();
            assertThat(answer.isCommitted()).isFalse();
            response.getWriter().write("5}");
        });

        answer.flushBuffer();
        assertThat(answer.getContentAsString()).isEqualTo("{\"value\":5}");
    }
}
