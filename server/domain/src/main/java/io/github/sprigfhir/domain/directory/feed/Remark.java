package io.github.sprigfhir.domain.directory.feed;

/**
 * Why a service of a feed, or a part of it, could not be taken as it was sent. What is not taken is kept with the source
 * document and given back, unless the constant says otherwise.
 */
public enum Remark {
    NOT_A_SERVICE("not-a-service", Weight.NOT_TAKEN),
    NO_ID("no-id", Weight.NOT_TAKEN),
    NO_NAME("no-name", Weight.NOT_TAKEN),
    NO_ORGANISATION("no-organisation", Weight.NOT_TAKEN),
    /** The first is taken; which of them is right nobody here can tell. */
    DUPLICATE_ID("duplicate-id", Weight.NOT_TAKEN),
    /** Our own rules refused what it was mapped to. */
    REFUSED("refused", Weight.NOT_TAKEN),
    /** Its full form could not be had. */
    NOT_READ("not-read", Weight.NOT_TAKEN),
    /** It is taken, but is not active: nobody is handed over to what may not exist. */
    UNKNOWN_STATUS("unknown-status", Weight.PART),
    NO_NEED_KNOWN("no-need-known", Weight.PART),
    AGES_IMPOSSIBLE("ages-impossible", Weight.PART),
    POSITION_IMPOSSIBLE("position-impossible", Weight.PART),
    SCHEDULE_UNREADABLE("schedule-unreadable", Weight.PART),
    SCHEDULE_PART_LEFT_OUT("schedule-part-left-out", Weight.PART),
    LANGUAGE_UNKNOWN("language-unknown", Weight.PART),
    CAPACITY_UNREADABLE("capacity-unreadable", Weight.PART),
    COST_UNREADABLE("cost-unreadable", Weight.PART),
    DATE_UNREADABLE("date-unreadable", Weight.PART),
    IDENTIFIER_REFUSED("identifier-refused", Weight.PART),
    WRONG_TYPE("wrong-type", Weight.PART),
    /** The markup is gone for good: it might do harm where it is shown. */
    MARKUP_REMOVED("markup-removed", Weight.PART),
    TOO_MANY("too-many", Weight.PART),
    TOO_LONG("too-long", Weight.PART),
    /** What ended the run before its end, or kept it from retiring services. */
    RUN_ENDED("run-ended", Weight.RUN);

    /** How much is lost. */
    private enum Weight {
        NOT_TAKEN,
        PART,
        RUN
    }

    private final String key;
    private final Weight weight;

    Remark(String key, Weight weight) {
        this.key = key;
        this.weight = weight;
    }

    /** In kebab case; never changed once published. */
    public String key() {
        return key;
    }

    /** Whether nothing of the service is taken. */
    public boolean leavesOutTheService() {
        return weight == Weight.NOT_TAKEN;
    }
}
