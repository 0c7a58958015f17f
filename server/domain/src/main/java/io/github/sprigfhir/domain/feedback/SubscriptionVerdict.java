package io.github.sprigfhir.domain.feedback;

import java.util.List;

/** What becomes of a Subscription that was asked for. */
public sealed interface SubscriptionVerdict {

    /** To be stored. */
    record Agreed(Standing standing, Interest interest, Content content, String address)
            implements SubscriptionVerdict {}

    /** Not to be stored, for all these reasons. */
    record Refused(List<SubscriptionRefusal> refusals) implements SubscriptionVerdict {}
}
