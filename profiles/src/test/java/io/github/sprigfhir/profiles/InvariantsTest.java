package io.github.sprigfhir.profiles;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every invariant bites: with each of its profiles, something passes and something fails with its key. */
class InvariantsTest {

    static Stream<InvariantCase> cases() {
        return Stream.of(
                        requestsAndOutcomes(),
                        EpisodeInvariants.cases(),
                        RecordInvariants.cases(),
                        DirectoryInvariants.cases())
                .flatMap(cases -> cases);
    }

    private static Stream<InvariantCase> requestsAndOutcomes() {
        return Stream.of(
                priority("sprig-referral", null, ServiceRequestPriority.URGENT),
                priority("sprig-referral", ServiceRequestPriority.ROUTINE, ServiceRequestPriority.ASAP),
                priority("sprig-onward-referral", ServiceRequestPriority.ROUTINE, ServiceRequestPriority.STAT),
                priority("sprig-offer", null, ServiceRequestPriority.URGENT),
                new InvariantCase(
                        "sprig-routine-only",
                        "sprig-handover",
                        "urgent",
                        () -> rejected().setPriority(TaskPriority.ROUTINE),
                        () -> rejected().setPriority(TaskPriority.URGENT)),
                support("sprig-consent-given", "sprig-referral", "none", r -> r.getSupportingInfo()
                        .remove(0)),
                support("sprig-consent-given", "sprig-referral", "two", r -> r.addSupportingInfo(to("Consent"))),
                support("sprig-consent-given", "sprig-onward-referral", "none", r -> r.getSupportingInfo()
                        .remove(0)),
                support("sprig-risks-stated", "sprig-referral", "none", r -> r.getSupportingInfo()
                        .remove(1)),
                support("sprig-risks-stated", "sprig-onward-referral", "type not said", r -> r.getSupportingInfo()
                        .get(1)
                        .setType(null)),
                new InvariantCase(
                        "sprig-score-or-reason",
                        "sprig-outcome-score",
                        "neither",
                        () -> score().setValue(null).setDataAbsentReason(new CodeableConcept().setText("Left out")),
                        () -> score().setValue(null)),
                new InvariantCase(
                        "sprig-score-or-reason",
                        "sprig-outcome-ons4",
                        "neither",
                        () -> ons4(BigDecimal.ONE)
                                .setValue(null)
                                .setDataAbsentReason(new CodeableConcept().setText("Left open")),
                        () -> ons4(BigDecimal.ONE).setValue(null)),
                new InvariantCase(
                        "sprig-one-possible-range", "sprig-measure", "two ranges", InvariantsTest::measure, () -> {
                            var measure = measure();
                            return measure.addQualifiedInterval(
                                    measure.getQualifiedIntervalFirstRep().copy());
                        }),
                new InvariantCase(
                        "sprig-one-possible-range", "sprig-measure", "a nameless band", InvariantsTest::measure, () -> {
                            var measure = measure();
                            measure.getQualifiedInterval().get(1).setCondition(null);
                            return measure;
                        }),
                reasonIsNeededFor(TaskStatus.REJECTED),
                reasonIsNeededFor(TaskStatus.FAILED),
                reasonIsNeededFor(TaskStatus.CANCELLED),
                reasonIsNeededFor(TaskStatus.ONHOLD),
                new InvariantCase(
                        "sprig-output-given",
                        "sprig-handover",
                        "completed",
                        InvariantsTest::completed,
                        () -> completed().setOutput(null)),
                answer("0", "-1"),
                answer("10", "11"),
                answer("7.0", "7.5"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyInvariantBites(InvariantCase bite) {
        String errors = ProfileValidator.OURS.errorsIn(bite.fails().get());

        assertEquals("", ProfileValidator.OURS.errorsIn(bite.passes().get()));
        assertTrue(errors.contains(bite.key()), errors);
        assertEquals(1, errors.lines().count(), errors);
    }

    @Test
    void everyInvariantOfEveryProfileIsInTheTable() {
        assertEquals(
                inProfiles(), cases().map(c -> c.key() + " in " + c.profile()).collect(toCollection(TreeSet::new)));
    }

    @Test
    void whatHasNotEndedNeedsNeitherReasonNorOutput() {
        for (TaskStatus open :
                Set.of(TaskStatus.REQUESTED, TaskStatus.RECEIVED, TaskStatus.ACCEPTED, TaskStatus.INPROGRESS)) {
            assertEquals(
                    "",
                    ProfileValidator.OURS.errorsIn(rejected().setStatus(open).setStatusReason(null)));
        }
    }

    /** As "key in profile"; abstract profiles are judged through those that build on them. */
    private static Set<String> inProfiles() {
        return Artefacts.OURS
                .all(StructureDefinition.class)
                .filter(p -> !p.getAbstract() && !p.getType().equals("Extension"))
                .flatMap(p -> ProfileValidator.OURS.snapshotOf(p).getSnapshot().getElement().stream()
                        .map(ElementDefinition::getConstraint)
                        .flatMap(c -> c.stream())
                        .filter(c -> c.getKey().startsWith("sprig-"))
                        .map(c -> c.getKey() + " in " + p.getIdPart()))
                .collect(toCollection(TreeSet::new));
    }

    private static InvariantCase priority(
            String profile, @Nullable ServiceRequestPriority passes, ServiceRequestPriority fails) {
        return new InvariantCase(
                "sprig-routine-only",
                profile,
                fails.toCode(),
                () -> request(profile).setPriority(passes),
                () -> request(profile).setPriority(fails));
    }

    private static InvariantCase support(String key, String profile, String what, Consumer<ServiceRequest> breaks) {
        return new InvariantCase(key, profile, what, () -> request(profile).addSupportingInfo(to("Flag")), () -> {
            ServiceRequest broken = request(profile);
            breaks.accept(broken);
            return broken;
        });
    }

    private static Observation score() {
        return Artefacts.OURS.example(Observation.class, "example-outcome-score");
    }

    private static ObservationDefinition measure() {
        return Artefacts.OURS.example(ObservationDefinition.class, "phq-9");
    }

    private static InvariantCase reasonIsNeededFor(TaskStatus status) {
        return new InvariantCase(
                "sprig-reason-given",
                "sprig-handover",
                status.toCode(),
                () -> rejected().setStatus(status),
                () -> rejected().setStatus(status).setStatusReason(null));
    }

    private static InvariantCase answer(String passes, String fails) {
        return new InvariantCase(
                "sprig-ons4-whole-number",
                "sprig-outcome-ons4",
                fails,
                () -> ons4(new BigDecimal(passes)),
                () -> ons4(new BigDecimal(fails)));
    }

    private static Observation ons4(BigDecimal value) {
        Observation outcome = Artefacts.OURS.example(Observation.class, "example-outcome-exit");
        outcome.getValueQuantity().setValue(value);
        return outcome;
    }

    private static Task rejected() {
        return Artefacts.OURS.example(Task.class, "example-handover-rejected");
    }

    private static Task completed() {
        return Artefacts.OURS.example(Task.class, "example-onward-handover");
    }

    private static ServiceRequest request(String profile) {
        return Artefacts.OURS.example(ServiceRequest.class, profile.replace("sprig-", "example-"));
    }

    private static Reference to(String type) {
        return new Reference(type + "/other").setType(type);
    }
}
