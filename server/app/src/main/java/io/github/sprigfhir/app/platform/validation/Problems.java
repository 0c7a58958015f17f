package io.github.sprigfhir.app.platform.validation;

import io.github.sprigfhir.app.platform.outcome.ServerRule;
import io.github.sprigfhir.app.platform.validation.Problem.Severity;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.jspecify.annotations.Nullable;

/** Turns the HL7 validator's messages into problems. */
final class Problems {

    private Problems() {}

    static Problem of(ValidationMessage message, FreeValues secret) {
        var location = message.getLocation();
        return new Problem(
                severity(message),
                location == null ? "" : location,
                rule(message.getMessageId()),
                secret.leaveOutOf(text(message)));
    }

    private static Severity severity(ValidationMessage message) {
        return switch (message.getLevel()) {
            case FATAL, ERROR, NULL -> Severity.ERROR;
            case WARNING -> Severity.WARNING;
            case INFORMATION -> Severity.INFORMATION;
        };
    }

    /** The id of an invariant's message is the URL of its source, a hash and its key; a terminology message has none. */
    static String rule(@Nullable String messageId) {
        if (messageId == null || messageId.contains(" ")) {
            return ServerRule.TERMINOLOGY.key();
        }
        return messageId.substring(messageId.lastIndexOf('#') + 1);
    }

    /** An invariant's own sentence stands between quotes, before the place where it is defined. */
    private static String text(ValidationMessage message) {
        var text = message.getMessage();
        int open = text.indexOf(": '");
        int source = text.lastIndexOf("' (defined in ");
        int close = source > 0 ? source : text.lastIndexOf('\'');
        return text.startsWith("Constraint failed: ") && open > 0 && close > open + 3
                ? text.substring(open + ": '".length(), close)
                : text;
    }
}
