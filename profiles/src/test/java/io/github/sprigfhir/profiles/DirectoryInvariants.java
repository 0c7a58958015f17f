package io.github.sprigfhir.profiles;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.VerificationResult;
import org.jspecify.annotations.Nullable;

/** The ways to break the invariants of services and of evidence about providers, and what does not break them. */
final class DirectoryInvariants {

    private static final String BASE = "https://sprig-fhir.github.io/ig/";
    private static final String MARK = BASE + "StructureDefinition/assurance-mark";
    private static final String SCHEDULE = BASE + "StructureDefinition/service-schedule";

    private DirectoryInvariants() {}

    static Stream<InvariantCase> cases() {
        return Stream.of(
                schedule(
                        "neither a day nor words",
                        schedule("start", "2026-09-03"),
                        add(new Extension(SCHEDULE), new Extension("opens", new TimeType("10:00:00")))),
                schedule(
                        "a rule and words, but no first day",
                        schedule("description", "Now and then"),
                        rule(schedule("description", "Now and then"))),
                evidence("sprig-mark-named", "a mark not named", "quality-mark", DirectoryInvariants::marked, v -> {}),
                evidence("sprig-mark-named", "another kind, with a mark", "grant-or-contract", v -> {}, v -> marked(v)),
                evidence(
                        "sprig-umbrella-named",
                        "the organisation in words only",
                        "umbrella",
                        v -> who(v, "Organization/other"),
                        v -> who(v, null)),
                evidence(
                        "sprig-umbrella-named",
                        "the provider itself",
                        "umbrella",
                        v -> who(v, "Organization/other"),
                        v -> who(v, v.getTargetFirstRep().getReference())),
                evidence(
                        "sprig-conversation-by-link-worker",
                        "who held it in words only",
                        "recorded-conversation",
                        v -> {},
                        v -> who(v, null)),
                evidence(
                        "sprig-self-assessment-attested",
                        "attested by nobody",
                        "self-assessment",
                        DirectoryInvariants::attested,
                        v -> {}),
                evidence(
                        "sprig-self-assessment-attested",
                        "attested on no day",
                        "self-assessment",
                        DirectoryInvariants::attested,
                        v -> attested(v).getAttestation().setDate(null)));
    }

    private static InvariantCase schedule(String what, Extension passes, Extension fails) {
        return service(
                "sprig-schedule-says-when",
                what,
                s -> s.addExtension(passes.copy()),
                s -> s.addExtension(fails.copy()));
    }

    private static InvariantCase service(
            String key, String what, Consumer<HealthcareService> passes, Consumer<HealthcareService> fails) {
        return new InvariantCase(
                key,
                "sprig-community-service",
                what,
                () -> with(Artefacts.OURS.example(HealthcareService.class, "example-garden-club"), passes),
                () -> with(Artefacts.OURS.example(HealthcareService.class, "example-garden-club"), fails));
    }

    private static InvariantCase evidence(
            String key,
            String what,
            String kind,
            Consumer<VerificationResult> passes,
            Consumer<VerificationResult> fails) {
        return new InvariantCase(
                key, "sprig-assurance", what, () -> with(evidence(kind), passes), () -> with(evidence(kind), fails));
    }

    private static VerificationResult evidence(String kind) {
        var evidence = Artefacts.OURS.example(VerificationResult.class, "example-assurance");
        evidence.setValidationProcess(
                List.of(new CodeableConcept(new Coding(BASE + "CodeSystem/assurance-evidence", kind, null))));
        return evidence;
    }

    private static <T> T with(T example, Consumer<T> change) {
        change.accept(example);
        return example;
    }

    private static Extension schedule(String part, String value) {
        var schedule = new Extension(SCHEDULE);
        return part.equals("description")
                ? add(schedule, new Extension(part, new StringType(value)))
                : add(schedule, new Extension("start", new DateType(value)));
    }

    private static Extension rule(Extension schedule) {
        return add(schedule, new Extension("rule", new StringType("FREQ=WEEKLY;INTERVAL=2")));
    }

    private static Extension add(Extension schedule, Extension part) {
        schedule.addExtension(part);
        return schedule;
    }

    private static void marked(VerificationResult evidence) {
        evidence.addExtension(
                new Extension(MARK, new CodeableConcept(new Coding(BASE + "CodeSystem/quality-mark", "matrix", null))));
    }

    private static VerificationResult attested(VerificationResult evidence) {
        evidence.getAttestation()
                .setWho(new Reference("PractitionerRole/1"))
                .setDateElement(new DateType("2026-04-01"));
        return evidence;
    }

    private static void who(VerificationResult evidence, @Nullable String reference) {
        evidence.getPrimarySourceFirstRep().getWho().setReference(reference);
    }
}
