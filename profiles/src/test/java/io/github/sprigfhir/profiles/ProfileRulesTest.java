package io.github.sprigfhir.profiles;

import static io.github.sprigfhir.profiles.Wrong.wrong;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.VerificationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The essence of each profile is enforced: a valid example with one thing wrong is refused for that thing. */
class ProfileRulesTest {

    static Stream<Wrong> referrals() {
        return Stream.of(
                referral("has one requester", r -> r.setRequester(null), "requester: minimum required = 1"),
                referral("goes to one service", r -> r.setPerformer(null), "performer: minimum required = 1"),
                referral(
                        "goes to a service, not a person",
                        r -> r.getPerformerFirstRep().setReference("Practitioner/1"),
                        "must be one of [HealthcareService]"),
                referral("has a reason", r -> r.setReasonCode(null), "reasonCode: minimum required = 1"),
                referral(
                        "has a reason of a known category",
                        r -> r.getReasonCodeFirstRep().getCoding().remove(0),
                        "a coding from this value set is required"),
                referral(
                        "is based on one offer at most",
                        r -> r.addBasedOn(to("ServiceRequest")).addBasedOn(to("ServiceRequest")),
                        "basedOn: max allowed = 1"),
                referral("is coded", r -> r.setCode(null), "code: minimum required = 1"),
                referral(
                        "is coded as a referral to social prescribing",
                        r -> r.getCode()
                                .getCodingFirstRep()
                                .setCode("390893007")
                                .setDisplay(null),
                        "referral-code"),
                referral("is dated", r -> r.setAuthoredOn(null), "authoredOn: minimum required = 1"),
                referral("has an identifier", r -> r.setIdentifier(null), "identifier: minimum required = 1"),
                referral(
                        "has an identifier with a system",
                        r -> r.getIdentifierFirstRep().setSystem(null),
                        "identifier.system: minimum required = 1"),
                referral("carries no unknown extension", r -> r.addExtension(unknown()), "is not allowed here"),
                wrong(
                        "an onward referral is based on a referral",
                        ServiceRequest.class,
                        "example-onward-referral",
                        r -> r.setBasedOn(null),
                        "basedOn: minimum required = 1"),
                wrong(
                        "an onward referral has terms",
                        ServiceRequest.class,
                        "example-onward-referral",
                        r -> r.setExtension(null),
                        "Slice 'ServiceRequest.extension:terms'"),
                wrong(
                        "an onward referral says who makes contact",
                        ServiceRequest.class,
                        "example-onward-referral",
                        r -> r.getExtension().get(0).getExtension().remove(0),
                        "extension:firstContact"),
                wrong(
                        "an onward referral says what is done when the person stops coming",
                        ServiceRequest.class,
                        "example-onward-referral",
                        r -> r.getExtension().get(0).getExtension().removeIf(e -> e.getUrl()
                                .equals("nonAttendanceAction")),
                        "extension:nonAttendanceAction"));
    }

    static Stream<Wrong> people() {
        return Stream.of(
                patient("has a family name", p -> p.getNameFirstRep().setFamily(null), "sprig-name-whole"),
                patient("has a birth date", p -> p.setBirthDate(null), "birthDate: minimum required = 1"),
                patient("has a GP practice", p -> p.setGeneralPractitioner(null), "generalPractitioner: minimum"),
                patient(
                        "has a GP practice by its ODS code",
                        p -> p.getGeneralPractitionerFirstRep().setIdentifier(null),
                        "sprig-practice-named"),
                patient(
                        "has one NHS number",
                        p -> p.addIdentifier(p.getIdentifierFirstRep().copy().setValue("9990000115")),
                        "identifier:nhsNumber: max allowed = 1"),
                wrong(
                        "a link worker belongs to an organisation",
                        PractitionerRole.class,
                        "example-link-worker-role",
                        r -> r.setOrganization(null),
                        "organization: minimum required = 1"),
                consent("names whom it lets see", c -> c.getProvision().setActor(null), "actor: minimum required = 1"),
                consent("says what for", c -> c.getProvision().setPurpose(null), "purpose: minimum required = 1"),
                consent("says from when", c -> c.getProvision().setPeriod(null), "period: minimum required = 1"),
                consent("says who agreed", c -> c.setPerformer(null), "performer: minimum required = 1"),
                consent(
                        "is given by the person or who may agree for them",
                        c -> c.getPerformerFirstRep().setReference("Practitioner/1"),
                        "must be one of [Patient, RelatedPerson]"),
                consent(
                        "opens to organisations",
                        c -> c.getProvision().getActorFirstRep().setReference(to("PractitionerRole")),
                        "must be one of [Organization]"),
                wrong(
                        "a stop notice does not name the person",
                        Communication.class,
                        "example-stop-notice",
                        n -> n.setSubject(to("Patient")),
                        "subject: max allowed = 0"),
                wrong(
                        "a stop notice gives no reason",
                        Communication.class,
                        "example-stop-notice",
                        n -> n.getReasonCodeFirstRep().getCodingFirstRep().setCode("failed"),
                        "cancelled"),
                consent("is of its scope", c -> c.getScope().getCodingFirstRep().setCode("adr"), "scope"));
    }

