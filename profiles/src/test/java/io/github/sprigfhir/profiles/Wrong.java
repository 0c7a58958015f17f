package io.github.sprigfhir.profiles;

import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Resource;

/** A valid example with one thing wrong, and what must be said of it. */
record Wrong(String rule, Resource resource, String complaint) {

    static <T extends Resource> Wrong wrong(
            String rule, Class<T> type, String example, Consumer<T> change, String complaint) {
        T resource = Artefacts.OURS.example(type, example);
        change.accept(resource);
        return new Wrong(rule, resource, complaint);
    }

    @Override
    public String toString() {
        return rule;
    }
}
