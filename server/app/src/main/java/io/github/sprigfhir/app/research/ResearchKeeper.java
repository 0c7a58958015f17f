package io.github.sprigfhir.app.research;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.consent.FhirConsent;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.changes.MadeOfRecords;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Notes in the transaction of a consent who has said something about research, and removes at once the copies of whoever
 * takes part no longer.
 */
@Component
@Order(AtCommit.Turn.RESEARCH)
class ResearchKeeper implements AtCommit, MadeOfRecords {

    private final People people;
    private final Removal removal;
    private final Store store;

    ResearchKeeper(People people, Removal removal, Store store) {
        this.people = people;
        this.removal = removal;
        this.store = store;
    }

    @Override
    public void follow(List<Change> changes) {
        var asked = Stream.concat(
                        changes.stream().flatMap(change -> change.now(Consent.class).stream()),
                        changes.stream().flatMap(change -> change.earlier(Consent.class).stream()))
                .filter(FhirConsent::isAboutResearch)
                .map(ResearchKeeper::person)
                .collect(Collectors.toCollection(TreeSet::new));
        // Turns before removals: these wait for one another.
        asked.forEach(person -> store.takeTurns(turn(person)));
        asked.forEach(this::settle);
    }

    /** Those of whom time alone has changed whether they take part: until then nobody wrote anything. */
    void settleWhoseTimeHasCome() {
        for (var person : people.whoseTimeHasCome()) {
            store.inOneTransaction(new SystemRequestDetails(), () -> {
                store.takeTurns(turn(person));
                settle(person);
                return person;
            });
        }
    }

    /** A release that is about to copy them waits, and finds that they do not take part. */
    private void settle(String person) {
        people.note(person);
        if (!people.takesPart(person)) {
            removal.of(person);
        }
    }

    /** By which a release and a withdrawal of the same person wait for each other. */
    static String turn(String person) {
        return "research of " + person;
    }

    @Override
    public String made() {
        return "people of research";
    }

    @Override
    public List<Class<? extends Resource>> types() {
        return List.of(Consent.class);
    }

    @Override
    public void make(Resource record) {
        if (record instanceof Consent consent && FhirConsent.isAboutResearch(consent)) {
            people.note(person(consent));
        }
    }

    private static String person(Consent consent) {
        return consent.getPatient().getReferenceElement().getIdPart();
    }
}
