package io.github.sprigfhir.app.platform.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import org.springframework.stereotype.Component;

/** Makes HAPI refuse a body with elements that FHIR does not know, where by itself it would leave them out in silence. */
@Component
final class StrictReading {

    StrictReading(FhirContext fhir) {
        fhir.setParserErrorHandler(new StrictErrorHandler());
    }
}
