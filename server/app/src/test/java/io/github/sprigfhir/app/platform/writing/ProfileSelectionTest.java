package io.github.sprigfhir.app.platform.writing;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which profile a resource is held to follows from its content alone. */
class ProfileSelectionTest {

    private static final String IG = "https://sprig-fhir.github.io/ig/";
    private static final String PROFILES = IG + "StructureDefinition/";
    private static final Path COMPILED = Path.of("../../profiles/generated");
    private static final Path TERMINOLOGY = Path.of("../../terminology/generated");

    static List<Resource> examples() throws IOException {
        try (Stream<Path> files = Files.list(COMPILED)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(ProfileSelectionTest::read)
                    .filter(resource -> !(resource instanceof MetadataResource) && !(resource instanceof Bundle))
                    // The server makes it, for nobody to send.
                    .filter(resource -> !resource.getIdPart().equals("example-copy"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsHeldToTheProfileThatItShowsEvenIfItDoesNotSaySo(Resource example) {
        var shown = example.getMeta().getProfile().get(0).getValue();
        example.setMeta(null);

        assertThat(ProfileSelection.profileOf(example)).as(example.getId()).hasValue(shown);
    }

    @Test
    void aClaimChangesNothing() {
        var signposting = new Communication();
        signposting.setMeta(new Meta().addProfile(PROFILES + "sprig-feedback"));

        assertThat(ProfileSelection.profileOf(signposting)).hasValue(PROFILES + "sprig-signposting");
    }

    @Test
    void aReferralIsOneEvenWhereItIsBasedOnAnOffer() {
        var referral = (ServiceRequest) read(COMPILED.resolve("ServiceRequest-example-referral.json"));
        referral.addBasedOn().setReference("ServiceRequest/offer");

        assertThat(ProfileSelection.profileOf(referral)).hasValue(PROFILES + "sprig-referral");
        referral.setIntent(ServiceRequestIntent.PROPOSAL);
        assertThat(ProfileSelection.profileOf(referral)).hasValue(PROFILES + "sprig-offer");
    }

    @Test
    void theLifecycleCodesAreThoseOfTheValueSet() {
        var lifecycle = (ValueSet) read(TERMINOLOGY.resolve("ValueSet-lifecycle.json"));

        assertThat(ProfileSelection.LIFECYCLE)
                .containsExactlyElementsOf(lifecycle.getCompose().getInclude().get(0).getConcept().stream()
                        .map(ConceptReferenceComponent::getCode)
                        .toList());
        var sameDigitsElsewhere = new Observation();
        sameDigitsElsewhere.getCode().addCoding().setSystem("urn:other").setCode(ProfileSelection.LIFECYCLE.get(0));
        assertThat(ProfileSelection.profileOf(sameDigitsElsewhere)).hasValue(PROFILES + "sprig-outcome-score");
    }

    @Test
    void theCodesOfOns4AreThoseOfTheValueSet() {
        var ons4 = (ValueSet) read(TERMINOLOGY.resolve("ValueSet-ons4.json"));

        assertThat(ProfileSelection.ONS4)
                .containsExactlyElementsOf(ons4.getCompose().getInclude().get(0).getConcept().stream()
                        .map(ConceptReferenceComponent::getCode)
                        .toList());
    }

    @Test
    void theFormsAreThoseOfThePackageAndOfTheServer() throws IOException {
        var forms = new ArrayList<String>();
        for (var folder : List.of(COMPILED, Path.of("src/main/resources"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.getFileName().toString().matches("(Questionnaire|sprig-form)-.*\\.json"))
                        .map(file -> (Questionnaire) read(file))
                        .filter(Questionnaire::hasCode)
                        .forEach(form -> forms.add(form.getIdPart()));
            }
        }
        assertThat(ProfileSelection.FORMS).containsExactlyInAnyOrderElementsOf(forms);
    }

    @Test
    void answersToAnInstrumentAreHeldToTheirOwnProfileWhicheverVersionTheyName() {
        var answers = new QuestionnaireResponse().setQuestionnaire(IG + "Questionnaire/phq-9|7");

        assertThat(ProfileSelection.profileOf(answers)).hasValue(PROFILES + "sprig-outcome-response");
        answers.setQuestionnaire(IG + "Questionnaire/phq-9-of-ours");
        assertThat(ProfileSelection.profileOf(answers)).hasValue(PROFILES + "sprig-experience");
        answers.setQuestionnaire(null);
        assertThat(ProfileSelection.profileOf(answers)).hasValue(PROFILES + "sprig-experience");
    }

    @Test
    void aTypeWithoutAProfileIsNotStored() {
        assertThat(ProfileSelection.profileOf(new Appointment())).isEmpty();
    }

    private static Resource read(Path file) {
        try {
            return (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
