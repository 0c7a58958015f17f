package io.github.sprigfhir.domain.referral;

import java.util.List;

/** Whether the person came to a contact. */
public enum Attendance {
    ATTENDED,
    DID_NOT_ATTEND;

    private static final int RUNNING = 2;

    /**
     * Whether somebody should look after the person: non-attendance can mean rising vulnerability.
     *
     * @param contacts the contacts of the episode that took place or should have, the oldest first
     */
    public static boolean isWorrying(List<Attendance> contacts) {
        int size = contacts.size();
        return size >= RUNNING
                && contacts.subList(size - RUNNING, size).stream().allMatch(DID_NOT_ATTEND::equals);
    }
}
