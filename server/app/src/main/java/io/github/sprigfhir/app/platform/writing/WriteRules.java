package io.github.sprigfhir.app.platform.writing;

import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import io.github.sprigfhir.app.platform.validation.ProfileValidator;
import io.github.sprigfhir.domain.kernel.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Everything a resource must satisfy before it is stored; finds all that is wrong with it at once. */
@Component
public final class WriteRules {

    /** Of a profile or of FHIR itself, by the key of its invariant or the id of the validator's message. */
    private record OfProfile(String key) implements Rule {}

    private final ProfileValidator validator;
    private final ValidationSettings settings;
    private final List<CodingCheck> codings;

    WriteRules(ProfileValidator validator, ValidationSettings settings, List<CodingCheck> codings) {
        this.validator = validator;
        this.settings = settings;
        this.codings = codings;
    }

    /** Puts the resource into the form in which it is stored, its profile claimed, and lists what is wrong with it. */
    public List<Problem> check(Resource resource) {
        var profile = ProfileSelection.profileOf(resource);
        if (profile.isEmpty()) {
            return List.of(Problem.invalid(
                    ServerRule.TYPE_NOT_STORED,
                    resource.fhirType(),
                    "This server does not store %s resources.".formatted(resource.fhirType()),
                    "The CapabilityStatement lists what it stores."));
        }
        var problems = new ArrayList<Problem>();
        var unsafe = new ArrayList<Problem>();
        ElementWalk.through(resource, (element, path) -> {
            CodeCheck.check(element, path, problems);
            if (element instanceof Coding coding) {
                codings.forEach(check -> check.check(coding, path, problems));
            }
            checkSafety(element, path, unsafe);
        });
        if (!unsafe.isEmpty()) {
            // Not for the validator: it would spend long on the number, or repeat the narrative.
            problems.addAll(unsafe);
            return problems;
        }
        claim(resource, profile.get());
        if (settings.enabled()) {
            problems.addAll(validate(resource, profile.get()));
        }
        return problems;
    }

    private static void checkSafety(Base element, Supplier<String> path, List<Problem> problems) {
        if (element instanceof Narrative narrative && narrative.getDiv() != null) {
            NarrativeRules.judge(narrative.getDiv(), path.get() + ".div").ifPresent(problems::add);
        } else if (element instanceof DecimalType decimal
                && decimal.getValue() != null
                && Numbers.isAbsurd(decimal.getValue())) {
            problems.add(Problem.invalid(
                    ServerRule.NUMBER_RANGE,
                    path.get(),
                    Numbers.FAULT,
                    "Send the number that was meant, written out."));
        }
    }

    private static void claim(Resource resource, String profile) {
        if (!resource.getMeta().hasProfile(profile)) {
            resource.getMeta().addProfile(profile);
        }
    }

    /**
     * HL7's validator fails on conditional references, so they stand aside while it looks. What it merely advises, or
     * cannot check without a licensed code system, does not concern the sender.
     */
    private List<Problem> validate(Resource resource, String profile) {
        var aside = new HashMap<Reference, String>();
        ElementWalk.through(resource, (element, path) -> {
            if (element instanceof Reference reference && CodeCheck.isConditional(reference)) {
                var address = reference.getReference();
                aside.put(reference, address);
                reference.setReference(address.substring(0, address.indexOf('?')) + "/to-be-resolved");
            }
        });
        try {
            return validator.validate(resource, profile).stream()
                    .filter(io.github.sprigfhir.app.platform.validation.Problem::isError)
                    .map(WriteRules::toProblem)
                    .toList();
        } finally {
            aside.forEach(Reference::setReference);
        }
    }

    private static Problem toProblem(io.github.sprigfhir.app.platform.validation.Problem found) {
        return Problem.invalid(new OfProfile(found.rule()), found.expression(), found.text(), "");
    }
}
