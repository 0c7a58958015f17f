package io.github.sprigfhir.app.running;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;

/** Writes resources as JSON, and reads them. */
final class Json {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private Json() {}

    static String of(IBaseResource resource) {
        return FHIR.newJsonParser().encodeResourceToString(resource);
    }

    /** A resource of any type. */
    static Resource read(String json) {
        return (Resource) FHIR.newJsonParser().parseResource(json);
    }

    static <T extends IBaseResource> T read(Class<T> type, String json) {
        return FHIR.newJsonParser().parseResource(type, json);
    }
}
