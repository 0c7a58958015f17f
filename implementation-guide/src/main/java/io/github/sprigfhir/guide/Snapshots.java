package io.github.sprigfhir.guide;

import ca.uhn.hapi.converters.canonical.VersionCanonicalizer;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.ProfileKnowledgeWorkerR5;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r5.conformance.profile.ProfileUtilities;
import org.hl7.fhir.utilities.validation.ValidationMessage;

/** Works out the full element list of a profile from its base, with HL7's own generator. */
final class Snapshots {

    private final R4Core core;
    private final WorkerContextValidationSupportAdapter context;
    private final VersionCanonicalizer canonicalizer;

    Snapshots(R4Core core, List<Resource> definitions) {
        this.core = core;
        PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(core.getFhirContext());
        definitions.stream().filter(MetadataResource.class::isInstance).forEach(ours::addResource);
        this.context = new WorkerContextValidationSupportAdapter(new ValidationSupportChain(
                ours,
                core,
                new InMemoryTerminologyServerValidationSupport(core.getFhirContext()),
                new SnapshotGeneratingValidationSupport(core.getFhirContext())));
        this.canonicalizer = new VersionCanonicalizer(core.getFhirContext());
    }

    /** Gives the definition its snapshot. HAPI's own support would do so too, but keeps quiet about problems. */
    void complete(StructureDefinition definition) {
        var canonical = canonicalizer.structureDefinitionToCanonical(definition);
        var base =
                context.fetchResource(org.hl7.fhir.r5.model.StructureDefinition.class, definition.getBaseDefinition());
        if (base == null) {
            throw new IllegalStateException(
                    definition.getUrl() + " builds on " + definition.getBaseDefinition() + ", which is unknown.");
        }
        List<ValidationMessage> messages = new ArrayList<>();
        ProfileUtilities generator =
                new ProfileUtilities(context, messages, new ProfileKnowledgeWorkerR5(core.getFhirContext()));
        generator.generateSnapshot(base, canonical, definition.getUrl(), SpecLinks.SPECIFICATION, definition.getName());
        refuseErrors(definition, messages);
        StructureDefinition complete = (StructureDefinition) canonicalizer.structureDefinitionFromCanonical(canonical);
        // The snapshot's mappings name systems that the base declares.
        definition.setMapping(complete.getMapping());
        definition.setSnapshot(complete.getSnapshot());
    }

    private static void refuseErrors(StructureDefinition definition, List<ValidationMessage> messages) {
        List<String> errors = messages.stream()
                .filter(message -> message.getLevel() == ValidationMessage.IssueSeverity.ERROR
                        || message.getLevel() == ValidationMessage.IssueSeverity.FATAL)
                .map(ValidationMessage::summary)
                .toList();
        if (!errors.isEmpty()) {
            throw new IllegalStateException(definition.getUrl() + " has no proper snapshot: " + errors);
        }
    }
}
