package io.github.sprigfhir.app.access.writing;

import ca.uhn.fhir.interceptor.model.PrePatchDetails;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sprigfhir.domain.access.PatchPaths;
import io.github.sprigfhir.domain.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.jspecify.annotations.Nullable;

/** Reads which places of a resource a patch names, and has each judged. */
final class PatchCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PatchCheck() {}

    /** What is wrong with the places that a patch names; a patch that cannot be read is HAPI's to refuse. */
    static Optional<Refusal> judge(PrePatchDetails patch) {
        return switch (patch.getPatchType()) {
            case JSON_PATCH -> judgeJson(patch.getPatchBody());
            case FHIR_PATCH_JSON, FHIR_PATCH_XML ->
                patch.getFhirPatchBody() instanceof Parameters parameters
                        ? judgeFhirPath(parameters)
                        : PatchPaths.judgeOther();
            case XML_PATCH -> PatchPaths.judgeOther();
        };
    }

    private static Optional<Refusal> judgeJson(@Nullable String body) {
        try {
            return StreamSupport.stream(JSON.readTree(body).spliterator(), false)
                    .flatMap(operation -> Stream.of("path", "from").map(operation::get))
                    .filter(pointer -> pointer != null && pointer.isTextual())
                    .map(JsonNode::asText)
                    .flatMap(pointer -> PatchPaths.judgePointer(pointer).stream())
                    .findFirst();
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Refusal> judgeFhirPath(Parameters patch) {
        return patch.getParameter().stream()
                .flatMap(PatchCheck::paths)
                .flatMap(path -> PatchPaths.judge(path).stream())
                .findFirst();
    }

    /** Every path that an operation gives, each with every name of what it may add there. */
    private static Stream<String> paths(ParametersParameterComponent operation) {
        var names = parts(operation, "name");
        return parts(operation, "path").stream()
                .flatMap(path -> Stream.concat(Stream.of(path), names.stream().map(name -> path + "." + name)));
    }

    private static List<String> parts(ParametersParameterComponent operation, String name) {
        return operation.getPart().stream()
                .filter(part -> name.equals(part.getName()) && part.getValue() != null)
                .map(part -> String.valueOf(part.getValue().primitiveValue()))
                .toList();
    }
}
