package io.github.sprigfhir.app.platform.writing;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import io.github.sprigfhir.app.platform.ResourceTypes;
import io.github.sprigfhir.app.platform.SprigFeature;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalDeleteStatus;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.springframework.stereotype.Component;

/** Makes the CapabilityStatement say what {@link OnlyWhatWeOffer} lets through, and which profiles writes are held to. */
@Component
@Interceptor
class Capabilities implements SprigFeature {

    private static final List<TypeRestfulInteraction> READING = List.of(
            TypeRestfulInteraction.READ,
            TypeRestfulInteraction.VREAD,
            TypeRestfulInteraction.HISTORYINSTANCE,
            TypeRestfulInteraction.SEARCHTYPE);

    private static final List<TypeRestfulInteraction> WRITING = List.of(
            TypeRestfulInteraction.CREATE,
            TypeRestfulInteraction.UPDATE,
            TypeRestfulInteraction.PATCH,
            TypeRestfulInteraction.DELETE);

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    void tellTheTruth(IBaseConformance generated) {
        if (!(generated instanceof CapabilityStatement statement)) {
            return;
        }
        statement.setText(null);
        statement.setName("SprigServer");
        statement.setTitle("Sprig");
        statement.setPublisher("Sprig");
        statement.getSoftware().setName("Sprig");
        statement.getSoftware().setVersion(version());
        statement.getImplementation().setDescription("Sprig, an interoperability server for UK social prescribing");
        statement.getRest().forEach(Capabilities::correct);
    }

    private static void correct(CapabilityStatementRestComponent rest) {
        rest.getOperation().clear();
        rest.getInteraction().clear();
        rest.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
        rest.addInteraction().setCode(SystemRestfulInteraction.BATCH);
        rest.getSecurity()
                .setDescription("Access control is switched off, so the server listens on a loopback address only.");
        rest.getResource().forEach(Capabilities::correct);
    }

    private static void correct(CapabilityStatementRestResourceComponent resource) {
        var writable = ResourceTypes.RECORDS.contains(resource.getType())
                && !ResourceTypes.OUR_RECORDS.contains(resource.getType());
        resource.getOperation().clear();
        OwnOperation.of(resource.getType())
                .forEach(operation ->
                        resource.addOperation().setName(operation.operation()).setDefinition(operation.definition()));
        resource.getInteraction().clear();
        READING.forEach(code -> resource.addInteraction().setCode(code));
        if (writable) {
            WRITING.forEach(code -> resource.addInteraction().setCode(code));
        }
        resource.setVersioning(writable ? ResourceVersionPolicy.VERSIONEDUPDATE : ResourceVersionPolicy.VERSIONED);
        resource.setReadHistory(true);
        resource.setUpdateCreate(false);
        resource.setConditionalCreate(writable);
        resource.setConditionalUpdate(writable);
        resource.setConditionalDelete(writable ? ConditionalDeleteStatus.SINGLE : ConditionalDeleteStatus.NOTSUPPORTED);
        resource.getSearchParam().removeIf(parameter -> parameter.getName().equals(OnlyWhatWeOffer.INDEX_ONLY));
        resource.getSupportedProfile().clear();
        ProfileSelection.TABLE.stream()
                .filter(row -> row.type().equals(resource.getType()))
                .map(ProfileSelection.Row::profile)
                .distinct()
                .forEach(resource::addSupportedProfile);
    }

    private static String version() {
        var packaged = Capabilities.class.getPackage().getImplementationVersion();
        return packaged == null ? "development" : packaged;
    }
}
