package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who takes part in an episode, or in the offer of one.
 *
 * @param askers whoever asked for it or recorded it: referrers or link workers, never providers
 * @param linkWorkers the organisations that provide the link-worker service
 * @param handovers to everybody else, as they stand
 */
public record Episode(Set<Label> askers, Set<Party> linkWorkers, List<Handed> handovers) {

    public Episode {
        askers = Set.copyOf(askers);
        linkWorkers = Set.copyOf(linkWorkers);
        handovers = List.copyOf(handovers);
        if (askers.stream().anyMatch(label -> label.role() == Role.PROVIDER)) {
            throw new IllegalArgumentException("a provider asks for no episode");
        }
    }

    /** Those who see all of it. */
    Set<Label> core() {
        return union(askers.stream(), ofLinkWorkers());
    }

    Stream<Label> ofLinkWorkers() {
        return linkWorkers.stream().map(organisation -> new Label(Role.LINK_WORKER, organisation));
    }

    /** Those to whom the person is handed over now. */
    Stream<Label> ofOpenHandovers() {
        return handovers.stream().filter(Handed::showsPerson).map(Episode::ofProvider);
    }

    /**
     * The roles in which an organisation takes part, or did; for somebody who is named as an author or as who is told.
     * Whoever takes no part gets no label, so that nobody sees a record of a person whom they do not see.
     */
    public Set<Label> partsOf(Party organisation) {
        return Stream.of(core().stream(), handovers.stream().map(Episode::ofProvider))
                .flatMap(labels -> labels)
                .filter(label -> label.organisation().equals(organisation))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Label ofProvider(Handed handed) {
        return new Label(Role.PROVIDER, handed.organisation());
    }

    static Set<Label> union(Stream<Label> some, Stream<Label> others) {
        var all = new HashSet<Label>();
        Stream.concat(some, others).forEach(all::add);
        return Set.copyOf(all);
    }
}
