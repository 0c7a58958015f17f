package io.github.sprigfhir.benchmark.circle;

import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.access.Kind;
import io.github.sprigfhir.domain.access.Permissions;
import io.github.sprigfhir.domain.access.Reach;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who sees which record, as the table of the guide's page on the circle of care says it, line by line. */
public final class Circle {

    private static final String IG = "https://sprig-fhir.github.io/ig/";
    private static final String KIND = IG + "CodeSystem/communication-kind";
    private static final Set<String> SHAREABLE = Set.of("U", "L", "M", "N");

    private final Map<String, Kept> kept;
    private final Directory directory;
    private final Map<String, Course> courses = new HashMap<>();
    private final Map<String, List<Course>> ofPerson = new HashMap<>();
    private final Map<String, Set<Badge>> seenBy = new HashMap<>();

    /** @param kept all records and the whole directory, by address */
    public Circle(Map<String, Kept> kept) {
        this.kept = kept;
        this.directory = new Directory(kept);
        all("ServiceRequest").filter(request -> !request.now().has("basedOn")).forEach(this::course);
        kept.values().stream()
                .filter(record -> isRecord(record.type()) && !record.type().equals("Provenance"))
                .forEach(record -> seenBy.put(record.address(), badges(record)));
        all("Provenance").forEach(record -> seenBy.put(record.address(), ofChange(record)));
    }

    /** Whether the type is about people, so that not everybody sees it. */
    public static boolean isRecord(String type) {
        return Kind.ofType(type).filter(Kind::isRecord).isPresent();
    }

    /** Whether somebody may see a resource that there is, deleted or not. */
    public boolean sees(Badge caller, String address) {
        var type = address.substring(0, address.indexOf('/'));
        var kind = Kind.ofType(type).orElse(Kind.DEFINITION);
        return Permissions.of(caller.role(), Act.READ, kind) != Reach.NONE
                && (!kind.isRecord() || seenBy.getOrDefault(address, Set.of()).contains(caller));
    }

    private void course(Kept root) {
        var onward = all("ServiceRequest")
                .filter(request -> request.references("basedOn").contains(root.address()))
                .toList();
        var requests = Stream.concat(Stream.of(root), onward.stream())
                .map(Kept::address)
                .collect(Collectors.toSet());
        var tasks = all("Task")
                .filter(task -> requests.contains(task.at("/focus/reference")))
                .toList();
        var course = new Course(root, onward, tasks, directory);
        requests.forEach(request -> courses.put(request, course));
        ofPerson.computeIfAbsent(root.person(), person -> new java.util.ArrayList<>())
                .add(course);
    }

    private Set<Badge> badges(Kept record) {
        return switch (record.type()) {
            case "Patient" -> ofPerson(record);
            case "ServiceRequest" -> ofRequest(record);
            case "Task" ->
                course(record.at("/focus/reference"))
                        .map(course -> ofTask(record, course))
                        .orElse(Set.of());
            case "Consent" -> Course.union(referrersAndLinkWorkers(record.recorder()), linkWorkersOf(record.person()));
            case "Flag" -> ofRisk(record);
            case "Subscription" -> record.recorder().map(Set::of).orElse(Set.of());
            default -> inTheCourse(record);
        };
    }

    private Set<Badge> ofPerson(Kept person) {
        var all = new HashSet<>(referrersAndLinkWorkers(person.recorder()));
        var ofTheirs = ofPerson.getOrDefault(person.address(), List.of());
        ofTheirs.forEach(course -> {
            all.addAll(course.core());
            all.addAll(course.providing());
        });
        if (ofTheirs.stream().flatMap(course -> course.tasks().stream()).anyMatch(Course::isEscalated)) {
            all.addAll(practices(person));
        }
        return all;
    }

    private Set<Badge> practices(Kept person) {
        return Course.badges(
                Role.REFERRER,
                person.references("generalPractitioner").stream()
                        .map(directory::organisation)
                        .collect(Collectors.toSet()));
    }

