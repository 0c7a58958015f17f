package io.github.sprigfhir.benchmark;

/** One step of a random walk: a request, and what may come of it. */
record Step(Kind kind, Call call, Expected expected) {

    /** What is tried. */
    enum Kind {
        REFER,
        PUT,
        JSON_PATCH,
        FHIRPATH_PATCH,
        CONDITIONAL_UPDATE,
        TRANSACTION_PUT,
        TRANSACTION_PATCH,
        TWO_IN_A_TRANSACTION,
        CLAIM,
        NOTE,
        SETTLED_ELEMENT,
        DELETE,
        RETURN,
        ESCALATE,
        CONTACT,
        HANDOVER,
        OPEN_POOL,
        REQUEST_STATUS
    }

    /** What the answer must be, unless another was quicker. */
    enum Expected {
        ACCEPTED,
        REFUSED,
        /** It depends on what others did meanwhile. */
        EITHER;

        static Expected of(boolean allowed) {
            return allowed ? ACCEPTED : REFUSED;
        }
    }
}
