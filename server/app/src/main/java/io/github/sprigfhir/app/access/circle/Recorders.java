package io.github.sprigfhir.app.access.circle;

import io.github.sprigfhir.app.platform.caller.Identities;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.domain.access.Label;
import io.github.sprigfhir.domain.access.SightRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who first recorded something: of what this transaction creates by its sender's token, of the rest by its mark. */
final class Recorders {

    private final Map<Address, Set<Label>> known = new HashMap<>();

    /** Of what a transaction has created, as far as a token proves it. */
    static Recorders of(List<Change> changes) {
        var recorders = new Recorders();
        changes.stream().filter(Change::isCreation).forEach(change -> {
            var address = Address.of(change.resource());
            recorders.known.put(address, sender(change).map(Set::of).orElseGet(Set::of));
        });
        return recorders;
    }

    /** Learns of what was there before. */
    void learn(Map<Address, Set<String>> codes) {
        codes.forEach((address, of) -> known.putIfAbsent(
                address,
                of.stream().flatMap(code -> Marks.recorder(code).stream()).collect(Collectors.toUnmodifiableSet())));
    }

    Set<Label> of(Address address) {
        return known.getOrDefault(address, Set.of());
    }

    private static Optional<Label> sender(Change change) {
        return Identities.of(change.request()).flatMap(SightRules::labelOf);
    }
}
