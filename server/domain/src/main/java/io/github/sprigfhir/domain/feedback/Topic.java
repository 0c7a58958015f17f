package io.github.sprigfhir.domain.feedback;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What can be subscribed to, in the sense of the Subscriptions R5 Backport guide. */
public enum Topic {
    /** A Task was created or changed. */
    HANDOVER("handover", "Task"),
    /** A ServiceRequest was created or changed. */
    REFERRAL("referral", "ServiceRequest");

    private static final String BASE = "https://sprig-fhir.github.io/ig/SubscriptionTopic/";

    private final String name;
    private final String resourceType;

    Topic(String name, String resourceType) {
        this.name = name;
        this.resourceType = resourceType;
    }

    /** The topic of this canonical URL, which must be exactly one of ours, without a version. */
    public static Optional<Topic> of(String canonical) {
        return Arrays.stream(values())
                .filter(topic -> topic.canonical().equals(canonical))
                .findFirst();
    }

    public static Optional<Topic> about(String resourceType) {
        return Arrays.stream(values())
                .filter(topic -> topic.resourceType.equals(resourceType))
                .findFirst();
    }

    public String canonical() {
        return BASE + name;
    }

    /** The FHIR type whose changes are told. */
    public String resourceType() {
        return resourceType;
    }

    /** The parts by which a subscriber can say what is theirs. */
    public Set<Part> parts() {
        return switch (this) {
            case HANDOVER -> Set.of(Part.OWNER, Part.REQUESTER);
            case REFERRAL -> Set.of(Part.REQUESTER, Part.PERFORMER);
        };
    }
}
