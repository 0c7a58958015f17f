package io.github.sprigfhir.app.research;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.report.FhirCounts;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells researchers how many were found as reports tell counts: rounded, and not at all where they are few. */
@Component
@Interceptor
class RoundedTotals implements SprigFeature {

    private static final int AFTER_IT_IS_COUNTED = 200;

    private final FhirCounts counts;

    RoundedTotals(FhirCounts counts) {
        this.counts = counts;
    }

    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = AFTER_IT_IS_COUNTED)
    void round(@Nullable IBaseResource response, RequestDetails request) {
        if (response instanceof Bundle bundle
                && ReleasePartition.isResearch(request)
                && !ReleasePartition.isOfDefinitions(request)) {
            round(bundle);
        }
    }

    private void round(Bundle bundle) {
        if (bundle.hasTotal()) {
            bundle.setTotalElement(shown(bundle.getTotal()));
        }
        bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Bundle.class::isInstance)
                .forEach(one -> round((Bundle) one));
    }

    private UnsignedIntType shown(int total) {
        var told = FhirCounts.count(counts.numbers().show(total));
        var count = new UnsignedIntType();
        count.setValue(told.getValue());
        count.setExtension(told.getExtension());
        return count;
    }
}
