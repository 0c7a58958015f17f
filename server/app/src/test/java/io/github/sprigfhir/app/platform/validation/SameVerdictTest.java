package io.github.sprigfhir.app.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.parser.DataFormatException;
import io.github.sprigfhir.app.platform.validation.Mutations.Mutant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/**
 * Holds our validation to HAPI's own, over the published examples and thousands of ways to spoil them.
 *
 * <p>Every n-th mutant is tried; {@code -Dsprig.validation.every=1} tries all of them, which takes some minutes.
 */
class SameVerdictTest {

    private static final int EVERY = Integer.getInteger("sprig.validation.every", 197);

    private final Corpus corpus = new Corpus();
    private final StockValidation stock = new StockValidation(corpus.definitions);
    private final ProfileValidator ours = new ProfileValidator(new CoreDefinitions(Corpus.FHIR), corpus.definitions);

    @Test
    void whateverIsWrongWithAResourceBothSayTheSame() {
        for (var example : corpus.examples.values()) {
            var profile = Corpus.profileOf(example);
            var found = errors(example, profile);
            verdictOfStock(example, profile)
                    .ifPresent(expected -> assertThat(found).isEqualTo(expected));
        }
        int tried = 0;
        int refused = 0;
        int turn = 0;
        var different = new ArrayList<String>();
        for (var example : corpus.examples.entrySet()) {
            var profile = Corpus.profileOf(example.getValue());
            var json = Corpus.FHIR.newJsonParser().encodeResourceToString(example.getValue());
            for (var mutant : Mutations.of(json)) {
                var resource = turn++ % EVERY == 0 ? parse(mutant) : Optional.<Resource>empty();
                if (resource.isEmpty()) {
                    continue;
                }
                tried++;
                var expected = verdictOfStock(resource.get(), profile);
                if (expected.isEmpty()) {
                    errors(resource.get(), profile);
                    continue;
                }
                refused += expected.get().isEmpty() ? 0 : 1;
                for (int time = 0; time < 2; time++) {
                    var found = errors(resource.get(), profile);
                    if (!found.equals(expected.get())) {
                        different.add("%s %s%n  HAPI: %s%n  ours: %s"
                                .formatted(example.getKey(), mutant.change(), expected.get(), found));
                    }
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(refused).isBetween(tried / 5, tried * 9 / 10);
    }

    /** Nothing, if the change makes it unreadable: then it never comes as far as validation. */
    private static Optional<Resource> parse(Mutant mutant) {
        try {
            return Optional.of(Corpus.parse(mutant.json()));
        } catch (DataFormatException unreadable) {
            return Optional.empty();
        }
    }

    /** Nothing, where HAPI itself falls over a resource: ours must not. */
    private Optional<Set<String>> verdictOfStock(Resource resource, String profile) {
        try {
            return Optional.of(stock.errors(resource, profile));
        } catch (StringIndexOutOfBoundsException fault) {
            return Optional.empty();
        }
    }

    private Set<String> errors(Resource resource, String profile) {
        return ours.validate(resource, profile).stream()
                .filter(Problem::isError)
                .map(problem -> problem.rule() + " at " + problem.expression())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
