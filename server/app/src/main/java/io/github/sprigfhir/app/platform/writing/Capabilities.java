package io.github.sprigfhir.app.platform.writing;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import io.github.sprigfhir.app.platform.ResourceTypes;
import io.github.sprigfhir.app.platform.SprigFeature;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CanonicalType;
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

    /** By this a client of Bulk Data Access knows a server that offers it. */
    private static final String BULK_DATA = "http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data";

    /** Only an operation is called on it. */
    private static final String NOT_STORED = "Group";

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
        statement.setInstantiates(List.of(new CanonicalType(BULK_DATA)));
        statement.getRest().forEach(Capabilities::correct);
    }

    private static void correct(CapabilityStatementRestComponent rest) {
        rest.getOperation().clear();
        OwnOperation.of("")
                .forEach(operation ->
                        rest.addOperation().setName(operation.operation()).setDefinition(operation.definition()));
        rest.getInteraction().clear();
        rest.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
        rest.addInteraction().setCode(SystemRestfulInteraction.BATCH);
        rest.getSecurity()
                .setDescription("Access control is switched off, so the server listens on a loopback address only.");
        rest.getResource().replaceAll(Capabilities::correct);
    }

    private static CapabilityStatementRestResourceComponent correct(
            CapabilityStatementRestResourceComponent generated) {
        return generated.getType().equals(NOT_STORED)
                ? operations(new CapabilityStatementRestResourceComponent().setType(NOT_STORED))
                : interactions(operations(generated));
    }

    private static CapabilityStatementRestResourceComponent operations(
            CapabilityStatementRestResourceComponent resource) {
        resource.getOperation().clear();
        OwnOperation.of(resource.getType())
                .forEach(operation ->
                        resource.addOperation().setName(operation.operation()).setDefinition(operation.definition()));
        return resource;
    }

    private static CapabilityStatementRestResourceComponent interactions(
            CapabilityStatementRestResourceComponent resource) {
        var writable = ResourceTypes.RECORDS.contains(resource.getType())
                && !ResourceTypes.OUR_RECORDS.contains(resource.getType());
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
        return resource;
    }

    private static String version() {
        var packaged = Capabilities.class.getPackage().getImplementationVersion();
        return packaged == null ? "development" : packaged;
    }
}
