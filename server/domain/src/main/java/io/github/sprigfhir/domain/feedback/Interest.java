package io.github.sprigfhir.domain.feedback;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one subscriber calls theirs: the changes of one topic in which one party plays one part.
 *
 * @param party type and id of a resource of this server, such as {@code HealthcareService/7d1c}
 */
public record Interest(Topic topic, Part part, String party) {

    private static final Pattern FILTER =
            Pattern.compile("(?<type>[A-Za-z]+)\\?(?<part>[a-z]+)=(?<party>[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64})");

    /** Reads a filter such as {@code Task?owner=HealthcareService/7d1c}; anything else is no interest. */
    public static Optional<Interest> of(Topic topic, String filter) {
        Matcher match = FILTER.matcher(filter);
        if (!match.matches() || !match.group("type").equals(topic.resourceType())) {
            return Optional.empty();
        }
        return topic.parts().stream()
                .filter(part -> part.parameter().equals(match.group("part")))
                .map(part -> new Interest(topic, part, match.group("party")))
                .findFirst();
    }

    /** The filter that {@link #of} reads. */
    public String filter() {
        return topic.resourceType() + "?" + part.parameter() + "=" + party;
    }

    public boolean covers(Change change) {
        return change.topic() == topic
                && change.parties().getOrDefault(part, Set.of()).contains(party);
    }
}
