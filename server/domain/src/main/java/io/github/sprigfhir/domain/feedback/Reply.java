package io.github.sprigfhir.domain.feedback;

/** What a subscriber's answer to a notification means. */
public enum Reply {
    /** It has the notification. */
    TAKEN,
    /** It works, but will not have this one; others about other things may still reach it. */
    NOT_THIS_ONE,
    /** It does not work just now, for whatever is sent. */
    NOT_NOW;

    /** The meaning of an HTTP status; a redirection is not followed, so it is no success. */
    public static Reply of(int status) {
        if (status >= 200 && status < 300) {
            return TAKEN;
        }
        return switch (status) {
            case 400, 409, 413, 422 -> NOT_THIS_ONE;
            default -> NOT_NOW;
        };
    }
}
