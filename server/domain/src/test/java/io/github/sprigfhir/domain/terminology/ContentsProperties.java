package io.github.sprigfhir.domain.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of what is in value sets, some of it listed and some of it meant. */
class ContentsProperties {

    private static final List<Code> CODES = Stream.concat(
                    SmallTaxonomy.ALL.stream().map(one -> new Code(Code.SNOMED, one.value())),
                    Stream.of(new Code("urn:ours", "a"), new Code("urn:ours", "b"), new Code("urn:ours", "404684003")))
            .toList();

    private final SmallTaxonomy taxonomy = new SmallTaxonomy();

    @Property
    void whatIsInEitherIsInOneOfThem(@ForAll("contents") Contents one, @ForAll("contents") Contents other) {
        assertThat(CODES).allMatch(code -> has(one.or(other), code) == (has(one, code) || has(other, code)));
    }

    @Property
    void whatIsInBothIsInEach(@ForAll("contents") Contents one, @ForAll("contents") Contents other) {
        assertThat(CODES).allMatch(code -> has(one.and(other, taxonomy), code) == (has(one, code) && has(other, code)));
    }

    @Property
    void whatIsTakenIsNotLeft(@ForAll("contents") Contents one, @ForAll("contents") Contents other) {
        assertThat(CODES)
                .allMatch(code -> has(one.minus(other, taxonomy), code) == (has(one, code) && !has(other, code)));
    }

    @Property
    void theRestIsWhatIsNotListed(@ForAll("contents") Contents contents) {
        var rest = contents.rest().map(Contents::of).orElse(Contents.NOTHING);

        assertThat(CODES)
                .allMatch(code -> has(rest, code)
                        == (has(contents, code) && !contents.listed().containsKey(code)));
    }

    private boolean has(Contents contents, Code code) {
        return contents.has(code, taxonomy);
    }

    @Provide
    Arbitrary<Contents> contents() {
        var listed = Arbitraries.of(CODES).set().ofMaxSize(4).map(codes -> {
            var shown = new LinkedHashMap<Code, String>();
            codes.forEach(code -> shown.put(code, "The code " + code.code()));
            return shown;
        });
        var meant = Arbitraries.of(SmallTaxonomy.ALL)
                .map(code -> (Constraint) new Constraint.Kinds(new Constraint.One(code), true))
                .optional();
        return Combinators.combine(listed, meant)
                .as((codes, constraint) -> new Contents(codes, Optional.ofNullable(constraint.orElse(null))));
    }
}
