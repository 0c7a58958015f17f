package io.github.sprigfhir.app.platform.validation;

import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Function;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Kind;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Operation;

/**
 * Tells what a FHIRPath expression can depend on, from its text alone and erring on the side of more.
 *
 * <p>An expression is decided by shape if it only asks which elements are there, of what type and how many, and joins
 * the answers by logic and comparison. So {@code children().count() > id.count()} is; {@code start <= end} is not.
 */
final class ShapeOnly {

    /** What a part of an expression yields: elements, or an answer that the shape decides, or something else. */
    private enum Yield {
        ELEMENTS,
        ANSWER,
        OTHER
    }

    private static final Set<Function> ANSWERS =
            EnumSet.of(Function.Exists, Function.Empty, Function.Not, Function.Count, Function.HasValue, Function.All);
    private static final Set<Function> ELEMENTS = EnumSet.of(
            Function.Where,
            Function.Children,
            Function.First,
            Function.Last,
            Function.Tail,
            Function.OfType,
            Function.As);
    private static final Set<Operation> LOGIC =
            EnumSet.of(Operation.And, Operation.Or, Operation.Xor, Operation.Implies);
    private static final Set<Operation> COMPARISON = EnumSet.of(
            Operation.Equals,
            Operation.NotEquals,
            Operation.LessThan,
            Operation.LessOrEqual,
            Operation.Greater,
            Operation.GreaterOrEqual);
    /** Functions that look outside the resource, or whose answer the two FHIRPath engines might give differently. */
    private static final Set<Function> OUTSIDE = EnumSet.of(
            Function.Custom,
            Function.Resolve,
            Function.ConformsTo,
            Function.MemberOf,
            Function.Today,
            Function.Now,
            Function.HtmlChecks1,
            Function.HtmlChecks2,
            Function.Check,
            Function.hasTemplateIdOf);

    private ShapeOnly() {}

    static boolean isDecidedByShape(ExpressionNode expression) {
        return yieldOf(expression) == Yield.ANSWER;
    }

    /** Whether the expression can be evaluated on the resource alone. */
    static boolean staysInside(ExpressionNode node) {
        return (node.getFunction() == null || !OUTSIDE.contains(node.getFunction()))
                && node.getOperation() != Operation.MemberOf
                && (node.getParameters() == null
                        || node.getParameters().stream().allMatch(ShapeOnly::staysInside))
                && (node.getInner() == null || staysInside(node.getInner()))
                && (node.getGroup() == null || staysInside(node.getGroup()))
                && (node.getOpNext() == null || staysInside(node.getOpNext()));
    }

    private static Yield yieldOf(ExpressionNode expression) {
        var sofar = operand(expression);
        for (var node = expression; node.getOperation() != null; node = node.getOpNext()) {
            var next = operand(node.getOpNext());
            boolean decided = LOGIC.contains(node.getOperation())
                    ? sofar != Yield.OTHER && next != Yield.OTHER
                    : COMPARISON.contains(node.getOperation()) && sofar == Yield.ANSWER && next == Yield.ANSWER;
            if (!decided) {
                return Yield.OTHER;
            }
            sofar = Yield.ANSWER;
        }
        return sofar;
    }

    /** One operand: a path whose steps are names and functions. */
    private static Yield operand(ExpressionNode first) {
        var yield = Yield.ELEMENTS;
        for (var step = first; step != null; step = step.getInner()) {
            yield = step(yield, step);
            if (yield == Yield.OTHER) {
                return yield;
            }
        }
        return yield;
    }

    private static Yield step(Yield focus, ExpressionNode step) {
        if (step.getKind() == Kind.Name) {
            return focus == Yield.ELEMENTS ? Yield.ELEMENTS : Yield.OTHER;
        }
        if (step.getKind() == Kind.Group) {
            return yieldOf(step.getGroup());
        }
        if (step.getKind() == Kind.Constant) {
            return constant(step);
        }
        return step.getKind() == Kind.Function ? function(step) : Yield.OTHER;
    }

    /** A number or truth value; a variable such as the resource itself is left to evaluation. */
    private static Yield constant(ExpressionNode step) {
        var type = step.getConstant().fhirType();
        return "integer".equals(type) || "boolean".equals(type) ? Yield.ANSWER : Yield.OTHER;
    }

    private static Yield function(ExpressionNode step) {
        boolean typed = step.getFunction() == Function.OfType || step.getFunction() == Function.As;
        boolean decided =
                typed || step.getParameters().stream().allMatch(parameter -> yieldOf(parameter) != Yield.OTHER);
        if (!decided) {
            return Yield.OTHER;
        }
        if (ANSWERS.contains(step.getFunction())) {
            return Yield.ANSWER;
        }
        return ELEMENTS.contains(step.getFunction()) ? Yield.ELEMENTS : Yield.OTHER;
    }
}
