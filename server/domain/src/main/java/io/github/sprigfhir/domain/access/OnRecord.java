package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A resource about a person with what decides who sees it; each kind is a line of the table in the guide's page on the
 * circle of care. Everything is worked out from the facts anew, so a label that is no longer due has nowhere to stay.
 */
public sealed interface OnRecord {

    /** The labels that are due to it; what carries none is seen by nobody. */
    Set<Label> labels();

    /** The person. */
    record OfPerson(Person person) implements OnRecord {
        @Override
        public Set<Label> labels() {
            return Episode.union(person.ofReferrersAndLinkWorkers(), person.ofOpenHandovers());
        }
    }

    /** The offer or the referral by which an episode is known, a handover of it to the link workers, a code of it. */
    record OfEpisode(Episode episode) implements OnRecord {
        @Override
        public Set<Label> labels() {
            return episode.core();
        }
    }

    /** A request to a community service; its own handovers decide, not those of the episode's other requests. */
    record OnwardRequest(Episode episode, List<Handed> own) implements OnRecord {
        @Override
        public Set<Label> labels() {
            return Episode.union(
                    episode.ofLinkWorkers(),
                    own.stream().filter(Handed::showsPerson).map(Episode::ofProvider));
        }
    }

    /**
     * A handover to somebody who is not of the link-worker service.
     *
     * @param forLinkWorkers whether it is the referral's own, and so its askers' to see
     */
    record OfHandover(Episode episode, Handed handed, boolean forLinkWorkers) implements OnRecord {
        @Override
        public Set<Label> labels() {
            return Episode.union(
                    ofCircle(episode, forLinkWorkers),
                    Stream.of(handed).filter(Handed::showsItself).map(Episode::ofProvider));
        }
    }

    /**
     * A handover that nobody has claimed.
     *
     * @param offeredTo the organisations of the services that were asked by name; nobody else is told of it, and they
     *     no more once it is taken back
     */
    record InThePool(Episode episode, Set<Party> offeredTo, Handed.Stage stage, boolean forLinkWorkers)
            implements OnRecord {
        @Override
        public Set<Label> labels() {
            return Episode.union(
                    ofCircle(episode, forLinkWorkers),
                    offeredTo.stream()
                            .filter(organisation -> stage != Handed.Stage.TAKEN_BACK)
                            .filter(organisation -> !episode.linkWorkers().contains(organisation))
                            .map(organisation -> new Label(Role.PROVIDER, organisation)));
        }
    }

    /** The person's consent: seen by who sent it and by all their link workers, who must act on it. */
    record OfConsent(Person person, Set<Label> authors) implements OnRecord {
        @Override
        public Set<Label> labels() {
            return Episode.union(
                    authors.stream().filter(author -> author.role() != Role.PROVIDER), person.ofLinkWorkers());
        }
    }

    /**
     * What is known of the person whatever the episode: a risk, a requirement, a problem, a summary. A provider sees it
     * only where it is marked shareable (spec decision 28).
     */
    record Known(Person person, Set<Label> authors, boolean shareable) implements OnRecord {
        @Override
        public Set<Label> labels() {
            var all = new HashSet<>(authors);
            person.ofLinkWorkers().forEach(all::add);
            if (shareable) {
                person.ofOpenHandovers().forEach(all::add);
            }
            return Set.copyOf(all);
        }
    }

    /**
     * An outcome: what the episode was for, and so for whoever asked for it to hear of.
     *
     * @param episode none where it belongs to none
     * @param authors whoever recorded it
     */
    record OfOutcome(Optional<Episode> episode, Set<Label> authors) implements OnRecord {
        @Override
        public Set<Label> labels() {
            return Episode.union(authors.stream(), episode.stream().flatMap(known -> known.core().stream()));
        }
    }

    /**
     * A contact, a goal, a message: whatever else is recorded in the course of an episode.
     *
     * @param episode none where it belongs to none
     * @param authors whoever recorded it
     * @param told organisations to which it is addressed
     */
    record InTheCourse(Optional<Episode> episode, Set<Label> authors, Set<Party> told) implements OnRecord {
        @Override
        public Set<Label> labels() {
            return Episode.union(
                    authors.stream(),
                    episode.stream()
                            .flatMap(known -> Stream.concat(
                                    known.ofLinkWorkers(),
                                    told.stream().flatMap(organisation -> known.partsOf(organisation).stream()))));
        }
    }

    /**
     * That the person was sent back to their GP at once: told to whoever asked, and to the practice whoever asked.
     *
     * @param practices the person's GP practice
     */
    record OfEscalation(Episode episode, Set<Party> told, Set<Party> practices) implements OnRecord {
        @Override
        public Set<Label> labels() {
            return Episode.union(
                    new InTheCourse(Optional.of(episode), Set.of(), told)
                            .labels().stream().filter(label -> label.role() != Role.PROVIDER),
                    practices.stream().map(practice -> new Label(Role.REFERRER, practice)));
        }
    }

    /** Who changed something: seen by those who see everything that was changed; by nobody where that is unknown. */
    record OfChange(List<Set<Label>> changed) implements OnRecord {
        @Override
        public Set<Label> labels() {
            return changed.stream()
                    .reduce((some, others) -> {
                        var both = new HashSet<>(some);
                        both.retainAll(others);
                        return Set.copyOf(both);
                    })
                    .orElse(Set.of());
        }
    }

    /** The wish to hear of changes. */
    record OfSubscription(Set<Label> subscriber) implements OnRecord {
        @Override
        public Set<Label> labels() {
            return Set.copyOf(subscriber);
        }
    }

    private static Stream<Label> ofCircle(Episode episode, boolean withAskers) {
        return withAskers ? episode.core().stream() : episode.ofLinkWorkers();
    }
}
