package io.github.sprigfhir.app.terminology;

import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.context.support.ValueSetExpansionOptions;
import io.github.sprigfhir.app.terminology.ValueSets.NotUnderstood;
import io.github.sprigfhir.domain.terminology.Code;
import io.github.sprigfhir.domain.terminology.Constraint;
import io.github.sprigfhir.domain.terminology.ConstraintReader;
import io.github.sprigfhir.domain.terminology.ConstraintReader.Reading;
import io.github.sprigfhir.domain.terminology.Contents;
import io.github.sprigfhir.domain.terminology.ImplicitSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetFilterComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;

/** Reads what is in a value set: the codes that it lists, and of SNOMED CT what it means without listing it. */
final class ValueSetReader {

    private static final int DEEPEST = 10;

    private final ValidationSupportContext known;
    private final Concepts concepts;
    private int depth;

    ValueSetReader(ValidationSupportContext known, Concepts concepts) {
        this.known = known;
        this.concepts = concepts;
    }

    Contents read(ValueSet valueSet) throws NotUnderstood {
        if (++depth > DEEPEST) {
            throw new NotUnderstood("The value set is made of others, which are made of others, too deep.");
        }
        var contents = Contents.NOTHING;
        for (var part : valueSet.getCompose().getInclude()) {
            contents = contents.or(part(part));
        }
        for (var part : valueSet.getCompose().getExclude()) {
            contents = contents.minus(part(part), concepts);
        }
        depth--;
        return contents;
    }

    /** What is in all that the part names. */
    private Contents part(ConceptSetComponent part) throws NotUnderstood {
        var contents = part.hasSystem() ? Optional.of(ofSystem(part)) : Optional.<Contents>empty();
        for (var address : part.getValueSet()) {
            var other = ofValueSet(address.getValue());
            contents = Optional.of(contents.isEmpty() ? other : contents.get().and(other, concepts));
        }
        return contents.orElse(Contents.NOTHING);
    }

    private Contents ofValueSet(String address) throws NotUnderstood {
        var implicit = ValueSets.implicitly(address);
        if (implicit.isPresent()) {
            return Contents.of(ofEdition(implicit.get()));
        }
        if (known.getRootValidationSupport().fetchValueSet(address.replaceFirst("\\|.*", ""))
                instanceof ValueSet found) {
            return read(found);
        }
        throw new NotUnderstood("It is made of the value set %s, which is not known here.".formatted(address));
    }

    private Constraint ofEdition(ImplicitSet implicit) throws NotUnderstood {
        var loaded = concepts.version().orElse("");
        if (!loaded.isEmpty()
                && !(loaded + "/")
                        .startsWith(implicit.version() + (implicit.version().isEmpty() ? "" : "/"))) {
            throw new NotUnderstood("It is of %s, and %s is loaded here.".formatted(implicit.version(), loaded));
        }
        return sound(implicit.reading());
    }

    private Contents ofSystem(ConceptSetComponent part) throws NotUnderstood {
        if (part.hasConcept()) {
            return listed(part);
        }
        if (Code.SNOMED.equals(part.getSystem())) {
            return Contents.of(meant(part.getFilter()));
        }
        return !part.hasFilter()
                        && known.getRootValidationSupport().fetchCodeSystem(part.getSystem())
                                instanceof CodeSystem whole
                        && whole.getContent() == CodeSystemContentMode.COMPLETE
                ? listed(CodeSystems.read(whole))
                : expanded(part);
    }

    private static Contents listed(CodeSystems.Listed system) {
        var codes = new LinkedHashMap<Code, String>();
        system.entries().forEach((code, entry) -> {
            if (!entry.isAbstract()) {
                codes.put(new Code(system.url(), code), entry.display());
            }
        });
        return new Contents(codes, Optional.empty());
    }

    private Contents listed(ConceptSetComponent part) {
        var codes = new LinkedHashMap<Code, String>();
        part.getConcept()
                .forEach(one -> codes.put(
                        new Code(part.getSystem(), one.getCode()),
                        one.hasDisplay() ? one.getDisplay() : display(part.getSystem(), one.getCode())));
        return new Contents(codes, Optional.empty());
    }

    private String display(String system, String code) {
        var found = known.getRootValidationSupport()
                .lookupCode(known, new ca.uhn.fhir.context.support.LookupCodeRequest(system, code));
        return found == null || found.getCodeDisplay() == null ? code : found.getCodeDisplay();
    }

    private static Constraint meant(List<ConceptSetFilterComponent> filters) throws NotUnderstood {
        var parts = new ArrayList<Constraint>();
        for (var filter : filters) {
            parts.add(sound(ConstraintReader.read(expression(filter))));
        }
        return parts.isEmpty() ? new Constraint.Any() : new Constraint.All(parts);
    }

    private static String expression(ConceptSetFilterComponent filter) throws NotUnderstood {
        var value = Objects.requireNonNullElse(filter.getValue(), "");
        var which =
                filter.getProperty() + " " + (filter.hasOp() ? filter.getOp().toCode() : "");
        return switch (which) {
            case "concept is-a" -> "<< " + value;
            case "concept descendent-of" -> "< " + value;
            case "concept is-not-a" -> "* MINUS << " + value;
            case "concept =" -> value;
            case "concept in" -> "^ " + value;
            case "constraint =", "expression =" -> value;
            default ->
                throw new NotUnderstood(
                        "Of SNOMED CT it filters by \"%s\"; understood are concept with is-a, descendent-of,"
                                        .formatted(which)
                                + " is-not-a, = and in, and constraint with =.");
        };
    }

    private static Constraint sound(Reading reading) throws NotUnderstood {
        if (reading instanceof Reading.Faulty faulty) {
            throw new NotUnderstood(
                    "Its expression is not understood at place %d: %s".formatted(faulty.at() + 1, faulty.why()));
        }
        return ((Reading.Sound) reading).constraint();
    }

    private Contents expanded(ConceptSetComponent part) throws NotUnderstood {
        var alone = new ValueSet();
        alone.getCompose()
                .addInclude(
                        new ConceptSetComponent().setSystem(part.getSystem()).setFilter(part.getFilter()));
        var outcome = known.getRootValidationSupport().expandValueSet(known, new ValueSetExpansionOptions(), alone);
        if (outcome == null || !(outcome.getValueSet() instanceof ValueSet expanded)) {
            throw new NotUnderstood("The codes of %s are not known here.".formatted(part.getSystem()));
        }
        var codes = new LinkedHashMap<Code, String>();
        enter(expanded.getExpansion().getContains(), codes);
        return new Contents(codes, Optional.empty());
    }

    private static void enter(List<ValueSetExpansionContainsComponent> contains, Map<Code, String> codes) {
        for (var one : contains) {
            if (one.hasCode() && !one.getAbstract()) {
                codes.put(
                        new Code(one.getSystem(), one.getCode()), one.hasDisplay() ? one.getDisplay() : one.getCode());
            }
            enter(one.getContains(), codes);
        }
    }
}
