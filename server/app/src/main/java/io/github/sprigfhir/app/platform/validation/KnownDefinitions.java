package io.github.sprigfhir.app.platform.validation;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.hapi.converters.canonical.VersionCanonicalizer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r5.model.CodeSystem;
import org.hl7.fhir.r5.model.PackageInformation;
import org.hl7.fhir.r5.model.Resource;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Gives the validator its definitions, each looked up and converted to the form it wants only once, and only when it
 * is wanted.
 *
 * <p>Only what exists is remembered, so that a sender who invents URLs cannot fill the memory.
 */
final class KnownDefinitions extends WorkerContextValidationSupportAdapter {

    private record Key(Class<?> type, String url) {}

    private final IValidationSupport support;
    private final VersionCanonicalizer converter;
    private final SnapshotGeneratingValidationSupport snapshots;
    private final Map<Key, Resource> known = new ConcurrentHashMap<>();
    private final List<StructureDefinition> types;
    private final Set<String> primitiveTypes;

    KnownDefinitions(CoreDefinitions core, IValidationSupport support) {
        super(support);
        this.support = support;
        converter = new VersionCanonicalizer(core.getFhirContext());
        snapshots = new SnapshotGeneratingValidationSupport(core.getFhirContext(), this);
        types = core.types().stream()
                .map(entry -> (StructureDefinition) new LazyStructureDefinition(entry, this::type))
                .toList();
        primitiveTypes = core.types().stream()
                .filter(entry -> "primitive-type".equals(entry.kind()))
                .map(CoreArchive.Entry::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private StructureDefinition type(String url) {
        return Objects.requireNonNull(fetchResource(StructureDefinition.class, url), url);
    }

    @Override
    public <T extends Resource> @Nullable T fetchResource(Class<T> type, @Nullable String url) {
        if (url == null || url.equals(IValidationSupport.URL_PREFIX_STRUCTURE_DEFINITION)) {
            // HAPI 8.8.0 asks for the type with no name when a reference has no type, and then falls over its own
            // look-up.
            return null;
        }
        var key = new Key(type, url);
        var found = known.get(key);
        if (found == null) {
            found = read(type, url);
            if (found != null) {
                var earlier = known.putIfAbsent(key, found);
                found = earlier == null ? found : earlier;
            }
        }
        return type.cast(found);
    }

    /** As HAPI's own does, but without scanning the whole model of FHIR R5 for the name of the type. */
    private @Nullable Resource read(Class<? extends Resource> type, String url) {
        var wanted = type == Resource.class
                ? null
                : support.getFhirContext()
                        .getResourceDefinition(type.getSimpleName())
                        .getImplementingClass();
        var found = support.fetchResource(wanted, url);
        if (found == null) {
            return null;
        }
        var converted = converter.resourceToValidatorCanonical(found);
        if (converted instanceof StructureDefinition definition && !definition.hasSnapshot()) {
            var whole = snapshots.generateSnapshot(new ValidationSupportContext(support), found, "", null, "");
            converted = converter.resourceToValidatorCanonical(whole);
        }
        if (found.getUserData(DefaultProfileValidationSupport.SOURCE_PACKAGE_ID) instanceof String packageId) {
            converted.setSourcePackage(new PackageInformation(packageId, null, null, Date.from(Instant.EPOCH)));
        }
        return converted;
    }

    @Override
    public @Nullable CodeSystem fetchCodeSystem(String url) {
        return fetchResource(CodeSystem.class, url);
    }

    /** The validator asks for all structure definitions only to find types by name. */
    @Override
    @SuppressWarnings("unchecked") // a list of T, as the class asked for says
    public <T extends Resource> List<T> fetchResourcesByType(Class<T> type) {
        return type == StructureDefinition.class ? (List<T>) types : super.fetchResourcesByType(type);
    }

    @Override
    public List<StructureDefinition> fetchTypeDefinitions(String typeName) {
        return types.stream().filter(type -> typeName.equals(type.getType())).toList();
    }

    @Override
    public boolean isPrimitiveType(String typeName) {
        return primitiveTypes.contains(typeName);
    }
}
