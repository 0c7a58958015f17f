package io.github.sprigfhir.app.audit;

import io.github.sprigfhir.app.platform.correlation.Correlation;
import io.github.sprigfhir.domain.audit.AuditOutcome;
import io.github.sprigfhir.domain.audit.Interaction;
import io.github.sprigfhir.domain.audit.Touched;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event to be written down.
 *
 * @param status the HTTP status of a refusal or failure
 * @param times how many requests it stands for
 * @param rules the keys of the rules that were broken
 * @param type the resource type of the address
 * @param query what was searched for or which operation was called, without what could name a person
 * @param patients the people concerned, such as {@code Patient/42}
 */
record Entry(
        Interaction interaction,
        AuditOutcome outcome,
        @Nullable Integer status,
        int times,
        List<String> rules,
        Who who,
        Optional<Correlation> ids,
        @Nullable String type,
        @Nullable String query,
        List<Touched> entities,
        Set<String> patients) {

    /** Something that no request asked for. */
    static Entry ofServer(Interaction interaction, List<Touched> entities, Set<String> patients) {
        return new Entry(
                interaction,
                AuditOutcome.SUCCESS,
                null,
                1,
                List.of(),
                Who.SERVER,
                Optional.empty(),
                null,
                null,
                entities,
                patients);
    }

    /** Everything by which it can be found: each resource without its version, each person, and who did it. */
    Collection<String> refs() {
        var refs = new TreeSet<>(patients);
        entities.forEach(entity -> refs.add(entity.resource()));
        Stream.of(who.organisation(), who.agent(), client(who.client()))
                .filter(Objects::nonNull)
                .forEach(refs::add);
        return refs;
    }

    /** How a client stands among the references, told from every resource. */
    static @Nullable String client(@Nullable String id) {
        return id == null ? null : "client:" + id;
    }

    /** The same, done by somebody else. */
    Entry by(Who other) {
        return new Entry(interaction, outcome, status, times, rules, other, ids, type, query, entities, patients);
    }

    Entry times(int count) {
        return new Entry(
                interaction, outcome, status, count, rules, who, Optional.empty(), type, null, List.of(), Set.of());
    }
}
