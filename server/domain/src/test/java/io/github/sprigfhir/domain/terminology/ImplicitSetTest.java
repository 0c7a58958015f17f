package io.github.sprigfhir.domain.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.terminology.ConstraintReader.Reading;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImplicitSetTest {

    private static final Constraint DIABETES = new Constraint.One(SmallTaxonomy.DIABETES);

    @ParameterizedTest
    @CsvSource({
        "http://snomed.info/sct?fhir_vs, *",
        "http://snomed.info/sct?fhir_vs=isa/73211009, << 73211009",
        "http://snomed.info/sct?fhir_vs=refset/1373501000000105, ^ 1373501000000105",
        "http://snomed.info/sct?fhir_vs=ecl/< 73211009, < 73211009"
    })
    void itsAddressSaysWhatIsMeant(String address, String expression) {
        assertThat(ImplicitSet.read(address))
                .contains(new ImplicitSet("", ConstraintReader.read(expression)))
                .hasValueSatisfying(set -> assertThat(set.reading()).isInstanceOf(Reading.Sound.class));
    }

    @Test
    void itMayNameAnEdition() {
        assertThat(ImplicitSet.read("http://snomed.info/sct/83821000000107?fhir_vs=isa/73211009"))
                .contains(new ImplicitSet(
                        "http://snomed.info/sct/83821000000107",
                        new Reading.Sound(new Constraint.Kinds(DIABETES, true))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://snomed.info/sct?fhir_vs=isa/",
                "http://snomed.info/sct?fhir_vs=isa/73211008",
                "http://snomed.info/sct?fhir_vs=refset",
                "http://snomed.info/sct?fhir_vs=ecl/",
                "http://snomed.info/sct?fhir_vsisa/73211009"
            })
    void whatIsNotUnderstoodIsSaidToBe(String address) {
        assertThat(ImplicitSet.read(address))
                .hasValueSatisfying(set -> assertThat(set.reading()).isInstanceOf(Reading.Faulty.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://snomed.info/sct",
                "http://snomed.info/sctx?fhir_vs",
                "https://example.org/ValueSet/one?fhir_vs=isa/73211009"
            })
    void otherAddressesAreNotItsOwn(String address) {
        assertThat(ImplicitSet.read(address)).isEqualTo(Optional.empty());
    }
}
