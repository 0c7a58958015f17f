package io.github.sprigfhir.domain.terminology;

import io.github.sprigfhir.domain.kernel.Parsed;
import io.github.sprigfhir.domain.kernel.SnomedCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in a value set: codes that are listed, in their order, and concepts of SNOMED CT that a constraint means, of
 * which there may be too many to list.
 *
 * @param listed the codes, each with how it is shown; SNOMED CT's may be among them
 * @param meant the concepts of SNOMED CT besides
 */
public record Contents(Map<Code, String> listed, Optional<Constraint> meant) {

    public static final Contents NOTHING = new Contents(Map.of(), Optional.empty());

    public Contents {
        listed = Collections.unmodifiableMap(new LinkedHashMap<>(listed));
    }

    public static Contents of(Constraint constraint) {
        return new Contents(Map.of(), Optional.of(constraint));
    }

    /** Whether the code is in it; of a concept that is only meant, whether it exists is another question. */
    public boolean has(Code code, Taxonomy taxonomy) {
        return listed.containsKey(code) || isMeant(code, taxonomy);
    }

    /** What is in either. */
    public Contents or(Contents other) {
        var both = new LinkedHashMap<>(other.listed);
        var all = new LinkedHashMap<>(listed);
        both.forEach(all::putIfAbsent);
        return new Contents(all, joined(meant, other.meant));
    }

    /** What is in both. */
    public Contents and(Contents other, Taxonomy taxonomy) {
        var all = new LinkedHashMap<Code, String>();
        listed.forEach((code, display) -> {
            if (other.has(code, taxonomy)) {
                all.put(code, display);
            }
        });
        other.listed.forEach((code, display) -> {
            if (isMeant(code, taxonomy)) {
                all.putIfAbsent(code, display);
            }
        });
        return new Contents(
                all,
                meant.flatMap(here -> other.meant.map(there -> (Constraint) new Constraint.All(List.of(here, there)))));
    }

    /** What is in this, and not in the other. */
    public Contents minus(Contents other, Taxonomy taxonomy) {
        var left = new LinkedHashMap<>(listed);
        left.keySet().removeIf(code -> other.has(code, taxonomy));
        var taken = joined(other.meant, other.listedOfSnomed());
        return new Contents(
                left, meant.map(here -> taken.isEmpty() ? here : new Constraint.Without(here, taken.get())));
    }

    /** The concepts that are meant and not listed. */
    public Optional<Constraint> rest() {
        var here = listedOfSnomed();
        return meant.map(all -> here.isEmpty() ? all : new Constraint.Without(all, here.get()));
    }

    private boolean isMeant(Code code, Taxonomy taxonomy) {
        return code.isSnomed()
                && meant.isPresent()
                && SnomedCode.parse(code.code())
                        .fold(concept -> meant.get().holds(concept, taxonomy), refused -> false);
    }

    private Optional<Constraint> listedOfSnomed() {
        var ones = new ArrayList<Constraint>();
        for (var code : listed.keySet()) {
            if (code.isSnomed() && SnomedCode.parse(code.code()) instanceof Parsed.Valid<SnomedCode> concept) {
                ones.add(new Constraint.One(concept.value()));
            }
        }
        return ones.isEmpty() ? Optional.empty() : Optional.of(new Constraint.Either(ones));
    }

    private static Optional<Constraint> joined(Optional<Constraint> one, Optional<Constraint> other) {
        if (one.isPresent() && other.isPresent()) {
            return Optional.of(new Constraint.Either(List.of(one.get(), other.get())));
        }
        return one.or(() -> other);
    }
}
