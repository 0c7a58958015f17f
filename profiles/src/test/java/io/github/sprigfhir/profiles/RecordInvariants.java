package io.github.sprigfhir.profiles;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;

/** The ways to break the invariants of people and of the rest of their national record. */
final class RecordInvariants {

    private RecordInvariants() {}

    static Stream<InvariantCase> cases() {
        return Stream.of(
                patient("sprig-named", "a nickname alone", p -> p.getNameFirstRep()
                        .setFamily(null)
                        .setGiven(null)
                        .setUse(NameUse.NICKNAME)
                        .setText("Maudie")),
                patient("sprig-name-whole", "no family name", p -> p.getNameFirstRep()
                        .setFamily(null)),
                patient("sprig-name-whole", "no given name", p -> p.getNameFirstRep()
                        .setGiven(null)),
                patient("sprig-name-whole", "a second one in words", p -> p.addName()
                        .setText("Maud of the hill")
                        .setUse(NameUse.OLD)),
                patient("sprig-practice-named", "by name", p -> p.getGeneralPractitionerFirstRep()
                        .setIdentifier(null)),
                patient("sprig-practice-named", "two of them", p -> p.getGeneralPractitioner()
                        .set(1, p.getGeneralPractitionerFirstRep().copy())),
                demand("example-link-worker-service", "sprig-link-worker-service"),
                demand("example-walking-group", "sprig-community-service"),
                referral("example-care-package", "sprig-care-package"),
                referral("example-requested-actions", "sprig-requested-actions"));
    }

    private static InvariantCase patient(String key, String what, Consumer<Patient> change) {
        return new InvariantCase(key, "sprig-patient", what, RecordInvariants::whole, () -> {
            var patient = whole();
            change.accept(patient);
            return patient;
        });
    }

    /** With a GP by name and a nickname, which both may be there. */
    private static Patient whole() {
        var patient = Artefacts.OURS.example(Patient.class, "example-patient");
        patient.addName().setUse(NameUse.NICKNAME).setText("Maudie");
        return patient.addGeneralPractitioner(
                new Reference().setType("Practitioner").setDisplay("Dr Example"));
    }

    private static InvariantCase demand(String example, String profile) {
        return new InvariantCase(
                "sprig-row-known", profile, "row 356", () -> demanding(example, 355), () -> demanding(example, 356));
    }

    private static HealthcareService demanding(String example, int row) {
        var service = Artefacts.OURS.example(HealthcareService.class, example);
        service.addExtension(
                "https://sprig-fhir.github.io/ig/StructureDefinition/record-demand", new PositiveIntType(row));
        return service;
    }

    private static InvariantCase referral(String example, String profile) {
        return new InvariantCase(
                "sprig-plan-referral", profile, "none", () -> Artefacts.OURS.example(CarePlan.class, example), () -> {
                    var plan = Artefacts.OURS.example(CarePlan.class, example);
                    plan.getSupportingInfoFirstRep().setType("Observation").setReference("Observation/1");
                    return plan;
                });
    }
}
