package io.github.sprigfhir.app.access.circle;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.reference.RecordKinds;
import io.github.sprigfhir.app.referral.FhirSupportPlan;
import io.github.sprigfhir.domain.access.Episode;
import io.github.sprigfhir.domain.access.Label;
import io.github.sprigfhir.domain.access.OnRecord;
import io.github.sprigfhir.domain.kernel.Party;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** Maps what a transaction has recorded in the course of episodes into the labels that are due to it. */
final class FhirRecords {

    private static final String IG = "https://sprig-fhir.github.io/ig/";

    private final Store store;
    private final EpisodeFacts episodes;
    private final Members members;
    private final Recorders recorders;

    FhirRecords(Store store, EpisodeFacts episodes, Members members, Recorders recorders) {
        this.store = store;
        this.episodes = episodes;
        this.members = members;
        this.recorders = recorders;
    }

    /** Of what was created, and of messages that may have got another recipient. */
    Map<Address, Set<String>> due(Touched touched) {
        var due = new HashMap<Address, Set<String>>();
        Stream.of(
                        touched.created(Encounter.class),
                        touched.created(Goal.class),
                        touched.created(CarePlan.class),
                        touched.created(Observation.class),
                        touched.created(QuestionnaireResponse.class),
                        touched.all(Communication.class))
                .flatMap(records -> records)
                .forEach(record -> due.put(Address.of(record), CircleKeeper.codes(of(record))));
        return due;
    }

    private OnRecord of(Resource record) {
        if (record instanceof Encounter contact) {
            return inTheCourse(contact, contact.getBasedOnFirstRep(), authors(contact), List.of());
        }
        if (record instanceof Goal goal) {
            return inTheCourse(goal, goal.getAddressesFirstRep(), List.of(goal.getExpressedBy()), List.of());
        }
        if (record instanceof CarePlan plan) {
            return inTheCourse(plan, FhirSupportPlan.referralOf(plan), List.of(plan.getAuthor()), List.of());
        }
        if (record instanceof Observation outcome) {
            if (RecordKinds.isEntry(outcome)) {
                return inTheCourse(outcome, outcome.getBasedOnFirstRep(), outcome.getPerformer(), List.of());
            }
            return (IG + "lifecycle").equals(outcome.getIdentifierFirstRep().getSystem())
                    ? step(outcome)
                    : outcome(outcome);
        }
        if (record instanceof QuestionnaireResponse answer) {
            return inTheCourse(answer, answer.getBasedOnFirstRep(), List.of(answer.getAuthor()), List.of());
        }
        var message = (Communication) record;
        if (isEscalation(message)) {
            return escalation(message);
        }
        if (isStop(message) && recorders.of(Address.of(message)).isEmpty()) {
            return stop(message);
        }
        var senders = isFeedback(message) ? List.<Reference>of() : List.of(message.getSender());
        return inTheCourse(message, message.getBasedOnFirstRep(), senders, message.getRecipient());
    }

    private OnRecord inTheCourse(Resource record, Reference request, List<Reference> named, List<Reference> told) {
        var recipients = members.organisations(told);
        var authors = named(record, named);
        var episode = episode(request, union(authors, recipients));
        return new OnRecord.InTheCourse(episode, seeing(record, authors, episode), recipients);
    }

    private OnRecord outcome(Observation outcome) {
        var authors = named(outcome, outcome.getPerformer());
        var episode = episode(outcome.getBasedOnFirstRep(), authors);
        return new OnRecord.OfOutcome(episode, seeing(outcome, authors, episode));
    }

    /** The organisations that it names as its authors, where no token proves who recorded it. */
    private Set<Party> named(Resource record, List<Reference> named) {
        return recorders.of(Address.of(record)).isEmpty() ? members.organisations(named) : Set.of();
    }

    private Set<Label> seeing(Resource record, Set<Party> authors, Optional<Episode> episode) {
        return Stream.concat(
                        recorders.of(Address.of(record)).stream(),
                        episode.stream()
                                .flatMap(known -> authors.stream().flatMap(party -> known.partsOf(party).stream())))
                .collect(Collectors.toSet());
    }

    /** A code of the pathway, which the server has recorded. */
    private OnRecord step(Observation code) {
        return episode(code.getBasedOnFirstRep(), Set.of())
                .<OnRecord>map(OnRecord.OfEpisode::new)
                .orElseGet(() -> new OnRecord.InTheCourse(Optional.empty(), Set.of(), Set.of()));
    }

    private OnRecord escalation(Communication message) {
        var told = members.organisations(message.getRecipient());
        var person = message.getSubject().getReferenceElement().getIdPart();
        var practices = members.organisations(store.read(Patient.class, person).getGeneralPractitioner());
        return episode(message.getBasedOnFirstRep(), told)
                .<OnRecord>map(known -> new OnRecord.OfEscalation(known, told, practices))
                .orElseGet(() -> new OnRecord.InTheCourse(Optional.empty(), Set.of(), Set.of()));
    }

    /** It says neither of whom nor why, so its handover leads to the episode; its identifier is the handover's id. */
    private OnRecord stop(Communication notice) {
        var told = members.organisations(notice.getRecipient());
        var handover = store.read(Task.class, notice.getIdentifierFirstRep().getValue());
        return new OnRecord.InTheCourse(episode(handover.getFocus(), told), Set.of(), told);
    }

    private Optional<Episode> episode(Reference request, Set<Party> named) {
        return "ServiceRequest".equals(request.getReferenceElement().getResourceType())
                ? episodes.of(request, named)
                : Optional.empty();
    }

    private static boolean isStop(Communication message) {
        return (IG + "stop").equals(message.getIdentifierFirstRep().getSystem())
                && message.getCategory().stream()
                        .anyMatch(kind -> kind.hasCoding(IG + "CodeSystem/communication-kind", "stop"));
    }

    private static boolean isEscalation(Communication message) {
        return isFeedback(message)
                && message.getReasonCode().stream()
                        .anyMatch(reason -> reason.hasCoding(IG + "CodeSystem/handover-reason", "escalated-to-gp"));
    }

    /** The server has written it: it names as its sender whoever worked the handover. */
    private static boolean isFeedback(Communication message) {
        return message.getCategory().stream()
                .anyMatch(kind -> kind.hasCoding(IG + "CodeSystem/communication-kind", "feedback"));
    }

    private static List<Reference> authors(Encounter contact) {
        return Stream.concat(
                        contact.getParticipant().stream().map(Encounter.EncounterParticipantComponent::getIndividual),
                        Stream.of(contact.getServiceProvider()))
                .toList();
    }

    private static Set<Party> union(Set<Party> some, Set<Party> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }
}
