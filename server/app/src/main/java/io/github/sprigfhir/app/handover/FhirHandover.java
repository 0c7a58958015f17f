package io.github.sprigfhir.app.handover;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.reference.References;
import io.github.sprigfhir.domain.handover.FixedElement;
import io.github.sprigfhir.domain.handover.Handover;
import io.github.sprigfhir.domain.handover.HandoverState;
import io.github.sprigfhir.domain.kernel.Party;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a Task as a version of a handover. */
@Component
final class FhirHandover {

    private final FhirContext fhir;
    private final References references;

    FhirHandover(FhirContext fhir, References references) {
        this.fhir = fhir;
        this.references = references;
    }

    /** The state of a Task, if its status is one that handovers use. */
    static Optional<HandoverState> stateOf(Task task) {
        return HandoverState.of(statusOf(task));
    }

    /** The code of the status as FHIR has it; "without a status" where there is none. */
    static String statusOf(Task task) {
        return task.hasStatus() ? task.getStatus().toCode() : "without a status";
    }

    Handover of(Task task, HandoverState state, @Nullable RequestDetails request) {
        var settled = settled(task, request);
        return new Handover(
                state,
                Optional.of(settled.getOwner()).filter(Reference::hasReference).map(FhirHandover::party),
                party(settled.getRequester()),
                settled.hasStatusReason(),
                settled.hasOutput(),
                Arrays.stream(FixedElement.values())
                        .collect(Collectors.toMap(Function.identity(), element -> values(settled, element))),
                fhir.newJsonParser().encodeResourceToString(settled));
    }

    /** A copy without what every version has of its own, and with references that can be compared. */
    private Task settled(Task task, @Nullable RequestDetails request) {
        var copy = task.copy();
        copy.setId((String) null);
        copy.setMeta(null);
        fhir.newTerser()
                .getAllPopulatedChildElementsOfType(copy, Reference.class)
                .forEach(reference -> reference.setReference(references.settled(reference, request)));
        return copy;
    }

    private static Set<String> values(Task task, FixedElement element) {
        return switch (element) {
            case FOCUS -> of(task.getFocus());
            case FOR -> of(task.getFor());
            case REQUESTER -> of(task.getRequester());
            case CODE -> each(task.getCode().getCoding(), FhirHandover::token);
            case INTENT -> of(task.getIntentElement());
            case PART_OF -> each(task.getPartOf(), Reference::getReference);
            case AUTHORED_ON -> of(task.getAuthoredOnElement());
            case IDENTIFIER -> each(task.getIdentifier(), FhirHandover::token);
            case ACKNOWLEDGE_BY -> of(task.getRestriction().getPeriod().getEndElement());
        };
    }

    private static Party party(Reference reference) {
        return new Party(String.valueOf(reference.getReference()));
    }

    private static Set<String> of(Reference reference) {
        return reference.hasReference() ? Set.of(reference.getReference()) : Set.of();
    }

    private static Set<String> of(PrimitiveType<?> value) {
        return value.hasValue() ? Set.of(value.getValueAsString()) : Set.of();
    }

    private static <T> Set<String> each(Collection<T> values, Function<T, String> form) {
        return values.stream().map(form).map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static String token(Coding coding) {
        return coding.getSystem() + "|" + coding.getCode();
    }

    private static String token(Identifier identifier) {
        return identifier.getSystem() + "|" + identifier.getValue();
    }
}
