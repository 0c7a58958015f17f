package io.github.sprigfhir.app.access.gate;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import io.github.sprigfhir.app.access.AccessSettings;
import io.github.sprigfhir.app.access.Addresses;
import io.github.sprigfhir.app.access.WhenGuarded;
import io.github.sprigfhir.app.platform.SprigFeature;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestSecurityComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.UriType;
import org.springframework.stereotype.Component;

/** Says in the CapabilityStatement that tokens are needed and where they are to be had. */
@Component
@WhenGuarded
@Interceptor
class SecurityStatement implements SprigFeature {

    private static final int LAST = 1000;
    private static final String OAUTH_URIS = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";

    private final AccessSettings settings;
    private final Addresses addresses;

    SecurityStatement(AccessSettings settings, Addresses addresses) {
        this.settings = settings;
        this.addresses = addresses;
    }

    @Hook(value = Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED, order = LAST)
    void tell(IBaseConformance generated) {
        if (generated instanceof CapabilityStatement statement) {
            statement.getRest().forEach(rest -> rest.setSecurity(security()));
        }
    }

    private CapabilityStatementRestSecurityComponent security() {
        var security = new CapabilityStatementRestSecurityComponent();
        security.addService(new CodeableConcept(new Coding(
                "http://terminology.hl7.org/CodeSystem/restful-security-service", "SMART-on-FHIR", "SMART-on-FHIR")));
        security.setDescription(
                "Every request but this one needs an access token with SMART scopes; .well-known/smart-configuration says where to get it, the guide's page on access how.");
        if (settings.issuer().isEmpty()) {
            var uris = new Extension(OAUTH_URIS);
            uris.addExtension(uri("token", "/oauth2/token"));
            uris.addExtension(uri("authorize", "/oauth2/authorize"));
            uris.addExtension(uri("revoke", "/oauth2/revoke"));
            security.addExtension(uris);
        }
        return security;
    }

    private Extension uri(String name, String path) {
        return new Extension(name, new UriType(addresses.server() + path));
    }
}