    static Stream<Wrong> work() {
        return Stream.of(
                handover("is about a referral", t -> t.setFocus(null), "focus: minimum required = 1"),
                handover("is for a person", t -> t.setFor(to("Group")), "must be one of [Patient]"),
                handover("fulfils", t -> t.getCode().getCodingFirstRep().setCode("approve"), "fulfill"),
                handover(
                        "is flagged by known flags",
                        t -> t.setBusinessStatus(new CodeableConcept().setText("Missed")),
                        "handover-flag"),
                handover("uses nine statuses only", t -> t.setStatus(Task.TaskStatus.READY), "handover-status"),
                handover(
                        "gives a known reason",
                        t -> t.setStatusReason(new CodeableConcept().setText("Full")),
                        "handover-reason"),
                outcome("belongs to a referral", o -> o.setBasedOn(null), "basedOn: minimum required = 1"),
                outcome("has a point", o -> o.getExtension().remove(0), "Slice 'Observation.extension:point'"),
                outcome("has a mode", o -> o.getExtension().remove(1), "Slice 'Observation.extension:mode'"),
                outcome("names its instrument", o -> o.setMethod(null), "method: minimum required = 1"),
                outcome(
                        "names the version of its instrument",
                        o -> o.getMethod().getCodingFirstRep().setVersion(null),
                        "version: minimum required = 1"),
                outcome("is a quantity", o -> o.setValue(new IntegerType(7)), "Quantity"),
                outcome("is in scores", o -> o.getValueQuantity().setCode("1"), "{score}"),
                outcome(
                        "is one of the four",
                        o -> o.getCode().getCodingFirstRep().setCode("ons4-joy"),
                        "ons4"),
                wrong(
                        "a community service meets a need",
                        HealthcareService.class,
                        "example-walking-group",
                        s -> s.getExtension().subList(0, 2).clear(),
                        "Slice 'HealthcareService.extension:need'"),
                wrong(
                        "a capacity is of a known status",
                        HealthcareService.class,
                        "example-link-worker-service",
                        s -> capacityOf(s).setCode("full"),
                        "capacity-status"),
                wrong(
                        "an assurance ends",
                        VerificationResult.class,
                        "example-assurance",
                        v -> v.setNextScheduled(null),
                        "nextScheduled: minimum required = 1"));
    }

    @ParameterizedTest
    @MethodSource({"referrals", "people", "work"})
    void whatBreaksOneRuleIsRefusedForIt(Wrong wrong) {
        String errors = ProfileValidator.OURS.errorsIn(wrong.resource());

        assertTrue(errors.contains(wrong.complaint()), errors.isEmpty() ? "No error" : errors);
    }

    @Test
    void anExtensionOfUkCorePassesWhereUkCoreIsNotLoaded() {
        Patient patient = Artefacts.OURS.example(Patient.class, "example-patient");
        patient.addExtension(ProfileValidator.UK_CORE_EXTENSIONS + "StructureDefinition/Extension-UKCore-Any", text());

        assertEquals("", ProfileValidator.OURS.errorsIn(patient));
    }

    private static Wrong referral(String rule, Consumer<ServiceRequest> change, String complaint) {
        return wrong("a referral " + rule, ServiceRequest.class, "example-referral", change, complaint);
    }

    private static Wrong patient(String rule, Consumer<Patient> change, String complaint) {
        return wrong("a person " + rule, Patient.class, "example-patient", change, complaint);
    }

    private static Wrong consent(String rule, Consumer<Consent> change, String complaint) {
        return wrong("a consent " + rule, Consent.class, "example-sharing-consent", change, complaint);
    }

    private static Wrong handover(String rule, Consumer<Task> change, String complaint) {
        return wrong("a handover " + rule, Task.class, "example-handover", change, complaint);
    }

    private static Wrong outcome(String rule, Consumer<Observation> change, String complaint) {
        return wrong("an outcome " + rule, Observation.class, "example-outcome-exit", change, complaint);
    }

    private static Coding capacityOf(HealthcareService service) {
        return (Coding) service.getExtension().get(0).getExtension().get(0).getValue();
    }

    private static Reference to(String type) {
        return new Reference(type + "/1").setType(type);
    }

    private static Extension unknown() {
        return new Extension("https://unheard-of.example/extension", text());
    }

    private static StringType text() {
        return new StringType("anything");
    }
}
