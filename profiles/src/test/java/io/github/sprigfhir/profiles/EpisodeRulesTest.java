package io.github.sprigfhir.profiles;

import static io.github.sprigfhir.profiles.Wrong.wrong;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalTargetComponent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens in an episode obeys its profiles: offers, contacts, goals, plans, and what is told of them to whom. */
class EpisodeRulesTest {

    static Stream<Wrong> offers() {
        return Stream.of(
                offer("is not an order", o -> o.setIntent(ServiceRequestIntent.ORDER), "ServiceRequest.intent"),
                offer("is never on hold", o -> o.setStatus(ServiceRequestStatus.ONHOLD), "offer-status"),
                offer("is based on nothing", o -> o.addBasedOn(to("ServiceRequest")), "basedOn"),
                wrong(
                        "a referral has a known engagement level",
                        ServiceRequest.class,
                        "example-referral",
                        r -> r.addExtension(engagement("heavy")),
                        "engagement-level"));
    }

    static Stream<Wrong> contacts() {
        return Stream.of(
                contact("belongs to a referral", c -> c.setBasedOn(null), "basedOn: minimum required = 1"),
                contact("has one mode", c -> c.setType(null), "type: minimum required = 1"),
                contact(
                        "has a known mode",
                        c -> c.getTypeFirstRep().getCodingFirstRep().setCode("fax"),
                        "contact-mode"),
                contact("is never in progress", c -> c.setStatus(EncounterStatus.INPROGRESS), "contact-status"),
                contact("has a beginning", c -> c.getPeriod().setStart(null), "start: minimum required = 1"),
                contact("is with somebody", c -> c.setParticipant(null), "participant: minimum required = 1"),
                contact("is counted in minutes", c -> c.getLength().setCode("h"), "length.code"),
                contact("is attended or not", c -> attendanceOf(c).setCode("late"), "attendance"),
                goal("belongs to a referral", g -> g.setAddresses(null), "addresses: minimum required = 1"),
                goal("is a person's", g -> g.setSubject(to("Group")), "must be one of [Patient]"),
                goal("is reached as HL7 says", g -> achievementOf(g).setCode("nearly"), "goal-achievement"),
                goal("has a day by which", g -> measured(g).setDue(null), "due[x]: minimum required = 1"),
                goal("is due on a day", g -> measured(g).setDue(weeks()), "for the type date"),
                goal("is scored by outcomes", g -> g.addOutcomeReference(to("Condition")), "[Observation]"),
                goal("is scored in whole numbers", g -> importanceOf(g).setValue(new DecimalType("7.5")), "[integer]"));
    }

    static Stream<Wrong> plans() {
        return Stream.of(
                plan("is a plan", p -> p.setIntent(CarePlanIntent.ORDER), "CarePlan.intent"),
                plan("has a known status", p -> p.setStatus(CarePlanStatus.UNKNOWN), "support-plan-status"),
                plan("is looked at again", p -> p.setExtension(null), "minimum required = 1"),
                plan("has a beginning", p -> p.getPeriod().setStart(null), "start: minimum required = 1"),
                plan("has an author", p -> p.setAuthor(null), "author: minimum required = 1"),
                plan("is written by those who help", p -> p.setAuthor(to("Patient")), "PractitionerRole"),
                plan("refers to a referral", p -> p.setSupportingInfo(null), "supportingInfo: minimum required = 1"),
                action("is told here", a -> a.setReference(to("Task")).setDetail(null), "detail: minimum required = 1"),
                action("is somebody's", a -> a.getDetail().setPerformer(null), "performer: minimum required = 1"),
                action("has its time", a -> a.getDetail().setScheduled(null), "scheduled[x]: minimum required = 1"),
                action("has a status", a -> a.getDetail().setStatus(null), "status: minimum required = 1"));
    }

    static Stream<Wrong> messages() {
        return Stream.of(
                signposting("names a service", c -> c.setAbout(null), "about: minimum required = 1"),
                signposting(
                        "is about services", c -> c.getAboutFirstRep().setReference("Task/1"), "[HealthcareService]"),
                signposting("says who told", c -> c.setSender(null), "sender: minimum required = 1"),
                signposting("says when", c -> c.setSent(null), "sent: minimum required = 1"),
                feedback("belongs to a request", c -> c.setBasedOn(null), "basedOn: minimum required = 1"),
                feedback("reaches somebody", c -> c.setRecipient(null), "recipient: minimum required = 1"),
                feedback("says what came of it", c -> c.setReasonCode(null), "reasonCode: minimum required = 1"),
                feedback("says it in a known code", c -> codeOf(c).setCode("accepted"), "feedback-outcome"),
                feedback("says it in words", c -> c.setPayload(null), "payload: minimum required = 1"),
                lifecycle(
                        "is of the six codes",
                        o -> o.getCode().getCodingFirstRep().setCode("390893007"),
                        "lifecycle"),
                lifecycle("has no value", o -> o.setValue(text()), "value"),
                lifecycle("is dated", o -> o.setEffective(null), "minimum required = 1"),
                wrong(
                        "a change is known by what was done",
                        Provenance.class,
                        "example-provenance",
                        p -> p.getActivity().getCoding().remove(0),
                        "ValueSet/change"),
                wrong(
                        "a subscription calls an address",
                        Subscription.class,
                        "example-subscription",
                        s -> s.getChannel().setEndpoint(null),
                        "endpoint: minimum required = 1"),
                wrong(
                        "a subscription sends no e-mail",
                        Subscription.class,
                        "example-subscription",
                        s -> s.getChannel().setType(SubscriptionChannelType.EMAIL),
                        "rest-hook"));
    }

