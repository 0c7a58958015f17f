package io.github.sprigfhir.app.referral.record;

import io.github.sprigfhir.domain.referral.RecordRow;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Where a row of the standard stands, as a line of the mapping says. */
final class RowPlace {

    private static final String PROFILES = "https://sprig-fhir.github.io/ig/StructureDefinition/";
    private static final String FOLLOW = ".resolve()";

    private final RecordRow row;
    private final String type;
    private final String profile;
    private final List<String> way;
    private final List<ExpressionNode> steps;
    private final String written;
    private final ExpressionNode path;
    private final @Nullable ExpressionNode none;
    private final FHIRPathEngine engine;

    RowPlace(RecordRow row, CSVRecord line, FHIRPathEngine engine) {
        this.row = row;
        this.engine = engine;
        type = line.get("resource");
        profile = line.get("profile");
        way = way(line.get("from"));
        steps = way.stream().map(engine::parse).toList();
        written = line.get("fhirpath");
        path = engine.parse(written);
        none = line.get("none").isEmpty() ? null : engine.parse(line.get("none"));
    }

    RecordRow row() {
        return row;
    }

    /** The element of the referral by which it is reached, as FHIRPath. */
    String element() {
        if (!way.isEmpty() && way.get(0).startsWith("ServiceRequest.")) {
            return way.get(0);
        }
        return switch (type) {
            case "Patient" -> "ServiceRequest.subject";
            case "Consent", "Flag" -> "ServiceRequest.supportingInfo";
            case "ServiceRequest" -> written.equals("$this") ? type : type + "." + written;
            default -> "ServiceRequest";
        };
    }

    /** In words where it is to be sent. */
    String said() {
        return written.equals("$this") ? "a " + type : type + "." + written;
    }

    String profile() {
        return profile;
    }

    /** Whether something of it is in a record. */
    boolean isIn(Pool pool) {
        return resources(pool).anyMatch(resource -> !evaluate(resource, path).isEmpty());
    }

    /** Whether all that there is of it says that there is nothing. */
    boolean isNoneIn(Pool pool) {
        return none != null && resources(pool).allMatch(resource -> engine.convertToBoolean(evaluate(resource, none)));
    }

    private Stream<? extends Base> resources(Pool pool) {
        if (steps.isEmpty()) {
            return pool.of(type).stream()
                    .filter(resource -> resource.getMeta().hasProfile(PROFILES + profile))
                    .filter(RowPlace::stands);
        }
        var begin = way.get(0).substring(0, way.get(0).indexOf('.'));
        Stream<? extends Base> reached = pool.of(begin).stream().filter(RowPlace::stands);
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var found = reached.flatMap(one -> evaluate(one, step).stream());
            reached = i < steps.size() - 1 || isFollowedAtEnd() ? found.flatMap(one -> follow(one, pool)) : found;
        }
        return reached.filter(one -> one.fhirType().equals(type));
    }

    /** A way ends with a resource: one that was followed to, or one of these that was chosen. */
    private boolean isFollowedAtEnd() {
        return !way.get(way.size() - 1).startsWith("$this");
    }

    private static Stream<? extends Base> follow(Base found, Pool pool) {
        return found instanceof Reference reference ? pool.follow(reference).stream() : Stream.empty();
    }

    private List<Base> evaluate(Base base, ExpressionNode expression) {
        return engine.evaluate(null, base, base, base, expression);
    }

    /** What was entered in error is not on record. */
    private static boolean stands(Resource resource) {
        var status = resource.getChildByName("status");
        var verified = resource.getChildByName("verificationStatus");
        return Stream.of(status, verified)
                .filter(element -> element != null)
                .flatMap(element -> element.getValues().stream())
                .noneMatch(value -> "entered-in-error".equals(value.primitiveValue())
                        || (value instanceof CodeableConcept concept
                                && concept.getCoding().stream()
                                        .anyMatch(coding -> "entered-in-error".equals(coding.getCode()))));
    }

    /** The parts between the references that are followed. */
    private static List<String> way(String from) {
        if (from.isEmpty()) {
            return List.of();
        }
        return Stream.of(from.split("\\Q" + FOLLOW + "\\E"))
                .map(part -> part.startsWith(".where(") ? "$this" + part : part.replaceFirst("^\\.", ""))
                .toList();
    }
}
