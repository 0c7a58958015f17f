package io.github.sprigfhir.journey;

/** Says that an answer was not the one the story needs: what was expected, and what came instead. */
final class Unexpected extends Exception {

    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String came;

    Unexpected(String expected, String came) {
        super("expected " + expected + ", but " + came);
        this.expected = expected;
        this.came = came;
    }

    static void unless(boolean asExpected, String expected, String came) throws Unexpected {
        if (!asExpected) {
            throw new Unexpected(expected, came);
        }
    }

    String expected() {
        return expected;
    }

    String came() {
        return came;
    }
}
