package io.github.sprigfhir.guide;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of FHIR R4 4.0.1 on the class path, each read when it is first asked for: reading all of them would
 * take most of the build's time, and our profiles touch only a few dozen.
 */
final class R4Core implements IValidationSupport {

    private static final String FOLDER = "/hl7/fhir/core/package/";
    private static final String STRUCTURES = "http://hl7.org/fhir/StructureDefinition/";
    private static final List<String> PRIMITIVES = List.of(
            "base64Binary",
            "boolean",
            "canonical",
            "code",
            "date",
            "dateTime",
            "decimal",
            "id",
            "instant",
            "integer",
            "markdown",
            "oid",
            "positiveInt",
            "string",
            "time",
            "unsignedInt",
            "uri",
            "url",
            "uuid",
            "xhtml");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FhirContext context = FhirContext.forR4Cached();
    private final Map<String, Optional<IBaseResource>> read = new HashMap<>();

    @Override
    public FhirContext getFhirContext() {
        return context;
    }

    @Override
    public @Nullable StructureDefinition fetchStructureDefinition(@Nullable String url) {
        return fetch(StructureDefinition.class, url);
    }

    @Override
    public @Nullable ValueSet fetchValueSet(@Nullable String url) {
        return fetch(ValueSet.class, url);
    }

    @Override
    public @Nullable CodeSystem fetchCodeSystem(@Nullable String url) {
        return fetch(CodeSystem.class, url);
    }

    @Override
    public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> type, @Nullable String url) {
        return type == null ? null : fetch(type, url);
    }

    /** Only the primitive types: the snapshot generator asks for all structures in order to find these. */
    @Override
    @SuppressWarnings("unchecked")
    public <T extends IBaseResource> List<T> fetchAllStructureDefinitions() {
        return PRIMITIVES.stream()
                .map(name -> (T) fetchStructureDefinition(STRUCTURES + name))
                .toList();
    }

    private <T extends IBaseResource> @Nullable T fetch(Class<T> type, @Nullable String canonical) {
        if (canonical == null || !canonical.contains("/")) {
            return null;
        }
        String url = canonical.replaceFirst("\\|.*", "");
        String file = type.getSimpleName() + "-" + url.substring(url.lastIndexOf('/') + 1) + ".json";
        return read.computeIfAbsent(file, this::parse)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(resource -> url.equals(context.newTerser().getSinglePrimitiveValueOrNull(resource, "url")))
                .orElse(null);
    }

    /** Leaves out the narrative, which nobody here reads and which takes half the time of parsing. */
    private Optional<IBaseResource> parse(String file) {
        try (InputStream in = R4Core.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                return Optional.empty();
            }
            ObjectNode json = (ObjectNode) JSON.readTree(in);
            json.remove("text");
            return Optional.of(context.newJsonParser().parseResource(json.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
