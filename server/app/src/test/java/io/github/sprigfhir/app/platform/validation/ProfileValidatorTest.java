package io.github.sprigfhir.app.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.utilities.http.ManagedWebAccess;
import org.junit.jupiter.api.Test;

/** What the validator promises beyond the verdict, and what it must not conclude from resources seen before. */
class ProfileValidatorTest {

    private static final Corpus CORPUS = new Corpus();
    private static final ProfileValidator VALIDATOR =
            new ProfileValidator(new CoreDefinitions(Corpus.FHIR), CORPUS.definitions);

    @Test
    void anInvariantIsAskedOfEachResourceThoughItsShapeIsKnown() {
        var outcome = example("Observation-example-outcome-baseline.json", Observation.class);
        assertThat(problems(outcome)).isEmpty();

        outcome.getValueQuantity().setValue(7);
        assertThat(problems(outcome)).isEmpty();
        outcome.getValueQuantity().setValue(11);

        assertThat(problems(outcome))
                .filteredOn(Problem::isError)
                .extracting(Problem::rule)
                .containsExactly("sprig-ons4-whole-number");
    }

    @Test
    void aCodeAcceptedInOnePlaceIsNotThereforeAcceptedInAnother() {
        var referral = example("ServiceRequest-example-referral.json", ServiceRequest.class);
        assertThat(problems(referral)).isEmpty();

        referral.setReasonCode(List.of(referral.getCategoryFirstRep()));

        assertThat(problems(referral)).filteredOn(Problem::isError).isNotEmpty();
    }

    @Test
    void theSameSecurityLabelTwiceIsRefusedThoughTwoDifferentOnesAreNot() {
        var patient = example("Patient-example-patient.json", Patient.class);
        patient.getMeta().addSecurity().setSystem("http://snomed.info/sct").setCode("1");
        patient.getMeta().addSecurity().setSystem("http://snomed.info/sct").setCode("2");
        assertThat(problems(patient)).isEmpty();
        assertThat(problems(patient)).isEmpty();

        patient.getMeta().getSecurity().get(1).setCode("1");

        assertThat(problems(patient))
                .filteredOn(Problem::isError)
                .extracting(Problem::rule)
                .containsExactly("Meta_RES_Security_Duplicate");
    }

    @Test
    void allProblemsAreToldAtOnceEachWithItsPlace() {
        var patient = example("Patient-example-patient.json", Patient.class);
        patient.setBirthDate(null);
        patient.setName(null);

        assertThat(problems(patient))
                .filteredOn(Problem::isError)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(problem -> assertThat(problem.expression()).startsWith("Patient"));
    }

    @Test
    void aProblemDoesNotRepeatWhatThePersonSaid() {
        var patient = example("Patient-example-patient.json", Patient.class);
        patient.getNameFirstRep().setFamily("Featherstonehaugh ");
        patient.getIdentifierFirstRep().setSystem("urn:ietf:rfc:3986").setValue("not an address 42");

        var found = VALIDATOR.explain(patient, Corpus.profileOf(patient));

        assertThat(found).anyMatch(Problem::isError);
        assertThat(found)
                .extracting(Problem::text)
                .noneMatch(text -> text.contains("Featherstonehaugh") || text.contains("not an address 42"));
    }

    @Test
    void hl7sLibraryMayNotUseTheNetwork() {
        assertThat(ManagedWebAccess.getAccessPolicy()).isEqualTo(ManagedWebAccess.WebAccessPolicy.PROHIBITED);
        assertThatThrownBy(() -> ManagedWebAccess.get(List.of("web"), "http://127.0.0.1:1/"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not allowed");
    }

    private static <T extends DomainResource> T example(String file, Class<T> type) {
        return type.cast(Objects.requireNonNull(CORPUS.examples.get(file)).copy());
    }

    private static List<Problem> problems(DomainResource resource) {
        return VALIDATOR.validate(resource, Corpus.profileOf(resource));
    }
}