    private Set<Badge> ofRequest(Kept request) {
        return course(request.address())
                .map(course -> course.root().equals(request)
                        ? course.core()
                        : Course.union(course.working(), course.providing(request)))
                .orElse(Set.of());
    }

    private static Set<Badge> ofTask(Kept task, Course course) {
        var all = course.isOwn(task) ? course.core() : course.working();
        if (Course.isTakenBack(task)) {
            return all;
        }
        if (!task.now().has("owner")) {
            return Course.union(all, course.offeredTo(task));
        }
        var owner = course.handedTo(task);
        return owner.isEmpty() ? all : Course.union(all, Set.of(new Badge(Role.PROVIDER, owner)));
    }

    private Set<Badge> ofRisk(Kept risk) {
        var all = new HashSet<>(linkWorkersOf(risk.person()));
        risk.recorder().ifPresent(all::add);
        if (!risk.security().isEmpty() && SHAREABLE.containsAll(risk.security())) {
            ofPerson.getOrDefault(risk.person(), List.of()).forEach(course -> all.addAll(course.providing()));
        }
        return all;
    }

    private Set<Badge> linkWorkersOf(String person) {
        return ofPerson.getOrDefault(person, List.of()).stream()
                .flatMap(course -> course.working().stream())
                .collect(Collectors.toSet());
    }

    private Set<Badge> inTheCourse(Kept record) {
        var isFeedback = record.has("category", KIND, "feedback");
        if (record.has("category", KIND, "stop")) {
            return stopped(record);
        }
        var request = record.references(record.type().equals("Goal") ? "addresses" : "basedOn").stream()
                .findFirst()
                .flatMap(this::course);
        var all = new HashSet<>(request.map(Course::working).orElse(Set.of()));
        if (record.type().equals("Observation")) {
            request.ifPresent(course -> all.addAll(course.askers()));
        }
        if (record.at("/identifier/0/system").equals(IG + "lifecycle")) {
            return all;
        }
        if (!isFeedback) {
            record.recorder().ifPresent(all::add);
        }
        request.ifPresent(course -> record.references("recipient")
                .forEach(named -> all.addAll(course.parts(directory.organisation(named), record))));
        if (isFeedback && record.has("reasonCode", IG + "CodeSystem/handover-reason", "escalated-to-gp")) {
            all.removeIf(badge -> badge.role() == Role.PROVIDER);
            Optional.ofNullable(kept.get(record.person())).ifPresent(person -> all.addAll(practices(person)));
        }
        return all;
    }

    /** It is addressed to whoever worked a handover, and says nothing of whom. */
    private Set<Badge> stopped(Kept notice) {
        var handover = kept.get("Task/" + notice.at("/identifier/0/value"));
        var course = handover == null ? Optional.<Course>empty() : course(handover.at("/focus/reference"));
        return course.map(known -> Course.union(
                        known.working(),
                        notice.references("recipient").stream()
                                .flatMap(named -> known.parts(directory.organisation(named), notice).stream())
                                .collect(Collectors.toSet())))
                .orElse(Set.of());
    }

    private Set<Badge> ofChange(Kept provenance) {
        return provenance.references("target").stream()
                .map(target -> target.replaceFirst("/_history/.*", ""))
                .filter(target -> isRecord(target.substring(0, target.indexOf('/'))))
                .map(target -> seenBy.getOrDefault(target, Set.of()))
                .reduce((some, others) -> {
                    var both = new HashSet<>(some);
                    both.retainAll(others);
                    return both;
                })
                .orElse(Set.of());
    }

    private static Set<Badge> referrersAndLinkWorkers(Optional<Badge> recorder) {
        return recorder.filter(badge -> badge.role() != Role.PROVIDER)
                .map(Set::of)
                .orElse(Set.of());
    }

    private Optional<Course> course(String request) {
        return Optional.ofNullable(courses.get(request));
    }

    private Stream<Kept> all(String type) {
        return kept.values().stream().filter(record -> record.type().equals(type));
    }
}
