package io.github.sprigfhir.app.platform.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import io.github.sprigfhir.app.platform.validation.CoreArchive.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.lang3.StringUtils;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.formats.JsonParser;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of FHIR R4 itself, each read when it is first asked for; takes the place of HAPI's
 * DefaultProfileValidationSupport, which reads them all, and holds them all, as soon as one is needed.
 *
 * <p>They lack the prose of the specification. {@link #fetchAllStructureDefinitions()} gives the data types and
 * resource types, and of them only what they are called and derived from, which is what HAPI's FHIRPath engines want;
 * their elements, and the profiles and extensions of the specification, are found by URL.
 */
public final class CoreDefinitions implements IValidationSupport {

    private static final String ARCHIVE = "/sprig-core-r4.bin";
    private static final String PACKAGE = "hl7.fhir.r4.core";

    private final FhirContext fhir;
    private final IValidationSupport searchParameters;
    private final CoreArchive archive;
    private final Map<String, Map<String, Entry>> byType = new HashMap<>();
    private final Map<Entry, MetadataResource> read = new ConcurrentHashMap<>();

    public CoreDefinitions(FhirContext fhir) {
        this.fhir = fhir;
        searchParameters = new DefaultProfileValidationSupport(fhir);
        try (var in = Objects.requireNonNull(
                CoreDefinitions.class.getResourceAsStream(ARCHIVE), "The build has not packed " + ARCHIVE)) {
            archive = CoreArchive.read(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        for (var entry : archive.entries()) {
            byType.computeIfAbsent(entry.resourceType(), type -> new HashMap<>())
                    .put(entry.url(), entry);
        }
    }

    /** Those of a context that {@link CoreDefinitionsConfig} has prepared. */
    public static CoreDefinitions of(FhirContext fhir) {
        return (CoreDefinitions) fhir.getValidationSupport();
    }

    /** What is known of the data types and resource types without reading them. */
    List<Entry> types() {
        return archive.entries().stream().filter(Entry::isType).toList();
    }

    @Override
    public FhirContext getFhirContext() {
        return fhir;
    }

    @Override
    public String getName() {
        return "FHIR R4 definitions";
    }

    @Override
    public @Nullable IBaseResource fetchStructureDefinition(String url) {
        var known = byType.getOrDefault("StructureDefinition", Map.of());
        var full = url.indexOf('/') < 0 ? URL_PREFIX_STRUCTURE_DEFINITION + url : url;
        var entry = known.get(full);
        return entry == null ? primitive(known, full) : read(entry);
    }

    /** Some of HAPI's search parameters spell primitive types with a capital, as in {@code value.as(String)}. */
    private @Nullable IBaseResource primitive(Map<String, Entry> known, String url) {
        if (!url.startsWith(URL_PREFIX_STRUCTURE_DEFINITION)) {
            return null;
        }
        var name = url.substring(URL_PREFIX_STRUCTURE_DEFINITION.length());
        var entry = known.get(URL_PREFIX_STRUCTURE_DEFINITION + StringUtils.uncapitalize(name));
        return entry == null ? null : ((StructureDefinition) read(entry)).copy().setType(name);
    }

    @Override
    public @Nullable IBaseResource fetchCodeSystem(String url) {
        return fetchTerminology("CodeSystem", url);
    }

    @Override
    public @Nullable IBaseResource fetchValueSet(String url) {
        return fetchTerminology("ValueSet", url);
    }

    /** The version is of no account in HL7's own, and must be the right one in any other. */
    private @Nullable IBaseResource fetchTerminology(String type, String canonical) {
        int bar = canonical.indexOf('|');
        var url = bar < 0 ? canonical : canonical.substring(0, bar);
        var entry = byType.getOrDefault(type, Map.of()).get(url);
        if (entry == null) {
            return null;
        }
        var found = read(entry);
        boolean anyVersion = bar < 0
                || canonical.endsWith("|")
                || url.startsWith("http://hl7.org")
                || url.startsWith("http://terminology.hl7.org");
        return anyVersion || canonical.substring(bar + 1).equals(found.getVersion()) ? found : null;
    }

    @Override
    @SuppressWarnings("unchecked") // HAPI's interface promises a list of whatever its caller likes
    public <T extends IBaseResource> List<T> fetchAllStructureDefinitions() {
        return (List<T>) types().stream().map(CoreDefinitions::named).toList();
    }

    private static StructureDefinition named(Entry entry) {
        var definition = new StructureDefinition();
        definition.setUrl(entry.url()).setName(entry.name());
        definition.setType(entry.type()).setKind(StructureDefinitionKind.fromCode(entry.kind()));
        definition.setAbstract(entry.isAbstract());
        return entry.base().isEmpty()
                ? definition
                : definition.setBaseDefinition(entry.base()).setDerivation(TypeDerivationRule.SPECIALIZATION);
    }

    /** None is beyond the base specification. */
    @Override
    public <T extends IBaseResource> List<T> fetchAllNonBaseStructureDefinitions() {
        return List.of();
    }

    @Override
    public List<IBaseResource> fetchAllConformanceResources() {
        return new ArrayList<>(read.values());
    }

    @Override
    public <T extends IBaseResource> @Nullable List<T> fetchAllSearchParameters() {
        return searchParameters.fetchAllSearchParameters();
    }

    private MetadataResource read(Entry entry) {
        return read.computeIfAbsent(entry, e -> {
            try {
                var definition = (MetadataResource) new JsonParser().parse(archive.unpack(e));
                definition.setUserData(DefaultProfileValidationSupport.SOURCE_PACKAGE_ID, PACKAGE);
                return definition;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }
}
