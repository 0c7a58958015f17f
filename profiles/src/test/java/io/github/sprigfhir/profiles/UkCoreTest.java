package io.github.sprigfhir.profiles;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What we produce also obeys UK Core, and UK Core's own examples show that the check is sound. */
class UkCoreTest {

    /** UK Core's examples that HL7's validator refuses, and why: slips of the examples, but for the two of Lab. */
    private static final Map<String, String> REFUSED = Map.of(
            "UKCore-Bundle-NEWS2Observations-Example",
            "The fullUrl must be an absolute URL",
            // Its two slices are value sets of SNOMED CT, which cannot be told apart without a UK Edition.
            "UKCore-Observation-Lab-Albumin-Example",
            "Element matches more than one slice - valueset-PaLM, valueset-PBCL",
            "UKCore-Observation-Lab-Sn-AbsentData-Example",
            "Element matches more than one slice - valueset-PaLM, valueset-PBCL",
            "UKCore-Provenance-RARecordConsent-Example",
            "Organization/https://fhir.hl7.org.uk/StructureDefinition/UKCore-Organization is not a valid Target");

    private static final String UK = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-";

    private static final String UK_CODES = "https://fhir.hl7.org.uk/CodeSystem/";

    private static final String VERIFICATION_STATUS =
            "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus";

    private final UkCore ukCore = UkCore.orSkip();

    @Test
    void everyExampleObeysTheUkCoreProfileOfItsType() {
        assertAll(ours().filter(ukCore::hasProfileFor).map(this::obeysUkCore));
    }

    @Test
    void onlyAssurancesGoalsAndMeasuresHaveNoUkCoreProfileToObey() {
        assertEquals(
                Set.of("Goal", "ObservationDefinition", "VerificationResult"),
                ours().filter(r -> !ukCore.hasProfileFor(r))
                        .map(Resource::fhirType)
                        .collect(toCollection(TreeSet::new)));
    }

    @Test
    void ukCoresOwnExamplesAreValidButForAKnownFew() {
        Set<String> refused = new TreeSet<>();
        ukCore.examples().resources().forEach(example -> {
            String errors = ukCore.validator().errorsIn(example, ukCore.profileShownBy(example));
            if (!errors.isEmpty()) {
                refused.add(example.getIdPart());
                assertTrue(errors.contains(REFUSED.getOrDefault(example.getIdPart(), "no error expected")), errors);
            }
        });
        assertEquals(REFUSED.keySet(), refused);
        assertEquals(35, ukCore.examples().resources().size());
    }

    @Test
    void anExtensionOfUkCoreIsCheckedWhereUkCoreIsLoaded() {
        Patient patient = Artefacts.OURS.example(Patient.class, "example-patient");
        statusOf(patient).getCodingFirstRep().setCode("no-such-status").setDisplay(null);

        assertTrue(ukCore.validator().errorsIn(patient).contains("UKCore-NHSNumberVerificationStatus"));
        assertEquals("", ProfileValidator.OURS.errorsIn(patient));
    }

    /** Those that no example has, in the form in which the mapping of the national record names them. */
    @Test
    void theExtensionsOfTheNationalRecordAreUkCores() {
        Patient patient = Artefacts.OURS.example(Patient.class, "example-patient");
        patient.addExtension(
                UK + "BirthSex", coded("http://terminology.hl7.org/CodeSystem/v3-AdministrativeGender", "F"));
        patient.addExtension()
                .setUrl(UK + "ContactPreference")
                .addExtension("PreferredContactMethod", coded(UK_CODES + "UKCore-PreferredContactMethod", "2"));
        Encounter contact = Artefacts.OURS.example(Encounter.class, "example-contact");
        contact.addExtension(UK + "OutcomeOfAttendance", coded(UK_CODES + "UKCore-OutcomeOfAttendanceEngland", "1"));

        assertEquals("", ukCore.validator().errorsIn(patient, UkCore.profileOfType(patient)));
        assertEquals("", ukCore.validator().errorsIn(contact, UkCore.profileOfType(contact)));
        patient.getExtensionByUrl(UK + "BirthSex").setValue(new StringType("F"));
        assertTrue(ukCore.validator()
                .errorsIn(patient, UkCore.profileOfType(patient))
                .contains("BirthSex"));
    }

    private static CodeableConcept coded(String system, String code) {
        CodeableConcept concept = new CodeableConcept();
        concept.addCoding().setSystem(system).setCode(code);
        return concept;
    }

    private Executable obeysUkCore(Resource ours) {
        return () -> assertEquals("", ukCore.validator().errorsIn(ours, UkCore.profileOfType(ours)));
    }

    private static CodeableConcept statusOf(Patient patient) {
        return (CodeableConcept) patient.getIdentifierFirstRep()
                .getExtensionByUrl(VERIFICATION_STATUS)
                .getValue();
    }

    private static Stream<Resource> ours() {
        return Stream.concat(Artefacts.OURS.examples(), Artefacts.OURS.sent());
    }
}
