package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who has to do with a person.
 *
 * @param recorders whoever first recorded them: referrers or link workers, never providers
 * @param episodes all of them, offers included
 * @param escalatedTo the GP practices to which the person was sent back at once
 */
public record Person(Set<Label> recorders, List<Episode> episodes, Set<Party> escalatedTo) {

    public Person {
        recorders = Set.copyOf(recorders);
        episodes = List.copyOf(episodes);
        escalatedTo = Set.copyOf(escalatedTo);
        if (recorders.stream().anyMatch(label -> label.role() == Role.PROVIDER)) {
            throw new IllegalArgumentException("a provider records nobody");
        }
    }

    Stream<Label> ofReferrersAndLinkWorkers() {
        return Stream.of(
                        recorders.stream(),
                        episodes.stream().flatMap(episode -> episode.core().stream()),
                        escalatedTo.stream().map(practice -> new Label(Role.REFERRER, practice)))
                .flatMap(labels -> labels);
    }

    Stream<Label> ofLinkWorkers() {
        return episodes.stream().flatMap(Episode::ofLinkWorkers);
    }

    Stream<Label> ofOpenHandovers() {
        return episodes.stream().flatMap(Episode::ofOpenHandovers);
    }
}
