package io.github.sprigfhir.benchmark.circle;

import io.github.sprigfhir.domain.kernel.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An episode, or the offer of one: who asked, who works it, and everything that was asked of others in it.
 *
 * @param root the offer or the referral
 * @param onward requests to community services
 * @param tasks of the root and of the onward requests
 */
record Course(Kept root, List<Kept> onward, List<Kept> tasks, Directory directory) {

    private static final String REASONS = "https://sprig-fhir.github.io/ig/CodeSystem/handover-reason";
    private static final Set<String> OPEN = Set.of("requested", "received", "accepted", "in-progress", "on-hold");

    private boolean isOffer() {
        return root.at("/intent").equals("proposal");
    }

    /** Whoever asked for it. */
    Set<Badge> askers() {
        return Stream.concat(directory.of(root.at("/requester/reference")).stream(), root.recorder().stream())
                .filter(badge -> badge.role() == Role.REFERRER || badge.role() == Role.LINK_WORKER)
                .collect(Collectors.toSet());
    }

    /** The organisations that provide the link-worker service. */
    Set<String> linkWorkers() {
        return isOffer()
                ? Set.of()
                : root.references("performer").stream()
                        .map(directory::organisation)
                        .filter(organisation -> !organisation.isEmpty())
                        .collect(Collectors.toSet());
    }

    Set<Badge> working() {
        return badges(Role.LINK_WORKER, linkWorkers());
    }

    Set<Badge> core() {
        return union(askers(), working());
    }

    boolean isOwn(Kept task) {
        return task.at("/focus/reference").equals(root.address());
    }

    /** Whose a handover is that is not the link workers' own; empty of theirs, and where nobody has claimed it. */
    String handedTo(Kept task) {
        var owner = directory.organisation(task.at("/owner/reference"));
        return linkWorkers().contains(owner) ? "" : owner;
    }

    static boolean isOpen(Kept task) {
        return OPEN.contains(task.at("/status"));
    }

    static boolean isEscalated(Kept task) {
        return task.has("statusReason", REASONS, "escalated-to-gp");
    }

    /** Declined, or ended because the person withdrew consent or is the GP's now. */
    static boolean isTakenBack(Kept task) {
        return task.at("/status").equals("rejected")
                || isEscalated(task)
                || task.has("statusReason", REASONS, "consent-withdrawn");
    }

    /** Providers that work with the person now. */
    Set<Badge> providing() {
        return providing(tasks);
    }

    /** Providers that work now on what one request asked. */
    Set<Badge> providing(Kept request) {
        return providing(tasks.stream()
                .filter(task -> task.at("/focus/reference").equals(request.address()))
                .toList());
    }

    private Set<Badge> providing(List<Kept> some) {
        return badges(
                Role.PROVIDER,
                some.stream()
                        .filter(Course::isOpen)
                        .map(this::handedTo)
                        .filter(owner -> !owner.isEmpty())
                        .collect(Collectors.toSet()));
    }

    /** The organisations of the services that a request names. */
    Set<Badge> offeredTo(Kept task) {
        var organisations = Stream.concat(Stream.of(root), onward.stream())
                .filter(request -> request.address().equals(task.at("/focus/reference")))
                .flatMap(request -> request.references("performer").stream())
                .map(directory::organisation)
                .filter(organisation ->
                        !organisation.isEmpty() && !linkWorkers().contains(organisation))
                .collect(Collectors.toSet());
        return badges(Role.PROVIDER, organisations);
    }

    /** In which roles an organisation took part, or had done, when something was recorded. */
    Set<Badge> parts(String organisation, Kept recorded) {
        var all = new HashSet<>(core());
        tasks.stream()
                .filter(task -> task.since(true) <= recorded.since(false))
                .forEach(task -> all.add(new Badge(Role.PROVIDER, handedTo(task))));
        return all.stream()
                .filter(badge -> badge.organisation().equals(organisation))
                .collect(Collectors.toSet());
    }

    static Set<Badge> badges(Role role, Set<String> organisations) {
        return organisations.stream()
                .map(organisation -> new Badge(role, organisation))
                .collect(Collectors.toSet());
    }

    static Set<Badge> union(Set<Badge> some, Set<Badge> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