    @ParameterizedTest
    @MethodSource({"offers", "contacts", "plans", "messages"})
    void whatBreaksOneRuleIsRefusedForIt(Wrong wrong) {
        String errors = ProfileValidator.OURS.errorsIn(wrong.resource());

        assertTrue(errors.contains(wrong.complaint()), errors.isEmpty() ? "No error" : errors);
    }

    @Test
    void aReferralMayBeBasedOnAnOffer() {
        ServiceRequest referral = Artefacts.OURS.example(ServiceRequest.class, "example-referral");
        referral.addBasedOn(new Reference("ServiceRequest/example-offer"));
        referral.addExtension(engagement("medium"));

        assertEquals("", ProfileValidator.OURS.errorsIn(referral));
    }

    @Test
    void feedbackMayGiveTheReasonBesideTheStatus() {
        Communication feedback = Artefacts.OURS.example(Communication.class, "example-feedback");
        feedback.addReasonCode()
                .addCoding()
                .setSystem("https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars")
                .setCode("22");

        assertEquals("", ProfileValidator.OURS.errorsIn(feedback));
    }

    @Test
    void aContactThatHasNotTakenPlaceNeedsNeitherAttendanceNorLength() {
        for (EncounterStatus status : Set.of(EncounterStatus.PLANNED, EncounterStatus.CANCELLED)) {
            Encounter contact = EpisodeInvariants.contact();
            contact.setStatus(status).setLength(null).setExtension(null);
            assertEquals("", ProfileValidator.OURS.errorsIn(contact));
        }
    }

    @Test
    void aPlanThatIsNotAgreedYetNeedsNeitherGoalNorAction() {
        for (CarePlanStatus status :
                Set.of(CarePlanStatus.DRAFT, CarePlanStatus.REVOKED, CarePlanStatus.ENTEREDINERROR)) {
            CarePlan plan = EpisodeInvariants.plan();
            plan.setStatus(status).setGoal(null).setActivity(null);
            assertEquals("", ProfileValidator.OURS.errorsIn(plan));
        }
    }

    @Test
    void aGoalNeedsNeitherImportanceNorConfidenceAndMayHaveScores() {
        Goal goal = EpisodeInvariants.goal();
        goal.setExtension(null);
        goal.addOutcomeReference(new Reference("Observation/example-outcome-exit"));

        assertEquals("", ProfileValidator.OURS.errorsIn(goal));
    }

    @Test
    void aSubscriptionMayLeaveTheContentOutOrAskForNone() {
        Subscription empty = EpisodeInvariants.subscription();
        EpisodeInvariants.contentOf(empty).setValue(new CodeType("empty"));
        Subscription silent = EpisodeInvariants.subscription();
        silent.getChannel().getPayloadElement().setExtension(null);
        Subscription other = EpisodeInvariants.subscription()
                .setCriteria("https://sprig-fhir.github.io/ig/SubscriptionTopic/referral");

        for (Subscription fine : Set.of(empty, silent, other)) {
            assertEquals("", ProfileValidator.OURS.errorsIn(fine));
        }
    }

    private static Wrong offer(String rule, Consumer<ServiceRequest> change, String complaint) {
        return wrong("an offer " + rule, ServiceRequest.class, "example-offer", change, complaint);
    }

    private static Wrong contact(String rule, Consumer<Encounter> change, String complaint) {
        return wrong("a contact " + rule, Encounter.class, "example-contact", change, complaint);
    }

    private static Wrong goal(String rule, Consumer<Goal> change, String complaint) {
        return wrong("a goal " + rule, Goal.class, "example-goal", change, complaint);
    }

    private static Wrong plan(String rule, Consumer<CarePlan> change, String complaint) {
        return wrong("a plan " + rule, CarePlan.class, "example-support-plan", change, complaint);
    }

    private static Wrong action(String rule, Consumer<CarePlanActivityComponent> change, String complaint) {
        return wrong(
                "an action " + rule,
                CarePlan.class,
                "example-support-plan",
                p -> change.accept(p.getActivityFirstRep()),
                complaint);
    }

    private static Wrong signposting(String rule, Consumer<Communication> change, String complaint) {
        return wrong("signposting " + rule, Communication.class, "example-signposting", change, complaint);
    }

    private static Wrong feedback(String rule, Consumer<Communication> change, String complaint) {
        return wrong("feedback " + rule, Communication.class, "example-feedback", change, complaint);
    }

    private static Wrong lifecycle(String rule, Consumer<Observation> change, String complaint) {
        return wrong("a lifecycle step " + rule, Observation.class, "example-lifecycle-seen", change, complaint);
    }

    private static Coding achievementOf(Goal goal) {
        return goal.getAchievementStatus().getCodingFirstRep().setDisplay(null);
    }

    private static GoalTargetComponent measured(Goal goal) {
        return goal.getTargetFirstRep().setMeasure(new CodeableConcept().setText("Walks in a week"));
    }

    private static Duration weeks() {
        var weeks = new Duration();
        weeks.setValue(8).setSystem("http://unitsofmeasure.org").setCode("wk");
        return weeks;
    }

    private static Extension importanceOf(Goal goal) {
        return goal.getExtension().get(0);
    }

    private static Coding attendanceOf(Encounter contact) {
        return (Coding) contact.getExtension().get(0).getValue();
    }

    private static Coding codeOf(Communication feedback) {
        return feedback.getReasonCodeFirstRep().getCodingFirstRep().setDisplay(null);
    }

    private static Extension engagement(String level) {
        return new Extension(
                "https://sprig-fhir.github.io/ig/StructureDefinition/engagement-level",
                new Coding("https://sprig-fhir.github.io/ig/CodeSystem/engagement-level", level, null));
    }

    private static Reference to(String type) {
        return new Reference(type + "/1").setType(type);
    }

    private static StringType text() {
        return new StringType("anything");
    }
}
