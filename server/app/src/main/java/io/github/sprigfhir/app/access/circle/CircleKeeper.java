package io.github.sprigfhir.app.access.circle;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.domain.access.Label;
import io.github.sprigfhir.domain.access.OnRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Task;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the labels of the circle of care: who may see what a transaction has touched, and whatever else of a person it
 * shows to somebody or hides from somebody. It does so in the same transaction, and whether or not access control is on,
 * so that it can be switched on over what is there.
 *
 * <p>What is asked of others for a person decides about all of it, so it is read whole, when the person's turn has come;
 * only then can no other transaction be changing it. Everything recorded in the course of an episode has its labels from
 * its beginning (spec decision 29).
 */
@Component
@Order(AtCommit.Turn.CIRCLE)
class CircleKeeper implements AtCommit {

    /** What is known of a person, to whichever episode they belong. */
    private static final List<Class<? extends Resource>> KNOWN =
            List.of(Flag.class, Condition.class, Composition.class, Consent.class);

    private final Store store;
    private final LabelTable labels;

    CircleKeeper(Store store, LabelTable labels) {
        this.store = store;
        this.labels = labels;
    }

    @Override
    public void follow(List<Change> changes) {
        var touched = new Touched(changes);
        var members = new Members(store);
        var recorders = Recorders.of(changes);
        var settled = new HashMap<String, FhirPerson>();
        var changed = new HashSet<Address>();
        for (var person : touched.persons()) {
            settled.put(person, settle(person, touched, members, recorders, changed));
        }
        var episodes = new EpisodeFacts(store, labels, members, recorders, settled);
        labels.add(new FhirRecords(store, episodes, members, recorders).due(touched));
        labels.add(subscriptions(touched, members, recorders));
        share(touched, changed);
    }

    /** Works out anew who sees the person, what is asked of others for them, and what is known of them at all. */
    private FhirPerson settle(String id, Touched touched, Members members, Recorders recorders, Set<Address> changed) {
        var address = new Address("Patient", id);
        var isNew = touched.isCreated(address);
        if (!isNew) {
            store.takeTurns("Patient/" + id);
        }
        var requests =
                isNew ? touched.of(ServiceRequest.class, id) : store.referring(ServiceRequest.class, "patient", of(id));
        var tasks = isNew ? touched.of(Task.class, id) : store.referring(Task.class, "patient", of(id));
        var known = isNew ? Map.<Address, Set<String>>of() : codes(address, requests, tasks);
        recorders.learn(known);
        var patient = touched.now(address).map(Patient.class::cast).orElseGet(() -> store.read(Patient.class, id));
        var person = new FhirPerson(patient, requests, tasks, members, recorders::of);
        var due = marked(person.onRecord(), recorders);
        var more = ofThePerson(
                id,
                person,
                touched,
                members,
                recorders,
                !isNew && !Objects.equals(due.get(address), known.get(address)));
        due.putAll(more);
        due.entrySet().removeIf(entry -> entry.getValue().equals(known.get(entry.getKey())));
        if (isNew) {
            labels.add(due);
        } else {
            labels.set(due);
            due.keySet().stream().filter(one -> !touched.isCreated(one)).forEach(changed::add);
        }
        return person;
    }

    /** Risks, problems, consents: those that were touched, and all of them when somebody else sees the person now. */
    private Map<Address, Set<String>> ofThePerson(
            String id, FhirPerson person, Touched touched, Members members, Recorders recorders, boolean all) {
        var records = new LinkedHashMap<Address, Resource>();
        if (all) {
            KNOWN.stream()
                    .flatMap(type -> store.referring(type, "patient", of(id)).stream())
                    .forEach(record -> records.put(Address.of(record), record));
        }
        KNOWN.stream()
                .flatMap(type -> touched.of(type, id).stream())
                .forEach(record -> records.put(Address.of(record), record));
        recorders.learn(labels.codesOf(
                records.keySet().stream().filter(one -> !touched.isCreated(one)).toList()));
        var onRecord = new HashMap<Address, OnRecord>();
        records.forEach((address, record) ->
                onRecord.put(address, FhirKnown.of(record, person.person(), members, recorders.of(address))));
        return marked(onRecord, recorders);
    }

    private Map<Address, Set<String>> codes(Address person, List<ServiceRequest> requests, List<Task> tasks) {
        var addresses = new ArrayList<>(List.of(person));
        requests.forEach(request -> addresses.add(Address.of(request)));
        tasks.forEach(task -> addresses.add(Address.of(task)));
        return labels.codesOf(addresses);
    }

    private static Map<Address, Set<String>> subscriptions(Touched touched, Members members, Recorders recorders) {
        return touched.created(Subscription.class)
                .collect(Collectors.toMap(
                        Address::of,
                        subscription ->
                                codes(FhirKnown.of(subscription, members, recorders.of(Address.of(subscription))))));
    }

    /** Who sees a change depends on who sees all that was changed. */
    private void share(Touched touched, Set<Address> changed) {
        touched.created(Provenance.class).map(Address::of).forEach(changed::add);
        labels.share(changed);
    }

    /** The codes that are due, the marks of who recorded something among them. */
    private static Map<Address, Set<String>> marked(Map<Address, OnRecord> onRecord, Recorders recorders) {
        var due = new HashMap<Address, Set<String>>();
        onRecord.forEach((address, record) -> {
            var codes = new HashSet<>(codes(record));
            recorders.of(address).forEach(recorder -> codes.add(Marks.byCode(recorder)));
            due.put(address, codes);
        });
        return due;
    }

    static Set<String> codes(OnRecord record) {
        return record.labels().stream().map(Label::code).collect(Collectors.toSet());
    }

    private static List<String> of(String patient) {
        return List.of("Patient/" + patient);
    }
}
