package io.github.sprigfhir.app.outcomes.asked;

import ca.uhn.fhir.rest.param.CompositeParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.param.QuantityParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item and its answer as a search asks for them, as a condition on the table of items.
 *
 * @param condition with a question mark for each value
 */
record AskedItem(String condition, List<Object> values) {

    AskedItem {
        values = List.copyOf(values);
    }

    /** None where it is no code with a number, or has what an item has not: a unit, a modifier. */
    static Optional<AskedItem> of(CompositeParam<?, ?> composite) {
        if (!(composite.getLeftValue() instanceof TokenParam code)
                || !(composite.getRightValue() instanceof QuantityParam answer)
                || isGiven(answer.getSystem())
                || isGiven(answer.getUnits())
                || answer.getValue() == null
                || !isGiven(code.getValue())
                || code.getModifier() != null) {
            return Optional.empty();
        }
        return operator(answer.getPrefix()).map(operator -> {
            var values = new ArrayList<Object>();
            values.add(code.getValue());
            // Without a bar any system will do; with one and nothing before it, none.
            if (code.getSystem() != null) {
                values.add(code.getSystem());
            }
            values.add(answer.getValue());
            return new AskedItem(
                    "(i.code = ?%s and i.value %s ?)"
                            .formatted(code.getSystem() == null ? "" : " and i.system = ?", operator),
                    values);
        });
    }

    private static Optional<String> operator(@Nullable ParamPrefixEnum prefix) {
        return switch (prefix == null ? ParamPrefixEnum.EQUAL : prefix) {
            case EQUAL -> Optional.of("=");
            case NOT_EQUAL -> Optional.of("<>");
            case GREATERTHAN -> Optional.of(">");
            case GREATERTHAN_OR_EQUALS -> Optional.of(">=");
            case LESSTHAN -> Optional.of("<");
            case LESSTHAN_OR_EQUALS -> Optional.of("<=");
            case STARTS_AFTER, ENDS_BEFORE, APPROXIMATE -> Optional.empty();
        };
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isEmpty();
    }
}
