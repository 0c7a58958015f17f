package io.github.sprigfhir.app.directory.openreferral;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends a stream that is larger than it may be, after inflation as before. */
final class Limits extends FilterInputStream {

    private final long most;
    private final String whose;
    private long count;

    /** Says that it was too large. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        TooLarge(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    Limits(InputStream in, long most, String whose) {
        super(in);
        this.most = most;
        this.whose = whose;
    }

    @Override
    public int read() throws IOException {
        var read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        var read = super.read(bytes, from, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws IOException {
        count += read;
        if (count > most) {
            throw new TooLarge("%s has more than %d bytes.".formatted(whose, most));
        }
    }
}
