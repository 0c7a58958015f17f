package io.github.sprigfhir.app.audit;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import io.github.sprigfhir.app.platform.SprigFeature;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalDeleteStatus;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.springframework.stereotype.Component;

/** Makes the CapabilityStatement say what can be done with AuditEvents, which is not what can be done with records. */
@Component
@Interceptor
class AuditCapabilities implements SprigFeature {

    private static final int AFTER_THE_OTHERS = 100;

    private static final Map<String, SearchParamType> NOT_TOKENS = Map.of(
            "agent", SearchParamType.REFERENCE,
            "date", SearchParamType.DATE,
            "entity", SearchParamType.REFERENCE,
            "patient", SearchParamType.REFERENCE);

    @Hook(value = Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED, order = AFTER_THE_OTHERS)
    void tellTheTruth(IBaseConformance generated) {
        if (generated instanceof CapabilityStatement statement) {
            statement.getRest().stream()
                    .flatMap(rest -> rest.getResource().stream())
                    .filter(resource -> "AuditEvent".equals(resource.getType()))
                    .forEach(AuditCapabilities::correct);
        }
    }

    private static void correct(CapabilityStatementRestResourceComponent resource) {
        resource.setDocumentation(
                "Read-only. Administrators read all of it; referrers and link workers search it for one person who asks who "
                        + "looked, with the purpose PATRQT: see the guide's page on the audit.");
        resource.getInteraction().clear();
        resource.addInteraction().setCode(TypeRestfulInteraction.READ);
        resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
        resource.setVersioning(ResourceVersionPolicy.NOVERSION);
        resource.setReadHistory(false);
        resource.setConditionalCreate(false);
        resource.setConditionalUpdate(false);
        resource.setConditionalDelete(ConditionalDeleteStatus.NOTSUPPORTED);
        resource.getSearchInclude().clear();
        resource.getSearchRevInclude().clear();
        resource.getSearchParam().clear();
        AuditSearch.PARAMETERS.keySet().stream().sorted().forEach(name -> resource.addSearchParam()
                .setName(name)
                .setType(NOT_TOKENS.getOrDefault(name, SearchParamType.TOKEN))
                .setDocumentation(AuditSearch.PARAMETERS.get(name)));
    }
}
