package io.github.sprigfhir.app.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets answers leave by whole buffers: HAPI's JSON writer flushes after each number, and each time what little there is
 * would be sent by itself.
 */
@Component
@Order(ClientRate.ORDER + 1)
class WholeBuffers extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Buffered(response));
    }

    private static final class Buffered extends HttpServletResponseWrapper {

        private @Nullable PrintWriter writer;

        Buffered(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            if (writer == null) {
                writer = new PrintWriter(new Unflushed(super.getWriter()));
            }
            return writer;
        }
    }

    /** The container sends what is left at the end. */
    private static final class Unflushed extends FilterWriter {

        Unflushed(Writer writer) {
            super(writer);
        }

        @Override
        public void flush() {
            // Its buffer sends itself when it is full.
        }
    }
}
