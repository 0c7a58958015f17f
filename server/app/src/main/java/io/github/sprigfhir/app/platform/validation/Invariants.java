package io.github.sprigfhir.app.platform.validation;

import java.util.Set;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.validation.instance.utils.FHIRPathExpressionFixer;

/** Reads the invariants of a definition and evaluates those that depend on values, directly on HAPI's resources. */
final class Invariants {

    /** What one invariant needs to know of a resource. */
    sealed interface Reading {

        /** Its shape: which elements are there, and how many; never changes between resources of one shape. */
        record OfShape() implements Reading {}

        /** Its values: to be evaluated for each resource. */
        record OfValues(Invariant invariant) implements Reading {}

        /** More than can be had here, such as other resources. */
        record Unreadable() implements Reading {}
    }

    /**
     * Rules of the base specification that speak of what a shape holds word for word: narratives, contained resources
     * and references to them.
     */
    private static final Set<String> ON_VERBATIM_PARTS =
            Set.of("txt-1", "txt-2", "ref-1", "dom-2", "dom-3", "dom-4", "dom-5");

    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";

    private final FHIRPathEngine engine;
    private final String fhirVersion;

    Invariants(CoreDefinitions core) {
        engine = new FHIRPathEngine(new HapiWorkerContext(core.getFhirContext(), core));
        fhirVersion = core.getFhirContext().getVersion().getVersion().getFhirVersionString();
    }

    Reading read(ElementDefinitionConstraintComponent constraint, boolean inSlice) {
        if (ON_VERBATIM_PARTS.contains(constraint.getKey())
                && constraint.hasSource()
                && constraint.getSource().startsWith(CORE)) {
            return new Reading.OfShape();
        }
        var text = FHIRPathExpressionFixer.fixExpr(constraint.getExpression(), constraint.getKey(), fhirVersion);
        try {
            var expression = engine.parse(text);
            if (ShapeOnly.isDecidedByShape(expression)) {
                return new Reading.OfShape();
            }
            return ShapeOnly.staysInside(expression)
                    ? new Reading.OfValues(new Invariant(constraint.getKey(), expression, inSlice))
                    : new Reading.Unreadable();
        } catch (FHIRException notUnderstood) {
            return new Reading.Unreadable();
        }
    }

    /** Whether the element fulfils the invariant; an invariant that cannot be evaluated is not fulfilled. */
    boolean holds(Invariant invariant, Resource resource, Base element) {
        try {
            return engine.evaluateToBoolean(null, resource, resource, element, invariant.expression());
        } catch (FHIRException broken) {
            return false;
        }
    }
}
