package io.github.sprigfhir.app.platform.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;

/**
 * Judges FHIR R4 resources against profiles, without a terminology server and without a network.
 *
 * <p>Extensions of UK Core, of HL7's Subscriptions Backport and HL7's one for pronouns are let through although neither may be loaded; any
 * other unknown extension and any unknown claimed profile is an error. Whether a referenced resource exists is for the store to say. Thread-safe.
 */
public final class ProfileValidator {

    private static final List<String> TOLERATED_EXTENSIONS = List.of(
            "https://fhir.hl7.org.uk/",
            "http://hl7.org/fhir/uv/subscriptions-backport/",
            "http://hl7.org/fhir/StructureDefinition/individual-pronouns");

    private final FullValidation full;
    private final RuleBooks books;
    private final AcceptedShapes accepted;
    private final FhirContext fhir;
    private final List<StructureDefinition> profiles;
    private final IValidationSupport known;

    /**
     * @param core what FHIR R4 itself defines
     * @param ours our StructureDefinitions, with or without snapshots, ValueSets and CodeSystems; others are ignored
     * @param supplied definitions that the operator supplies, such as UK Core; ours win where both have one
     */
    public ProfileValidator(CoreDefinitions core, List<? extends IBaseResource> ours, IValidationSupport... supplied) {
        fhir = core.getFhirContext();
        profiles = ours.stream()
                .filter(StructureDefinition.class::isInstance)
                .map(StructureDefinition.class::cast)
                .filter(definition -> definition.getKind() == StructureDefinitionKind.RESOURCE)
                .toList();
        known = chain(core, ours, supplied);
        var definitions = new KnownDefinitions(core, known);
        full = new FullValidation(fhir, definitions, TOLERATED_EXTENSIONS);
        var invariants = new Invariants(core);
        books = new RuleBooks(definitions, invariants);
        accepted = new AcceptedShapes(invariants);
    }

    /**
     * What keeps the resource from being stored, judged by the profile and by every profile that it claims itself.
     *
     * @return nothing if the resource has no error; else all its problems at once, warnings too
     */
    public List<Problem> validate(IBaseResource resource, String profileUrl) {
        var profiles = profilesOf(resource, profileUrl);
        var shape = resource instanceof DomainResource whole ? ShapeReader.read(books, whole, profiles) : null;
        if (shape != null && accepted.accepts(shape, (DomainResource) resource)) {
            return List.of();
        }
        var problems = inFull(resource, profiles);
        if (problems.stream().anyMatch(Problem::isError)) {
            return problems;
        }
        if (shape != null) {
            accepted.learn(shape, (DomainResource) resource);
        }
        return List.of();
    }

    /** The definitions, value sets and code systems by which it judges. */
    public IValidationSupport known() {
        return known;
    }

    /** Reads the definitions that our profiles need, so that the first sender does not wait for it. */
    public void warmUp() {
        for (var profile : profiles) {
            validate(fhir.getResourceDefinition(profile.getType()).newInstance(), profile.getUrl());
        }
    }

    /** Everything that can be said about the resource, warnings and hints too, at the full price. */
    public List<Problem> explain(IBaseResource resource, String profileUrl) {
        return inFull(resource, profilesOf(resource, profileUrl));
    }

    private List<Problem> inFull(IBaseResource resource, List<String> profiles) {
        var messages = full.messages(resource, profiles);
        if (messages.isEmpty()) {
            return List.of();
        }
        var secret = FreeValues.of(resource);
        return messages.stream().map(message -> Problems.of(message, secret)).toList();
    }

    private static List<String> profilesOf(IBaseResource resource, String profileUrl) {
        var urls = new ArrayList<String>();
        urls.add(profileUrl);
        for (IPrimitiveType<String> claimed : resource.getMeta().getProfile()) {
            var url = claimed.getValue();
            if (url != null && !urls.contains(url)) {
                urls.add(url);
            }
        }
        return urls;
    }

    private static IValidationSupport chain(
            CoreDefinitions core, List<? extends IBaseResource> ours, IValidationSupport... supplied) {
        var fhir = core.getFhirContext();
        var links = new ArrayList<IValidationSupport>();
        links.add(core);
        links.add(prePopulated(fhir, ours));
        links.addAll(Arrays.asList(supplied));
        links.add(new CommonCodeSystemsTerminologyService(fhir));
        links.add(new InMemoryTerminologyServerValidationSupport(fhir));
        links.add(new SnapshotGeneratingValidationSupport(fhir));
        links.add(unknownCodeSystems(fhir));
        var chain = new ValidationSupportChain(ValidationSupportChain.CacheConfiguration.defaultValues(), links);
        // A bound concept may carry further codings, such as SNOMED CT beside a need category.
        chain.setCodeableConceptValidationSuccessfulIfNotAllCodingsAreValid(true);
        return chain;
    }

    /** Its successor works on HTTP responses only, and so does nothing for a write that arrives in another way. */
    @SuppressWarnings("deprecation")
    private static IValidationSupport unknownCodeSystems(FhirContext fhir) {
        var support = new UnknownCodeSystemWarningValidationSupport(fhir);
        support.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.WARNING);
        return support;
    }

    private static IValidationSupport prePopulated(FhirContext fhir, List<? extends IBaseResource> ours) {
        var support = new PrePopulatedValidationSupport(fhir);
        for (var resource : ours) {
            switch (resource.fhirType()) {
                case "StructureDefinition" -> support.addStructureDefinition(resource);
                case "ValueSet" -> support.addValueSet(resource);
                case "CodeSystem" -> support.addCodeSystem(resource);
                default -> {}
            }
        }
        return support;
    }
}
