package io.github.sprigfhir.app.platform.validation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;

/**
 * The free values of a resource, such as names, dates and numbers, which messages must not repeat: they reach logs and
 * screens that the resource itself does not. Codes and addresses may be named.
 */
final class FreeValues {

    private static final Set<String> MAY_BE_NAMED =
            Set.of("code", "uri", "url", "canonical", "oid", "boolean", "xhtml", "base64Binary");
    private static final String LEFT_OUT = "…";
    /** A shorter value is left out only where the message quotes it: it may well be a word of the message itself. */
    private static final int UNMISTAKABLE = 6;

    private final List<String> values;

    private FreeValues(Set<String> values) {
        this.values = values.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    static FreeValues of(IBaseResource resource) {
        var values = new HashSet<String>();
        if (resource instanceof Base base) {
            collect(base, values);
        }
        return new FreeValues(values);
    }

    private static void collect(Base element, Set<String> values) {
        if (element instanceof Coding) {
            return;
        }
        if (element.isPrimitive() && !MAY_BE_NAMED.contains(element.fhirType())) {
            var value = element.primitiveValue();
            if (value != null && !value.isBlank()) {
                values.add(value);
            }
        }
        for (var property : element.children()) {
            for (var child : property.getValues()) {
                if (child != null) {
                    collect(child, values);
                }
            }
        }
    }

    String leaveOutOf(String text) {
        var left = text;
        for (var value : values) {
            if (left.contains(value)) {
                var quoted = Pattern.quote(value);
                left = left.replaceAll("(?<=['\"`])" + quoted + "(?=['\"`])", LEFT_OUT);
                if (value.length() >= UNMISTAKABLE) {
                    left = left.replaceAll("(?<![\\p{Alnum}])" + quoted + "(?![\\p{Alnum}])", LEFT_OUT);
                }
            }
        }
        return left;
    }
}
