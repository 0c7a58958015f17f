package io.github.sprigfhir.app.consent;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.consent.ConsentRule;
import java.util.ArrayList;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds the patches in a provider's transaction to what it is shown. */
@Component
@Interceptor
class ProviderTransactionCheck implements SprigFeature {

    @Hook(Pointcut.STORAGE_TRANSACTION_PROCESSING)
    void check(IBaseBundle sent, @Nullable RequestDetails request) {
        if (!(sent instanceof Bundle bundle) || !ProviderWrites.isOfAProvider(request)) {
            return;
        }
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            var entry = bundle.getEntry().get(i);
            if (entry.getRequest().getMethod() == HTTPVerb.PATCH && !isWithinTheShown(entry)) {
                problems.add(
                        ConsentCheck.problem(ConsentRule.HIDDEN_ELEMENT, "Bundle.entry[%d].resource".formatted(i)));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(problems);
        }
    }

    private static boolean isWithinTheShown(BundleEntryComponent entry) {
        var type = String.valueOf(entry.getRequest().getUrl()).replaceFirst("[/?].*", "");
        if (entry.getResource() instanceof Binary jsonPatch) {
            return jsonPatch.hasData() && ProviderPatches.isWithinTheShown(type, jsonPatch.getData());
        }
        return entry.getResource() instanceof Parameters patch && ProviderPatches.isWithinTheShown(type, patch);
    }
}
