package io.github.sprigfhir.domain.directory;

/**
 * One reason for or against a service.
 *
 * @param criterion what it is about
 * @param effect what it does
 * @param share which share of the criterion's points it earns, 0 to 1
 * @param text one plain sentence about the service; nothing of the person
 */
public record Finding(Criterion criterion, Effect effect, double share, String text) {

    private static final double HALF = 0.5;

    public Finding {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is 0 to 1");
        }
    }

    static Finding in(Criterion criterion, String text) {
        return new Finding(criterion, Effect.FOR, 1, text);
    }

    /** What nobody has said may be so or not. */
    static Finding unknown(Criterion criterion, String text) {
        return new Finding(criterion, Effect.UNKNOWN, HALF, text);
    }

    static Finding bar(Criterion criterion, String text) {
        return new Finding(criterion, Effect.BAR, 0, text);
    }
}
