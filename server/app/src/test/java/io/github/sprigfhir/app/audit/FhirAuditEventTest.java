package io.github.sprigfhir.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import io.github.sprigfhir.domain.audit.Interaction;
import io.github.sprigfhir.domain.audit.Touch;
import io.github.sprigfhir.domain.audit.Touched;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.AuditEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every event is a valid AuditEvent of FHIR R4, and keeps to IHE's pattern where it claims to. */
class FhirAuditEventTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final FhirValidator VALIDATOR = validator();
    private static final String BASE = "http://127.0.0.1:8080/fhir";
    private static final Who USER =
            new Who("app", "link-worker", "Organization/1", "PractitionerRole/1", "CAREMGT", null, "192.0.2.1");
    private static final Who CLIENT =
            new Who("gp", "referrer", "Organization/1", null, "BTG", "The door stood open", "2001:db8::1");

    @ParameterizedTest
    @EnumSource
    void everyKindOfEventIsValid(Interaction interaction) {
        for (var who : List.of(USER, CLIENT, Who.at("192.0.2.1", null), Who.at("192.0.2.1", "x"), Who.SERVER)) {
            isSound(FhirAuditEvent.whole(event(interaction, who, null), BASE));
            isSound(FhirAuditEvent.whole(event(interaction, who, 403), BASE));
            isSound(FhirAuditEvent.whoLooked(event(interaction, who, null), BASE, "Patient/1"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "READ, IHE.BasicAudit.PatientRead",
        "VREAD, IHE.BasicAudit.PatientRead",
        "SEARCH_TYPE, IHE.BasicAudit.PatientQuery",
        "CREATE, IHE.BasicAudit.PatientCreate",
        "UPDATE, IHE.BasicAudit.PatientUpdate",
        "PATCH, IHE.BasicAudit.PatientUpdate",
        "DELETE, IHE.BasicAudit.PatientDelete"
    })
    void aSuccessAboutOneThingClaimsItsPattern(Interaction interaction, String profile) {
        var event = FhirAuditEvent.whole(event(interaction, USER, null), BASE);

        assertThat(event.getMeta().getProfile()).singleElement().satisfies(claimed -> assertThat(claimed.getValue())
                .endsWith(profile));
    }

    @Test
    void aRefusalAndWhatThereIsNoPatternForClaimNothing() {
        assertThat(FhirAuditEvent.whole(event(Interaction.READ, USER, 403), BASE)
                        .getMeta()
                        .hasProfile())
                .isFalse();
        assertThat(FhirAuditEvent.whole(event(Interaction.TRANSACTION, USER, null), BASE)
                        .getMeta()
                        .hasProfile())
                .isFalse();
    }

    @Test
    void breakingTheGlassSaysWhy() {
        var client = FhirAuditEvent.whole(event(Interaction.READ, CLIENT, null), BASE)
                .getAgentFirstRep();

        assertThat(client.getRequestor()).isTrue();
        assertThat(client.getPurposeOfUse().get(0).getCodingFirstRep().getCode())
                .isEqualTo("BTG");
        assertThat(client.getPurposeOfUse().get(0).getText()).isEqualTo("The door stood open");
    }

    @Test
    void whoLookedSaysNothingOfOthersAndOfWhatWasAsked() {
        var json = FHIR.newJsonParser()
                .encodeResourceToString(
                        FhirAuditEvent.whoLooked(event(Interaction.SEARCH_TYPE, USER, null), BASE, "Patient/1"));

        assertThat(json)
                .contains("Patient/1", "PractitionerRole/1", "Organization/1", "CAREMGT", "search-type")
                .doesNotContain("Task/1", "query", "192.0.2.1", "XrequestId");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 255, 123_456_789, Long.MAX_VALUE >> 2})
    void theIdLeadsBackToTheNumber(long number) {
        var stored = new StoredEvent(
                number,
                Instant.EPOCH,
                Interaction.READ,
                0,
                null,
                1,
                List.of(),
                USER,
                null,
                null,
                null,
                null,
                List.of(),
                List.of());

        assertThat(StoredEvent.number(stored.fhirId())).contains(number);
        assertThat(StoredEvent.number("0b9f5d1e-7c2a-4e0b-9a3d-1f2e3d4c5b6b")).isEmpty();
        assertThat(StoredEvent.number("1")).isEmpty();
    }

    private static void isSound(AuditEvent event) {
        assertThat(VALIDATOR.validateWithResult(event).getMessages().stream()
                        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                        .map(message -> message.getLocationString() + " " + message.getMessage()))
                .as(FHIR.newJsonParser().encodeResourceToString(event))
                .isEmpty();
        BalpPattern.check(event);
    }

    private static StoredEvent event(Interaction interaction, Who who, @Nullable Integer status) {
        return new StoredEvent(
                1,
                Instant.parse("2026-11-22T09:30:00Z"),
                interaction,
                status == null ? 0 : 8,
                status,
                status == null ? 1 : 7,
                status == null ? List.of() : List.of("not-found"),
                who,
                UUID.fromString("0b9f5d1e-7c2a-4e0b-9a3d-1f2e3d4c5b6b"),
                UUID.fromString("0b9f5d1e-7c2a-4e0b-9a3d-1f2e3d4c5b6c"),
                "Task",
                interaction.isSearch() ? "Task?patient.family=***" : null,
                List.of(
                        new Touched(Touch.READ, "Task/1/_history/2", true),
                        new Touched(Touch.CREATED, "Provenance/1/_history/1", false)),
                List.of("Patient/1"));
    }

    @SuppressWarnings("deprecation") // as in the server's own chain
    private static FhirValidator validator() {
        var unknown = new UnknownCodeSystemWarningValidationSupport(FHIR);
        unknown.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
        var instance = new FhirInstanceValidator(new ValidationSupportChain(
                new DefaultProfileValidationSupport(FHIR),
                new CommonCodeSystemsTerminologyService(FHIR),
                new InMemoryTerminologyServerValidationSupport(FHIR),
                unknown));
        instance.setAssumeValidRestReferences(true);
        // BALP's package is not ours to ship; BalpPattern checks by hand what its profiles demand.
        instance.setErrorForUnknownProfiles(false);
        return FHIR.newValidator().registerValidatorModule(instance);
    }
}
