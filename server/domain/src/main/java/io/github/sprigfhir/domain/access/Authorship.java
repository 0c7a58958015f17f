package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The elements by which a resource says who made it or asked for it. What a caller newly says there must be its own
 * organisation, or one that belongs to it: a role, a service, a practitioner.
 */
public enum Authorship {
    KEEPER_OF_THE_RECORD(Kind.PATIENT, "managingOrganization", Holds.EACH),
    CONSENT_TAKER(Kind.CONSENT, "organization", Holds.EACH),
    RISK_AUTHOR(Kind.FLAG, "author", Holds.EACH),
    PROBLEM_RECORDER(Kind.CONDITION, "recorder", Holds.EACH_OR_THE_PERSON),
    SUMMARY_AUTHOR(Kind.COMPOSITION, "author", Holds.EACH),
    REFERRER(Kind.SERVICE_REQUEST, "requester", Holds.EACH_OR_THE_PERSON),
    /** Who answers for a handover that the rules would refuse. */
    OVERRIDER(Kind.SERVICE_REQUEST, "extension.by", Holds.EACH),
    REQUESTER(Kind.TASK, "requester", Holds.EACH_OR_THE_PERSON),
    CONTACT_PROVIDER(Kind.ENCOUNTER, "serviceProvider", Holds.EACH),
    /** Others may have been there too. */
    CONTACT_PARTICIPANT(Kind.ENCOUNTER, "participant.individual", Holds.ONE),
    OBSERVER(Kind.OBSERVATION, "performer", Holds.EACH_OR_THE_PERSON),
    SENDER(Kind.COMMUNICATION, "sender", Holds.EACH),
    /** Who wrote down what the person said. */
    ANSWER_WRITER(Kind.QUESTIONNAIRE_RESPONSE, "author", Holds.EACH),
    GOAL_SETTER(Kind.GOAL, "expressedBy", Holds.EACH_OR_THE_PERSON),
    /** Who wrote the plan with the person. */
    PLAN_AUTHOR(Kind.CARE_PLAN, "author", Holds.EACH),
    /** Whoever could name another's party would be told of that party's people. */
    SUBSCRIBER(Kind.SUBSCRIPTION, "criteria", Holds.EACH);

    private enum Holds {
        EACH,
        EACH_OR_THE_PERSON,
        ONE
    }

    /** How a party that is named stands to who says so. */
    public enum Party {
        OWN,
        THE_PERSON,
        ANOTHER
    }

    private final Kind kind;
    private final String element;
    private final Holds holds;

    Authorship(Kind kind, String element, Holds holds) {
        this.kind = kind;
        this.element = element;
        this.holds = holds;
    }

    /** The elements of a kind; none where nothing of it says who made it. */
    public static List<Authorship> of(Kind kind) {
        return Stream.of(values()).filter(element -> element.kind == kind).toList();
    }

    /** Its FHIRPath, such as {@code Task.requester}. */
    public String path() {
        return kind.type() + "." + element;
    }

    /** Whether all that it names counts as soon as something is added, and not the addition alone. */
    public boolean isJudgedWhole() {
        return holds == Holds.ONE;
    }

    /**
     * What is wrong with what a caller says in it.
     *
     * @param named the parties that the element newly names; none where it says what it said before, or nothing
     */
    public Optional<Refusal> judge(Identity caller, Collection<Party> named) {
        return refuseUnless(named.isEmpty() || holds(named), caller, path());
    }

    /** What is wrong with whom a caller names as the authors of notes, wherever these stand. */
    public static Optional<Refusal> judgeNotes(Identity caller, String path, Collection<Party> named) {
        return refuseUnless(!named.contains(Party.ANOTHER), caller, path);
    }

    private static Optional<Refusal> refuseUnless(boolean holds, Identity caller, String path) {
        return holds
                ? Optional.empty()
                : Optional.of(new Refusal(
                        AccessRule.AUTHOR,
                        "%s names somebody who does not belong to %s, for which the caller acts."
                                .formatted(path, caller.organisation()),
                        "Name the caller's own organisation, or a role, a service or a practitioner of it."));
    }

    private boolean holds(Collection<Party> named) {
        return switch (holds) {
            case EACH -> named.stream().allMatch(Party.OWN::equals);
            case EACH_OR_THE_PERSON -> !named.contains(Party.ANOTHER);
            case ONE -> named.contains(Party.OWN);
        };
    }
}
