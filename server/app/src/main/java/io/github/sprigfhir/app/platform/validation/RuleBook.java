package io.github.sprigfhir.app.platform.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r5.extensions.ExtensionDefinitions;
import org.hl7.fhir.r5.model.Base;
import org.hl7.fhir.r5.model.ElementDefinition;
import org.hl7.fhir.r5.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r5.model.Enumerations.BindingStrength;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.model.StructureDefinition.ExtensionContextType;
import org.hl7.fhir.r5.model.StructureDefinition.StructureDefinitionKind;
import org.jspecify.annotations.Nullable;

/**
 * What one StructureDefinition says that depends on the values in a resource, and not on its shape alone.
 *
 * <p>Each {@link Place} stands for all elements at one path, whatever their slice: to say of a value that it matters
 * when it does not costs time, the reverse would let errors through.
 */
final class RuleBook {

    /** Extensions of an ElementDefinition that only help a reader; any other may constrain the value. */
    private static final Set<String> HARMLESS = Set.of(
            "http://hl7.org/fhir/StructureDefinition/structuredefinition-display-hint",
            "http://hl7.org/fhir/StructureDefinition/structuredefinition-explicit-type-name",
            "http://hl7.org/fhir/StructureDefinition/structuredefinition-hierarchy",
            "http://hl7.org/fhir/StructureDefinition/structuredefinition-standards-status",
            "http://hl7.org/fhir/StructureDefinition/structuredefinition-normative-version",
            "http://hl7.org/fhir/StructureDefinition/elementdefinition-isCommonBinding");

    /** All elements at one path of the definition. */
    static final class Place {
        private final Map<String, Place> children = new HashMap<>();
        private final List<Invariant> invariants = new ArrayList<>();
        private final Set<String> typeProfiles = new HashSet<>();
        private @Nullable Place sameAs;
        private boolean verbatim;
        private boolean unreadable;

        private void standFor(@Nullable Place other) {
            sameAs = other;
            unreadable |= other == null || other.unreadable;
            if (other != null) {
                invariants.addAll(other.invariants);
                verbatim |= other.verbatim;
            }
        }

        /** The place of a child, by its name in the definition ({@code value[x]}) or in JSON ({@code valueString}). */
        @Nullable
        Place child(String definedName, String jsonName) {
            var from = sameAs == null ? this : sameAs;
            var found = from.children.get(definedName);
            return found == null ? from.children.get(jsonName) : found;
        }

        List<Invariant> invariants() {
            return invariants;
        }

        /** Profiles of the element's data type that it must fulfil as well. */
        Set<String> typeProfiles() {
            return typeProfiles;
        }

        /** Whether the exact value may decide the verdict. */
        boolean isVerbatim() {
            return verbatim;
        }

        /** Whether something stands here that this class does not understand. */
        boolean isUnreadable() {
            return unreadable;
        }
    }

    private final Place root = new Place();
    private final Map<String, Place> places = new HashMap<>();
    private final Set<String> literals = new HashSet<>();
    private final Invariants invariants;

    RuleBook(StructureDefinition definition, Invariants invariants) {
        this.invariants = invariants;
        var elements = definition.getSnapshot().getElement();
        for (var element : elements) {
            add(element, elements);
        }
        for (var element : elements) {
            var reference = element.getContentReference();
            if (reference != null) {
                var target = places.get(reference.substring(reference.indexOf('#') + 1));
                place(element.getPath()).standFor(target);
            }
        }
        root.unreadable |= isBeyondUs(definition);
    }

    Place root() {
        return root;
    }

    /** The values that the definition names in fixed or pattern elements. */
    Set<String> literals() {
        return literals;
    }

    private static boolean isBeyondUs(StructureDefinition definition) {
        return definition.getKind() == StructureDefinitionKind.LOGICAL
                || definition.hasExtension(ExtensionDefinitions.EXT_SD_IMPOSE_PROFILE)
                || definition.hasContextInvariant()
                || definition.getContext().stream()
                        .anyMatch(context -> context.getType() == ExtensionContextType.FHIRPATH);
    }

    private void add(ElementDefinition element, List<ElementDefinition> all) {
        var place = place(element.getPath());
        place.verbatim |= constrainsTheValue(element);
        place.unreadable |= element.hasSlicing() && !Slicing.followsFromShape(element, all);
        for (var type : element.getType()) {
            if (!"Extension".equals(type.getCode())) {
                type.getProfile().forEach(profile -> place.typeProfiles.add(profile.getValue()));
            }
        }
        collectLiterals(element.getFixed());
        collectLiterals(element.getPattern());
        for (var constraint : element.getConstraint()) {
            addInvariant(
                    place, constraint, element.hasSliceName() || element.getId().contains(":"));
        }
    }

    private void addInvariant(Place place, ElementDefinitionConstraintComponent constraint, boolean inSlice) {
        if (constraint.getSeverity() != ElementDefinition.ConstraintSeverity.ERROR || !constraint.hasExpression()) {
            return;
        }
        var reading = invariants.read(constraint, inSlice);
        if (reading instanceof Invariants.Reading.OfValues values) {
            place.invariants.add(values.invariant());
        }
        place.unreadable |= reading instanceof Invariants.Reading.Unreadable;
    }

    private static boolean constrainsTheValue(ElementDefinition element) {
        return element.hasMaxLength()
                || element.hasMinValue()
                || element.hasMaxValue()
                || element.getExtension().stream().anyMatch(extension -> !HARMLESS.contains(extension.getUrl()))
                || (element.hasBinding()
                        && element.getBinding().getStrength() != BindingStrength.EXAMPLE
                        && element.getType().stream().anyMatch(type -> "string".equals(type.getCode())));
    }

    private void collectLiterals(@Nullable Base value) {
        if (value == null) {
            return;
        }
        if (value.isPrimitive() && value.hasPrimitiveValue()) {
            literals.add(value.primitiveValue());
        }
        for (var property : value.children()) {
            property.getValues().forEach(this::collectLiterals);
        }
    }

    private Place place(String path) {
        var known = places.get(path);
        if (known != null) {
            return known;
        }
        int dot = path.lastIndexOf('.');
        var place = dot < 0 ? root : new Place();
        places.put(path, place);
        if (dot > 0) {
            place(path.substring(0, dot)).children.put(path.substring(dot + 1), place);
        }
        return place;
    }
}
