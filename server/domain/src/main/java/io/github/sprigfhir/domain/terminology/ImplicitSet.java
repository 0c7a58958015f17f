package io.github.sprigfhir.domain.terminology;

import io.github.sprigfhir.domain.terminology.ConstraintReader.Reading;
import java.util.Optional;

/**
 * The value sets that FHIR gives SNOMED CT by their addresses alone ({@code http://snomed.info/sct?fhir_vs=...}; FHIR R4,
 * "Using SNOMED CT with FHIR"): all concepts, {@code isa/}, {@code refset/} and {@code ecl/}.
 *
 * @param version the edition or version that the address names, as {@code http://snomed.info/sct/83821000000107}; empty
 *     where it names none
 * @param reading which concepts are meant
 */
public record ImplicitSet(String version, Reading reading) {

    private static final String QUERY = "?fhir_vs";

    /** Reads such an address, with its percent signs decoded; none where it is another. */
    public static Optional<ImplicitSet> read(String address) {
        int query = address.indexOf(QUERY);
        if (query < 0 || !(address.startsWith(Code.SNOMED + "/") || address.startsWith(Code.SNOMED + "?"))) {
            return Optional.empty();
        }
        var version = address.substring(0, query);
        return Optional.of(new ImplicitSet(
                version.equals(Code.SNOMED) ? "" : version, meaning(address.substring(query + QUERY.length()))));
    }

    private static Reading meaning(String which) {
        if (which.isEmpty()) {
            return new Reading.Sound(new Constraint.Any());
        }
        if (which.startsWith("=isa/")) {
            return ConstraintReader.read("<< " + which.substring("=isa/".length()));
        }
        if (which.startsWith("=refset/")) {
            return ConstraintReader.read("^ " + which.substring("=refset/".length()));
        }
        if (which.startsWith("=ecl/")) {
            return ConstraintReader.read(which.substring("=ecl/".length()));
        }
        return new Reading.Faulty(0, "It is none of fhir_vs, fhir_vs=isa/, fhir_vs=refset/ and fhir_vs=ecl/.");
    }
}
