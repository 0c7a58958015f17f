package io.github.sprigfhir.app.directory.openreferral;

/** Says what is wrong with a parameter, and what to send instead. */
final class WrongRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;

    private final int status;
    private final String parameter;
    private final String remedy;

    WrongRequest(String parameter, String sentence, String remedy) {
        this(BAD_REQUEST, parameter, sentence, remedy);
    }

    /** @param status of the answer */
    WrongRequest(int status, String parameter, String sentence, String remedy) {
        super(sentence);
        this.status = status;
        this.parameter = parameter;
        this.remedy = remedy;
    }

    int status() {
        return status;
    }

    String body() {
        return Json.write(Published.object()
                .put("error", String.valueOf(getMessage()))
                .put("parameter", parameter)
                .put("remedy", remedy));
    }
}
