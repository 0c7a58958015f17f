package io.github.sprigfhir.app.consent;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.hl7.fhir.r4.model.Base;

/** The elements right below an element or a resource of any type, to read and to replace. */
final class Children {

    private final FhirContext fhir;

    Children(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** None for what has a value of its own. */
    List<BaseRuntimeChildDefinition> of(Base parent) {
        return fhir.getElementDefinition(parent.getClass())
                        instanceof BaseRuntimeElementCompositeDefinition<?> composite
                ? composite.getChildren()
                : List.of();
    }

    /** As paths have it: {@code value}, not {@code value[x]}. */
    static String name(BaseRuntimeChildDefinition child) {
        return child.getElementName().replace("[x]", "");
    }

    static List<Base> values(BaseRuntimeChildDefinition child, Base parent) {
        return child.getAccessor().getValues(parent).stream()
                .map(Base.class::cast)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    static void replace(BaseRuntimeChildDefinition child, Base parent, List<Base> values) {
        child.getMutator().setValue(parent, null);
        values.forEach(value -> child.getMutator().addValue(parent, value));
    }
}
