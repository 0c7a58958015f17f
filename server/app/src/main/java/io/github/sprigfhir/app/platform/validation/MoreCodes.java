package io.github.sprigfhir.app.platform.validation;

import ca.uhn.fhir.context.support.IValidationSupport;

/** Says what is in value sets whose codes are not in the FHIR package; not the store's own, of which HAPI has beans. */
public interface MoreCodes extends IValidationSupport {}
