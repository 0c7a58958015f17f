package io.github.sprigfhir.app.running;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Writes resources as JSON. */
final class Json {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private Json() {}

    static String of(IBaseResource resource) {
        return FHIR.newJsonParser().encodeResourceToString(resource);
    }
}
