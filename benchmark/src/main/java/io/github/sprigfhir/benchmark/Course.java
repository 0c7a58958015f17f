package io.github.sprigfhir.benchmark;

/** How far an episode comes, how many of a thousand come so far, and how many calls it takes to write one. */
enum Course {
    OFFERED("offered, no answer yet", 20, 1),
    DECLINED("offered, and declined by the person", 40, 2),
    WAITING("referred, not acknowledged yet", 180, 1),
    ACKNOWLEDGED("acknowledged, not accepted yet", 90, 2),
    WITHDRAWN("withdrawn by the referrer", 40, 2),
    REFUSED("refused by the link-worker service", 90, 3),
    ACCEPTED("accepted, waiting for the first meeting", 80, 3),
    WORKING("met, the link worker is working with the person", 150, 4),
    STAYING_AWAY("stayed away twice running, flagged", 50, 4),
    LOST("stayed away, and ended by the link worker", 40, 5),
    ESCALATED("met, then escalated to the GP", 15, 5),
    SUPPORTED("completed by the link worker alone", 75, 5),
    HANDED_OVER("handed over, the community service has not answered", 50, 4),
    TURNED_AWAY("handed over, refused by the community service", 25, 6),
    COMPLETED("handed over, completed by both", 55, 9);

    private final String words;
    private final int perThousand;
    private final int calls;

    Course(String words, int perThousand, int calls) {
        this.words = words;
        this.perThousand = perThousand;
        this.calls = calls;
    }

    String words() {
        return words;
    }

    int perThousand() {
        return perThousand;
    }

    int calls() {
        return calls;
    }
}
