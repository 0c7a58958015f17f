package io.github.sprigfhir.app.directory.openreferral;

/** Says what is wrong with a parameter, and what to send instead. */
final class WrongRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String remedy;

    WrongRequest(String parameter, String sentence, String remedy) {
        super(sentence);
        this.parameter = parameter;
        this.remedy = remedy;
    }

    String body() {
        return Json.write(Published.object()
                .put("error", String.valueOf(getMessage()))
                .put("parameter", parameter)
                .put("remedy", remedy));
    }
}
