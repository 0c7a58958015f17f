package io.github.sprigfhir.domain.referral;

import java.util.EnumSet;
import java.util.Set;

/** Something that happens on a person's way through social prescribing and that a GP's record may have to show. */
public sealed interface Happening {

    /** Social prescribing was offered, and nobody has been asked yet. */
    record Offered() implements Happening {}

    /** The offer was taken back before it became a referral: the person did not want it. */
    record OfferDeclined() implements Happening {}

    /** The person was referred to a link-worker service. */
    record Referred() implements Happening {}

    /** The person was told about a service. */
    record Signposted() implements Happening {}

    /** A contact was recorded. */
    record Contact(boolean attended) implements Happening {}

    /**
     * The episode's referral ended.
     *
     * @param byChoice whether it ended because the person no longer wanted it
     */
    record Ended(boolean byChoice) implements Happening {}

    /** The codes to be recorded for this, unless the episode has them already. */
    default Set<LifecycleCode> codes() {
        if (this instanceof Contact contact) {
            return contact.attended() ? EnumSet.of(LifecycleCode.SEEN) : EnumSet.noneOf(LifecycleCode.class);
        }
        if (this instanceof Ended ended) {
            return ended.byChoice()
                    ? EnumSet.of(LifecycleCode.DECLINED, LifecycleCode.CLOSED)
                    : EnumSet.of(LifecycleCode.CLOSED);
        }
        if (this instanceof Offered) {
            return EnumSet.of(LifecycleCode.OFFERED);
        }
        if (this instanceof OfferDeclined) {
            return EnumSet.of(LifecycleCode.DECLINED);
        }
        return EnumSet.of(this instanceof Referred ? LifecycleCode.REFERRED : LifecycleCode.SIGNPOSTED);
    }
}
