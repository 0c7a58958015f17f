package io.github.sprigfhir.app.handover;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.referral.Contacts;
import io.github.sprigfhir.app.referral.Episodes;
import io.github.sprigfhir.domain.referral.Attendance;
import io.github.sprigfhir.domain.referral.Engagement;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Counts contacts: how much a person engages, and whether somebody should ask why they stay away. */
@Component
@Order(AtCommit.Turn.CONTACTS)
class ContactKeeper implements AtCommit {

    private static final String IG = "https://sprig-fhir.github.io/ig/";
    private static final String ENGAGEMENT = IG + "StructureDefinition/engagement-level";
    private static final Coding STAYS_AWAY =
            new Coding(IG + "CodeSystem/handover-flag", "did-not-attend-twice", "Did not attend twice");

    private final Episodes episodes;
    private final Store store;
    private final HandoverSettings settings;

    ContactKeeper(Episodes episodes, Store store, HandoverSettings settings) {
        this.episodes = episodes;
        this.store = store;
        this.settings = settings;
    }

    @Override
    public void follow(List<Change> changes) {
        changes.stream()
                .flatMap(change -> change.now(Encounter.class).stream())
                .flatMap(contact -> episodes.request(contact.getBasedOnFirstRep(), changes).stream())
                .map(Episodes::rootOf)
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(this::count);
    }

    private void count(String root) {
        var episode = episodes.open(root);
        var contacts = store.referring(Encounter.class, "based-on", episode.addresses());
        var attended = attended(episode.root(), contacts);
        if (attended > 0) {
            level(episode.root(), Engagement.of(attended, settings.holisticFromContacts()));
        }
        var worrying = Attendance.isWorrying(Contacts.attendances(contacts));
        var handovers = store.referring(Task.class, "focus", List.of(Episodes.Episode.addressOf(episode.root())));
        handovers.stream()
                .filter(task -> !Handovers.hasEnded(task))
                .filter(task -> isFlagged(task) != worrying)
                .forEach(task -> flag(task, worrying));
    }

    /** Contacts with the link worker alone: engagement is with them. */
    private static int attended(ServiceRequest referral, List<Encounter> contacts) {
        var own = contacts.stream()
                .filter(contact -> Episodes.leadsTo(referral, contact.getBasedOnFirstRep()))
                .toList();
        return Collections.frequency(Contacts.attendances(own), Attendance.ATTENDED);
    }

    private void level(ServiceRequest referral, Engagement level) {
        var said = referral.getExtensionByUrl(ENGAGEMENT);
        if (said != null
                && said.getValue() instanceof Coding coding
                && level.code().equals(coding.getCode())) {
            return;
        }
        referral.getExtension().removeIf(extension -> ENGAGEMENT.equals(extension.getUrl()));
        referral.addExtension(
                ENGAGEMENT, new Coding(IG + "CodeSystem/engagement-level", level.code(), level.display()));
        store.update(referral);
    }

    private static boolean isFlagged(Task task) {
        return task.getBusinessStatus().hasCoding(STAYS_AWAY.getSystem(), STAYS_AWAY.getCode());
    }

    private void flag(Task task, boolean worrying) {
        task.setBusinessStatus(worrying ? new CodeableConcept(STAYS_AWAY.copy()) : null);
        store.update(task);
    }
}
