package io.github.sprigfhir.app.audit;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.IntConsumer;

/** Tells somebody the status of an answer before the first of it can leave. */
class HeldResponse extends HttpServletResponseWrapper {

    private final IntConsumer leaving;
    private int told;

    /**
     * Holds an answer.
     *
     * @param leaving is given the status, once for each that the answer has until it leaves
     */
    HeldResponse(HttpServletResponse response, IntConsumer leaving) {
        super(response);
        this.leaving = leaving;
    }

    /** Nothing more is to come. */
    void leave() {
        leave(getStatus());
    }

    private void leave(int status) {
        if (told != status) {
            told = status;
            leaving.accept(status);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        leave(getStatus());
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        leave(getStatus());
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        leave(getStatus());
        super.flushBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        leave(status);
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        leave(status);
        super.sendError(status, message);
    }

    /** Who signs in with a wrong password is sent back to the form. */
    @Override
    public void sendRedirect(String location) throws IOException {
        leave(location.endsWith("/login?error") ? SC_UNAUTHORIZED : SC_FOUND);
        super.sendRedirect(location);
    }
}
