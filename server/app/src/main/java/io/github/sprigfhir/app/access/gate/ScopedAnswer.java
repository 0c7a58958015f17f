package io.github.sprigfhir.app.access.gate;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.IPreResourceShowDetails;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.access.GrantedScopes;
import io.github.sprigfhir.app.access.WhenGuarded;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.access.Grant;
import io.github.sprigfhir.domain.access.Scopes;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leaves out of answers, whatever they were asked for with, resources of types that no scope lets their caller read. */
@Component
@WhenGuarded
@Interceptor
class ScopedAnswer implements SprigFeature {

    @Hook(Pointcut.STORAGE_PRESHOW_RESOURCES)
    void leaveOut(IPreResourceShowDetails leaving, @Nullable RequestDetails request) {
        GrantedScopes.of(request).ifPresent(scopes -> {
            for (int i = 0; i < leaving.size(); i++) {
                if (leaving.getResource(i) instanceof Resource resource && !mayLeave(scopes, resource.fhirType())) {
                    leaving.setResource(i, null);
                }
            }
        });
    }

    private static boolean mayLeave(Scopes scopes, String type) {
        // Whether one of a part does is looked at last (ScopeParts).
        return !(scopes.allow(Act.READ, type) instanceof Grant.Nothing)
                || !(scopes.allow(Act.SEARCH, type) instanceof Grant.Nothing);
    }
}
