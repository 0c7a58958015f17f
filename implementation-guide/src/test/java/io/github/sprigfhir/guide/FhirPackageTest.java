package io.github.sprigfhir.guide;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.NpmPackageValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The FHIR package as others will use it: HAPI and HL7's own library read it, and its snapshots judge. */
class FhirPackageTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final String CANONICAL = "https://sprig-fhir.github.io/ig";
    private static final NpmPackageValidationSupport OURS = new NpmPackageValidationSupport(R4);
    private static final FhirValidator VALIDATOR = validator();

    @BeforeAll
    static void load() throws IOException {
        OURS.loadPackageFromClasspath("classpath:sprig-ig/package.tgz");
    }

    @Test
    void itSaysWhatItIs() throws IOException {
        NpmPackage opened = opened();

        assertThat(opened.name()).isEqualTo("io.github.sprigfhir.r4");
        assertThat(opened.version()).isEqualTo("0.1.0");
        assertThat(opened.fhirVersion()).isEqualTo("4.0.1");
        assertThat(opened.canonical()).isEqualTo(CANONICAL);
    }

    @Test
    void itHoldsEveryArtefact() throws IOException {
        List<String> files = new ArrayList<>(opened().list("package"));
        files.addAll(opened().list("example"));

        assertThat(files)
                .containsAll(BuiltGuide.compiledArtefacts().stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    /** Beside the resources: R4 has no type for them. */
    @Test
    void itHoldsEveryTable() throws IOException {
        assertThat(opened().list("other"))
                .containsExactlyInAnyOrderElementsOf(
                        Tables.load(BuiltGuide.VIEWS).files().keySet())
                .contains("ViewDefinition-score.json", "Library-outcome-pair.json");
    }

    @Test
    void itsSqlIsWhatTheGuideShows() throws IOException {
        try (InputStream found = opened().load("other", "Library-outcome-pair.json")) {
            byte[] sql =
                    new ObjectMapper().readTree(found).at("/content/0/data").binaryValue();

            assertThat(new String(sql, StandardCharsets.UTF_8))
                    .isEqualTo(Files.readString(BuiltGuide.VIEWS.resolve("outcome_pair.sql")));
        }
    }

    @Test
    void itsIndexFindsADefinitionByItsAddress() throws IOException {
        try (InputStream found = opened().loadByCanonical(CANONICAL + "/StructureDefinition/sprig-referral")) {
            assertThat(new String(found.readAllBytes(), StandardCharsets.UTF_8)).contains("\"sprig-referral\"");
        }
    }

    @Test
    void everyStructureHasASnapshotThatCoversItsDifferential() {
        List<StructureDefinition> structures = OURS.fetchAllStructureDefinitions();
        assertThat(structures).isNotEmpty();
        for (StructureDefinition structure : structures) {
            List<String> covered = structure.getSnapshot().getElement().stream()
                    .map(element -> element.getId())
                    .toList();
            assertThat(covered).as(structure.getUrl()).doesNotHaveDuplicates();
            assertThat(structure.getDifferential().getElement())
                    .as(structure.getUrl())
                    .allSatisfy(element -> assertThat(covered).contains(element.getId()));
        }
    }

    /** But for the transactions, whose conditional references HAPI's validator cannot read outside a server. */
    @Test
    void itsSnapshotsAcceptItsOwnExamples() throws IOException {
        for (Path file : BuiltGuide.compiledArtefacts()) {
            Resource resource = (Resource) R4.newJsonParser().parseResource(Files.readString(file));
            if (!new Artefact(resource, "").isDefinition() && !(resource instanceof Bundle)) {
                assertThat(errors(resource, new ValidationOptions()))
                        .as(file.getFileName().toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void itsSnapshotsRefuseWhatLacksSomething() {
        ValidationOptions asPerson =
                new ValidationOptions().addProfile(CANONICAL + "/StructureDefinition/sprig-patient");

        assertThat(errors(new Patient(), asPerson))
                .anySatisfy(error -> assertThat(error).contains("Patient.identifier"))
                .anySatisfy(error -> assertThat(error).contains("Patient.birthDate"));
    }

    private static NpmPackage opened() throws IOException {
        return NpmPackage.fromPackage(new ByteArrayInputStream(Files.readAllBytes(BuiltGuide.PACKAGE)));
    }

    /** No snapshot generator stands in this chain, so only the package's own snapshots can be used. */
    private static FhirValidator validator() {
        ValidationSupportChain chain = new ValidationSupportChain(
                OURS,
                new DefaultProfileValidationSupport(R4),
                new CommonCodeSystemsTerminologyService(R4),
                new InMemoryTerminologyServerValidationSupport(R4),
                unknownCodeSystems());
        chain.setCodeableConceptValidationSuccessfulIfNotAllCodingsAreValid(true);
        FhirInstanceValidator module = new FhirInstanceValidator(chain);
        module.setAnyExtensionsAllowed(false);
        module.setCustomExtensionDomains("https://fhir.hl7.org.uk/", "http://hl7.org/fhir/uv/subscriptions-backport/");
        module.setErrorForUnknownProfiles(true);
        module.setAssumeValidRestReferences(true);
        return R4.newValidator().registerValidatorModule(module);
    }

    /** The examples use code systems of the NHS and UK Core, which are not ours to ship. */
    @SuppressWarnings("deprecation")
    private static UnknownCodeSystemWarningValidationSupport unknownCodeSystems() {
        UnknownCodeSystemWarningValidationSupport support = new UnknownCodeSystemWarningValidationSupport(R4);
        support.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.WARNING);
        return support;
    }

    private static List<String> errors(Resource resource, ValidationOptions options) {
        return VALIDATOR.validateWithResult(resource, options).getMessages().stream()
                .filter(message -> message.getSeverity() == ResultSeverityEnum.ERROR
                        || message.getSeverity() == ResultSeverityEnum.FATAL)
                .map(SingleValidationMessage::getMessage)
                .toList();
    }
}
