package io.github.sprigfhir.app.platform.writing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/** Visits every element of a resource, contained ones too; the FHIRPath of an element is only built when asked for. */
final class ElementWalk {

    private final BiConsumer<Base, Supplier<String>> visitor;
    private final Deque<String> names = new ArrayDeque<>();
    private final Deque<Integer> indexes = new ArrayDeque<>();

    private ElementWalk(BiConsumer<Base, Supplier<String>> visitor) {
        this.visitor = visitor;
    }

    static void through(Resource resource, BiConsumer<Base, Supplier<String>> visitor) {
        var walk = new ElementWalk(visitor);
        walk.enter(resource, resource.fhirType(), -1);
    }

    private void enter(Base element, String name, int index) {
        names.addLast(name);
        indexes.addLast(index);
        visitor.accept(element, this::path);
        for (Property property : element.children()) {
            if (property.hasValues()) {
                var at = 0;
                for (Base value : property.getValues()) {
                    enter(value, property.getName(), property.isList() ? at++ : -1);
                }
            }
        }
        names.removeLast();
        indexes.removeLast();
    }

    private String path() {
        var index = indexes.iterator();
        return names.stream()
                .map(name -> {
                    var at = index.next();
                    return name.replace("[x]", "") + (at < 0 ? "" : "[" + at + "]");
                })
                .collect(Collectors.joining("."));
    }
}
