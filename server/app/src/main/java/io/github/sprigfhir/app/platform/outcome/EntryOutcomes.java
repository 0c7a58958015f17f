package io.github.sprigfhir.app.platform.outcome;

import ca.uhn.fhir.jpa.dao.r4.TransactionProcessorVersionAdapterR4;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Gives an entry of a batch that failed the outcome it would have had by itself; HAPI would keep only its message. */
@Component
@Primary
class EntryOutcomes extends TransactionProcessorVersionAdapterR4 {

    private static final String STATUS = "sprig.status";

    private final ErrorTranslator translator;

    EntryOutcomes(ErrorTranslator translator) {
        this.translator = translator;
    }

    @Override
    public void populateEntryWithOperationOutcome(
            BaseServerResponseException thrown, Bundle.BundleEntryComponent entry) {
        var answer = translator.translate(thrown, null);
        if (answer.getOperationOutcome() instanceof OperationOutcome outcome) {
            entry.getResponse().setOutcome(outcome);
            entry.getResponse().setUserData(STATUS, status(answer.getStatusCode()));
        }
    }

    /** HAPI calls this last, with the status of what was thrown. */
    @Override
    public void setResponseStatus(Bundle.BundleEntryComponent entry, String statusOfThrown) {
        var status = entry.getResponse().getUserString(STATUS);
        super.setResponseStatus(entry, status == null ? statusOfThrown : status);
    }

    private static String status(int code) {
        return code + " " + Constants.HTTP_STATUS_NAMES.getOrDefault(code, "");
    }
}
