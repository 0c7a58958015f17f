package io.github.sprigfhir.domain.handover;

import io.github.sprigfhir.domain.kernel.Party;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One version of a handover, as far as the table is concerned.
 *
 * @param owner who took it on; none while it waits in the open pool
 * @param hasReason whether it says why it stands where it does
 * @param hasOutput whether it says what came of it
 * @param fixed the values of each fixed element, in any form that is equal when they are; an element without a value
 *     may be left out
 * @param content all that it says, in any form that is equal when nothing was changed
 */
public record Handover(
        HandoverState state,
        Optional<Party> owner,
        Party requester,
        boolean hasReason,
        boolean hasOutput,
        Map<FixedElement, Set<String>> fixed,
        String content) {

    public Handover {
        fixed = Map.copyOf(fixed);
    }

    /** The fixed elements that a later version did not leave as they are here. */
    List<FixedElement> notKeptBy(Handover later) {
        return Arrays.stream(FixedElement.values())
                .filter(element -> !keeps(element, valuesOf(element), later.valuesOf(element)))
                .toList();
    }

    private Set<String> valuesOf(FixedElement element) {
        return fixed.getOrDefault(element, Set.of());
    }

    private static boolean keeps(FixedElement element, Set<String> before, Set<String> after) {
        return element == FixedElement.IDENTIFIER ? after.containsAll(before) : after.equals(before);
    }
}
