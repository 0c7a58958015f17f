package io.github.sprigfhir.app.platform.outcome;

import io.github.sprigfhir.domain.kernel.Rule;

/** The rules of the server itself: what a request must be, and what is noticed while it is carried out. */
public enum ServerRule implements Rule {
    BAD_REQUEST("bad-request"),
    BODY_ENCODING("body-encoding"),
    BODY_GZIP("body-gzip"),
    BODY_JSON("body-json"),
    BODY_TOO_LARGE("body-too-large"),
    LIMIT("limit"),
    RATE("rate"),
    TIME_LIMIT("time-limit"),
    ADDRESS_FORM("address-form"),
    NARRATIVE("narrative"),
    NUMBER_RANGE("number-range"),
    QUERY_ENCODING("query-encoding"),
    MEDIA_TYPE("media-type"),
    FORMAT("format"),
    NOT_SUPPORTED("not-supported"),
    NOT_FOUND("not-found"),
    DELETED("deleted"),
    CONFLICT("conflict"),
    PRECONDITION_FAILED("precondition-failed"),
    SERVER_ASSIGNS_IDS("server-assigns-ids"),
    TYPE_NOT_STORED("type-not-stored"),
    UNPROCESSABLE("unprocessable"),
    REFUSED("refused"),
    INTERNAL_ERROR("internal-error"),
    WEB_SERVER("web-server"),
    SEARCH_PARAMETER("search-parameter"),
    UNKNOWN_SEARCH_PARAMETER("unknown-search-parameter"),
    BUNDLE_TYPE("bundle-type"),
    BUNDLE_ENTRY("bundle-entry"),
    PROVENANCE_HEADER("provenance-header"),
    PROVENANCE_OUTSIDER("provenance-outsider"),
    PATCH_BODY("patch-body"),
    PATCH_PATH("patch-path"),
    UNKNOWN_ELEMENT("unknown-element"),
    INVALID_VALUE("invalid-value"),
    TERMINOLOGY("terminology"),
    REFERENCE_FORM("reference-form"),
    REFERENCE_ELSEWHERE("reference-elsewhere"),
    REFERENCE_TO_NOTHING("reference-to-nothing"),
    REFERENCE_TO_SEVERAL("reference-to-several"),
    DUPLICATE_IDENTIFIER("duplicate-identifier"),
    OPERATION_PARAMETER("operation-parameter"),
    SERVER_WRITES_THIS("server-writes-this"),
    STORED_IN_REGISTERED_FORM("stored-in-registered-form");

    private final String key;

    ServerRule(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
