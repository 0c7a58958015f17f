package io.github.sprigfhir.app.platform.reference;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;

/**
 * What an entry of the national record is about (CodeSystem record-kind). By it entries are told from the referrals,
 * scores and plans that social prescribing itself makes, which other rules and reports are about.
 */
public final class RecordKinds {

    private static final String SYSTEM = "https://sprig-fhir.github.io/ig/CodeSystem/record-kind";

    private RecordKinds() {}

    /** Whether it is such an entry. */
    public static boolean isEntry(Resource resource) {
        return of(resource).findAny().isPresent();
    }

    /** The codes by which it says so, in its category, code or type. */
    public static Stream<String> of(Resource resource) {
        return Stream.of("category", "code", "type")
                .map(resource::getChildByName)
                .flatMap(element -> element == null ? Stream.<Base>of() : element.getValues().stream())
                .flatMap(value -> value instanceof CodeableConcept concept
                        ? concept.getCoding().stream()
                        : List.<Coding>of().stream())
                .filter(coding -> SYSTEM.equals(coding.getSystem()) && coding.hasCode())
                .map(Coding::getCode);
    }
}
