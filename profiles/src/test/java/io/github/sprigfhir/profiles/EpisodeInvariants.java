package io.github.sprigfhir.profiles;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Subscription;

/** The ways to break the invariants of contacts and subscriptions, and the examples that do not. */
final class EpisodeInvariants {

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
