package io.github.sprigfhir.app.platform.outcome;

import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** What an HTTP status of the 4xx family means to the sender: issue code, rule key and remedy. */
enum ErrorKind {
    BAD_REQUEST(
            400,
            IssueType.INVALID,
            ServerRule.BAD_REQUEST,
            "Correct the request; the CapabilityStatement says what is understood."),
    NOT_FOUND(404, IssueType.NOTFOUND, ServerRule.NOT_FOUND, "Check the type and the id."),
    NOT_ALLOWED(
            405,
            IssueType.NOTSUPPORTED,
            ServerRule.NOT_SUPPORTED,
            "The CapabilityStatement lists what this server does."),
    CONFLICT(
            409,
            IssueType.CONFLICT,
            ServerRule.CONFLICT,
            "Read the current version, make your change to it, and send it again."),
    GONE(410, IssueType.DELETED, ServerRule.DELETED, "It was deleted; its history can still be read."),
    PRECONDITION(
            412,
            IssueType.CONFLICT,
            ServerRule.PRECONDITION_FAILED,
            "Read the current version and its ETag, then send If-Match with it; a conditional request must match one resource at most."),
    TOO_LARGE(413, IssueType.TOOLONG, ServerRule.BODY_TOO_LARGE, "Send less at once."),
    MEDIA_TYPE(
            415,
            IssueType.NOTSUPPORTED,
            ServerRule.MEDIA_TYPE,
            "Send application/fhir+json or application/fhir+xml in UTF-8."),
    UNPROCESSABLE(422, IssueType.PROCESSING, ServerRule.UNPROCESSABLE, "Correct the content and send it again."),
    OTHER(0, IssueType.PROCESSING, ServerRule.REFUSED, "The CapabilityStatement says what is understood.");

    private final int status;
    private final IssueType type;
    private final ServerRule rule;
    private final String remedy;

    ErrorKind(int status, IssueType type, ServerRule rule, String remedy) {
        this.status = status;
        this.type = type;
        this.rule = rule;
        this.remedy = remedy;
    }

    static ErrorKind ofStatus(int status) {
        for (var kind : values()) {
            if (kind.status == status) {
                return kind;
            }
        }
        return OTHER;
    }

    IssueType type() {
        return type;
    }

    ServerRule rule() {
        return rule;
    }

    String remedy() {
        return remedy;
    }
}
