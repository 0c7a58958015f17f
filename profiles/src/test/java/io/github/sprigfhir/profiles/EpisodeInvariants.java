package io.github.sprigfhir.profiles;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Subscription;

/** The ways to break the invariants of contacts, goals, plans, consents and subscriptions, and the examples that do not. */
final class EpisodeInvariants {

    private static final String CONFIDENCE = "https://sprig-fhir.github.io/ig/StructureDefinition/confidence";

    private EpisodeInvariants() {}

    static Stream<InvariantCase> cases() {
        return Stream.of(
                contact("sprig-attendance-stated", "finished, not said", c -> c.setLength(null)
                        .setExtension(null)),
                contact("sprig-attendance-stated", "planned, yet missed", c -> missed(c)
                        .setStatus(EncounterStatus.PLANNED)),
                contact("sprig-length-stated", "attended, without one", c -> c.setLength(null)),
                contact("sprig-length-stated", "missed, with one", c -> missed(c)
                        .setLength(contact().getLength())),
                goal("an importance of 0", g -> scaleOf(g, 0).setValue(new IntegerType(0))),
                goal("an importance of 11", g -> scaleOf(g, 0).setValue(new IntegerType(11))),
                goal("a confidence of 11", g -> scaleOf(g, 1).setValue(new IntegerType(11))),
                plan("sprig-one-to-ten", "a confidence of 0", p -> detailOf(p, 1)
                        .getExtensionByUrl(CONFIDENCE)
                        .setValue(new IntegerType(0))),
                plan("sprig-plan-referral", "none", p -> p.getSupportingInfoFirstRep()
                        .setReference("Observation/1")
                        .setType("Observation")),
                plan(
                        "sprig-plan-referral",
                        "two",
                        p -> p.addSupportingInfo(new Reference("ServiceRequest/2").setType("ServiceRequest"))),
                plan("sprig-plan-complete", "active without a goal", p -> p.setGoal(null)),
                plan("sprig-plan-complete", "on hold without an action", p -> p.setStatus(CarePlanStatus.ONHOLD)
                        .setActivity(null)),
                plan("sprig-action-said", "nothing said", p -> detailOf(p, 0).setDescription(null)),
                consent("sprig-consent-conditions", "some classes only", c -> c.getProvision()
                        .addClass_(new Coding("http://hl7.org/fhir/resource-types", "Flag", null))),
                consent("sprig-consent-conditions", "an exception for some data", c -> c.getProvision()
                        .addProvision()
                        .setType(Consent.ConsentProvisionType.DENY)
                        .addData()
                        .setMeaning(Consent.ConsentDataMeaning.INSTANCE)
                        .setReference(new Reference("Flag/1"))),
                consent("sprig-representative-verified", "not verified", c -> c.setVerification(null)),
                consent("sprig-representative-verified", "found not to be true", c -> c.getVerificationFirstRep()
                        .setVerified(false)),
                consent("sprig-representative-verified", "no right said", c -> c.setExtension(null)),
                consent("sprig-representative-verified", "for who agreed themselves", c -> c.getPerformerFirstRep()
                        .setType("Patient")
                        .setReference("Patient/example-patient")),
                subscription("sprig-known-topic", "a search", s -> s.setCriteria("Task?status=requested")),
                subscription("sprig-known-topic", "one like it", s -> s.setCriteria(s.getCriteria() + "s")),
                subscription("sprig-notification-content", "full resource", s -> contentOf(s)
                        .setValue(new CodeType("full-resource"))),
                subscription("sprig-notification-content", "not a code", s -> contentOf(s)
                        .setValue(new BooleanType(true))));
    }

    static Encounter contact() {
        return Artefacts.OURS.example(Encounter.class, "example-contact");
    }

    static Goal goal() {
        return Artefacts.OURS.example(Goal.class, "example-goal");
    }

    static CarePlan plan() {
        return Artefacts.OURS.example(CarePlan.class, "example-support-plan");
    }

    static Subscription subscription() {
        return Artefacts.OURS.example(Subscription.class, "example-subscription");
    }

    /** The extension that says how much a notification carries. */
    static Extension contentOf(Subscription subscription) {
        return subscription.getChannel().getPayloadElement().getExtension().get(0);
    }

    private static InvariantCase contact(String key, String what, Consumer<Encounter> breaks) {
        return new InvariantCase(key, "sprig-contact", what, EpisodeInvariants::contact, () -> {
            Encounter broken = contact();
            breaks.accept(broken);
            return broken;
        });
    }

    private static InvariantCase goal(String what, Consumer<Goal> breaks) {
        return new InvariantCase("sprig-one-to-ten", "sprig-goal", what, EpisodeInvariants::goal, () -> {
            Goal broken = goal();
            breaks.accept(broken);
            return broken;
        });
    }

    /** Importance comes first, and confidence second. */
    private static Extension scaleOf(Goal goal, int index) {
        return goal.getExtension().get(index);
    }

    private static InvariantCase plan(String key, String what, Consumer<CarePlan> breaks) {
        return new InvariantCase(key, "sprig-support-plan", what, EpisodeInvariants::plan, () -> {
            CarePlan broken = plan();
            breaks.accept(broken);
            return broken;
        });
    }

    private static CarePlanActivityDetailComponent detailOf(CarePlan plan, int action) {
        return plan.getActivity().get(action).getDetail();
    }

    private static InvariantCase consent(String key, String what, Consumer<Consent> breaks) {
        return new InvariantCase(key, "sprig-sharing-consent", what, EpisodeInvariants::consent, () -> {
            Consent broken = consent();
            breaks.accept(broken);
            return broken;
        });
    }

    private static Consent consent() {
        return Artefacts.OURS.example(Consent.class, "example-consent-by-attorney");
    }

    private static InvariantCase subscription(String key, String what, Consumer<Subscription> breaks) {
        return new InvariantCase(key, "sprig-subscription", what, EpisodeInvariants::subscription, () -> {
            Subscription broken = subscription();
            breaks.accept(broken);
            return broken;
        });
    }

    /** Says that the person did not attend, so that there is no length. */
    private static Encounter missed(Encounter contact) {
        Coding attendance = (Coding) contact.getExtension().get(0).getValue();
        attendance.setCode("did-not-attend").setDisplay("Did not attend");
        return contact.setLength(null);
    }
}
