package io.github.sprigfhir.app.running;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.instance.model.api.IBaseHasExtensions;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Function;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Operation;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/**
 * Puts a value where a FHIRPath leads, and makes whatever is not there on the way. It follows names, {@code where} with
 * an equation, {@code extension} and an index, and knows nothing else of what the paths are for.
 */
final class PathWriter {

    private final FHIRPathEngine engine = new FHIRPathEngine(new HapiWorkerContext(
            FhirContext.forR4Cached(), FhirContext.forR4Cached().getValidationSupport()));

    /** What stands where the path leads. */
    List<Base> read(Base from, String path) {
        return engine.evaluate(from, engine.parse(path));
    }

    /**
     * Writes one value.
     *
     * @param value of a type that the end of the path takes; a Coding where the path ends with its code
     */
    void write(Resource resource, String path, Type value) {
        ExpressionNode node = engine.parse(path);
        if (node.getFunction() == Function.Where) {
            fit(resource, condition(node));
            node = node.getInner();
        }
        write(resource, node, value);
    }

    private void write(Base base, ExpressionNode node, Type value) {
        if (node.getFunction() == Function.Extension) {
            var url = condition(node).getConstant().primitiveValue();
            write(extension((IBaseHasExtensions) base, url), node.getInner(), value);
            return;
        }
        var name = node.getName();
        var filter = node.getInner();
        if (filter != null && filter.getFunction() == Function.Item) {
            index(base, name, Integer.parseInt(condition(filter).getConstant().primitiveValue()), value);
        } else if (filter != null && filter.getFunction() == Function.Where) {
            var inner = filter.getInner();
            write(fitting(base, name, condition(filter), inner), inner, value);
        } else if (name.equals("coding") && filter != null && filter.getInner() == null) {
            base.setProperty(name, value);
        } else if (filter != null) {
            var there = children(base, name);
            write(there.isEmpty() ? make(base, name, filter) : there.get(0), filter, value);
        } else {
            end(base, name, value);
        }
    }

    private static void end(Base base, String name, Type value) {
        if (base instanceof Coding coding && value instanceof Coding known) {
            coding.setSystem(known.getSystem()).setCode(known.getCode()).setDisplay(null);
        } else if (base instanceof Narrative narrative) {
            narrative.setDivAsString(value.primitiveValue());
        } else {
            base.setProperty(property(base, name).getName(), value);
        }
    }

    private static void index(Base base, String name, int index, Type value) {
        while (children(base, name).size() <= index) {
            base.setProperty(name, new StringType("before"));
        }
        ((PrimitiveType<?>) children(base, name).get(index)).setValueAsString(value.primitiveValue());
    }

    private static Base extension(IBaseHasExtensions base, String url) {
        return base.getExtension().stream()
                .filter(extension -> url.equals(extension.getUrl()))
                .map(Base.class::cast)
                .findFirst()
                .orElseGet(() -> (Base) base.addExtension().setUrl(url));
    }

    private Base fitting(Base base, String name, ExpressionNode condition, ExpressionNode next) {
        return children(base, name).stream()
                .filter(one -> engine.evaluateToBoolean(null, null, null, one, condition))
                .findFirst()
                .orElseGet(() -> {
                    var made = make(base, name, next);
                    fit(made, condition);
                    return made;
                });
    }

    /** Makes an equation true, or an inequation. */
    private void fit(Base base, ExpressionNode condition) {
        if (condition.getOperation() == Operation.Equals) {
            set(base, condition, condition.getOpNext().getConstant().primitiveValue());
        } else if (condition.getOperation() == Operation.NotEquals) {
            set(base, condition, "https://another.example/id");
        }
    }

    private static void set(Base base, ExpressionNode node, String value) {
        var next = node.getInner();
        if (next == null) {
            base.setProperty(node.getName(), new StringType(value));
            if (base instanceof Coding coding) {
                coding.setDisplay(null);
            }
            return;
        }
        var there = children(base, node.getName());
        set(there.isEmpty() ? make(base, node.getName(), next) : there.get(0), next, value);
    }

    private static Base make(Base base, String name, ExpressionNode next) {
        var property = property(base, name);
        if (!property.getName().endsWith("[x]")) {
            return base.addChild(name);
        }
        var value =
                switch (next.getName()) {
                    case "coding", "text" -> new CodeableConcept();
                    case "identifier", "display" -> new Reference();
                    case "start", "end" -> new Period();
                    case "country" -> new Address();
                    default -> new Quantity();
                };
        base.setProperty(property.getName(), value);
        return value;
    }

    private static List<Base> children(Base base, String name) {
        return property(base, name).getValues();
    }

    private static Property property(Base base, String name) {
        var plain = base.getChildByName(name);
        return plain == null ? Objects.requireNonNull(base.getChildByName(name + "[x]"), name) : plain;
    }

    private static ExpressionNode condition(ExpressionNode function) {
        return function.getParameters().get(0);
    }
}
