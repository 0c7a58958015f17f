package io.github.sprigfhir.journey;

/** One thing that one party does: a sentence for the reader, and the call that does it. */
record Step(Who who, String what, Act act) {

    /** Makes the call and checks the answer. */
    @FunctionalInterface
    interface Act {
        Answer play() throws Unexpected, InterruptedException;
    }

    /** What came back, and the one line of it that matters. */
    record Answer(Reply reply, String line) {}
}
