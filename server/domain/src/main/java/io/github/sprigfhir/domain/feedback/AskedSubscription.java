package io.github.sprigfhir.domain.feedback;

import java.util.List;

/**
 * A Subscription as it was written; what is missing is empty.
 *
 * @param filters the values of the backport guide's filter extensions
 * @param channel the code of the channel's type
 * @param mediaType the channel's payload, a media type
 * @param content the code of the backport guide's payload extension
 * @param headers how many headers it wants sent
 */
public record AskedSubscription(
        String status,
        String topic,
        List<String> filters,
        String channel,
        String address,
        String mediaType,
        String content,
        int headers) {

    public AskedSubscription {
        filters = List.copyOf(filters);
    }

    boolean tellsTheSameAs(AskedSubscription other) {
        return topic.equals(other.topic) && filters.equals(other.filters);
    }
}
