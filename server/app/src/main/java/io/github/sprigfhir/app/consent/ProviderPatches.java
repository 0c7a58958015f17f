package io.github.sprigfhir.app.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sprigfhir.domain.consent.MinimumElements;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/**
 * Tells whether a patch touches only what a provider is shown. A patch works on the stored resource: it could copy what
 * is hidden to where it is shown, or find it out by testing for it. Of what is shown whole nothing is hidden.
 */
final class ProviderPatches {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OPERATIONS = Set.of("add", "replace", "remove");
    private static final Set<String> TYPES = Set.of("add", "insert", "replace", "delete");
    private static final Pattern PLAIN = Pattern.compile("[A-Z][A-Za-z]*(\\.[A-Za-z]+(\\[\\d+])?)*");
    private static final Pattern EXTENSION = Pattern.compile("extension(\\..*)?");

    private ProviderPatches() {}

    /** Whether a JSON Patch does; one that cannot be read does not. */
    static boolean isWithinTheShown(String type, byte[] jsonPatch) {
        if (MinimumElements.isWhole(type)) {
            return true;
        }
        try {
            var operations = JSON.readTree(new String(jsonPatch, StandardCharsets.UTF_8));
            return operations.isArray()
                    && StreamSupport.stream(operations.spliterator(), false)
                            .allMatch(operation -> isWithinTheShown(type, operation));
        } catch (JsonProcessingException unreadable) {
            return false;
        }
    }

    /** Whether a FHIRPath Patch does. */
    static boolean isWithinTheShown(String type, Parameters patch) {
        return MinimumElements.isWhole(type)
                || patch.getParameter().stream().allMatch(operation -> isWithinTheShown(type, operation));
    }

    private static boolean isWithinTheShown(String type, JsonNode operation) {
        var path = operation
                .path("path")
                .asText()
                .replaceAll("/(\\d+|-)(?=/|$)", "")
                .replaceFirst("^/", "");
        return OPERATIONS.contains(operation.path("op").asText()) && isShown(type, path.replace('/', '.'));
    }

    private static boolean isWithinTheShown(String type, ParametersParameterComponent operation) {
        var path = part(operation, "path");
        var name = part(operation, "name");
        if (!TYPES.contains(part(operation, "type")) || !PLAIN.matcher(path).matches()) {
            return false;
        }
        var below = path.replaceAll("\\[\\d+]", "").replaceFirst("^\\w+\\.?", "");
        return isShown(type, below.isEmpty() ? name : name.isEmpty() ? below : below + "." + name);
    }

    private static String part(ParametersParameterComponent operation, String name) {
        return operation.getPart().stream()
                .filter(part -> name.equals(part.getName()) && part.getValue() != null)
                .map(part -> String.valueOf(part.getValue().primitiveValue()))
                .findFirst()
                .orElse("");
    }

    /** Extensions are judged when it is known which they are; of a reference, only what it refers to is shown. */
    private static boolean isShown(String type, String path) {
        return EXTENSION.matcher(path).matches()
                || (MinimumElements.shows(type, path) && !path.matches(".*\\.(identifier|display)(\\..*)?"));
    }
}
