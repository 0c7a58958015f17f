package io.github.sprigfhir.app.access.circle;

import io.github.sprigfhir.domain.access.Label;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;

/**
 * What the circle of care writes on a resource, as codings of its security labels. Besides labels there are marks of who
 * recorded something ({@code by.referrer.42}), which show nothing to anybody: from them and the rest of the record the
 * labels can be worked out anew.
 */
public final class Marks {

    static final String SYSTEM = "https://sprig-fhir.github.io/ig/CodeSystem/circle-of-care";

    private static final String BY = "by.";

    private Marks() {}

    /** Puts a label on what the server is about to store of itself. */
    public static void put(Resource resource, Label label) {
        resource.getMeta().addSecurity(new Coding(SYSTEM, label.code(), null));
    }

    /** The labels that a resource was read with. */
    static Set<Label> labels(IBaseResource resource) {
        return resource.getMeta().getSecurity().stream()
                .filter(coding -> SYSTEM.equals(coding.getSystem()))
                .flatMap(coding -> Label.of(String.valueOf(coding.getCode())).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Takes labels and marks off. HAPI puts them among the tags as well, on what it has just stored. */
    public static void strip(Resource resource) {
        if (resource.hasMeta()) {
            resource.getMeta().getSecurity().removeIf(Marks::isOurs);
            resource.getMeta().getTag().removeIf(Marks::isOurs);
        }
    }

    static String byCode(Label recorder) {
        return BY + recorder.code();
    }

    /** Who recorded it, if that is what the code says. */
    static Optional<Label> recorder(String code) {
        return code.startsWith(BY) ? Label.of(code.substring(BY.length())) : Optional.empty();
    }

    static Stream<Label> labels(Set<String> codes) {
        return codes.stream().flatMap(code -> Label.of(code).stream());
    }

    private static boolean isOurs(Coding coding) {
        return SYSTEM.equals(coding.getSystem());
    }
}
