package io.github.sprigfhir.app.consent;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** What a provider was not shown survives what it sends back. */
class HiddenElementsTest {

    private static final MinimumView VIEW = new MinimumView(FhirContext.forR4Cached());
    private static final HiddenElements HIDDEN = new HiddenElements(VIEW);

    private final Task stored = task();

    @Test
    void whoSendsBackWhatWasShownChangesNothing() {
        var sent = shown();

        assertThat(HIDDEN.giveBack(stored, sent)).isEmpty();

        sent.setMeta(stored.getMeta());
        assertThat(sent.equalsDeep(stored)).isTrue();
    }

    @Test
    void whoChangesWhatIsShownLosesNothingElse() {
        var sent = changed(task -> task.setStatus(TaskStatus.RECEIVED).addNote(new Annotation().setText("Thank you")));

        assertThat(HIDDEN.giveBack(stored, sent)).isEmpty();

        assertThat(sent.getStatus()).isEqualTo(TaskStatus.RECEIVED);
        assertThat(sent.getNote()).hasSize(2);
        assertThat(sent.getPartOfFirstRep().getReference()).isEqualTo("Task/other-service");
        assertThat(sent.getFor().getIdentifier().getValue()).isEqualTo("9990000107");
        assertThat(sent.getDescription()).isEqualTo("Not for everybody");
        assertThat(sent.getIdentifier()).hasSize(2);
        assertThat(sent.getExtension()).hasSize(2);
        assertThat(sent.getMeta().hasTag()).isFalse();
    }

    @Test
    void whatIsShownMayBeTakenAway() {
        var sent = changed(task -> task.setNote(null).getExtension().clear());

        assertThat(HIDDEN.giveBack(stored, sent)).isEmpty();

        assertThat(sent.hasNote()).isFalse();
        assertThat(sent.getExtension()).extracting(Extension::getUrl).containsExactly("urn:unheard-of");
    }

    @Test
    void whatIsHiddenCannotBeChanged() {
        assertThat(HIDDEN.giveBack(stored, changed(task -> task.setDescription("Mine"))))
                .containsExactly("Task.description");
        assertThat(HIDDEN.giveBack(stored, changed(task -> task.addInput().setValue(new StringType("in")))))
                .containsExactly("Task.input");
    }

    @Test
    void aPatchedResourceIsWholeAndStaysSo() {
        var sent = stored.copy().setStatus(TaskStatus.RECEIVED);

        assertThat(HIDDEN.giveBack(stored, sent)).isEmpty();

        assertThat(sent.equalsDeep(stored.copy().setStatus(TaskStatus.RECEIVED)))
                .isTrue();
    }

    private Task shown() {
        return (Task) VIEW.minimumOf(stored);
    }

    private Task changed(Consumer<Task> change) {
        var sent = shown();
        change.accept(sent);
        return sent;
    }

    private static Task task() {
        var task = new Task()
                .setStatus(TaskStatus.REQUESTED)
                .setDescription("Not for everybody")
                .setFor(new Reference("Patient/7"))
                .addPartOf(new Reference("Task/other-service"))
                .addNote(new Annotation().setText("Prefers mornings").setTime(Date.from(Instant.EPOCH)));
        task.setId("Task/1");
        task.getFor()
                .setIdentifier(new Identifier()
                        .setSystem("https://fhir.nhs.uk/Id/nhs-number")
                        .setValue("9990000107"));
        task.addIdentifier()
                .setUse(Identifier.IdentifierUse.OLD)
                .setSystem("urn:ours")
                .setValue("1");
        task.addIdentifier().setSystem("urn:ours").setValue("2");
        task.addExtension("urn:unheard-of", new StringType("hidden"));
        task.addExtension("https://sprig-fhir.github.io/ig/StructureDefinition/review-by", new DateType("2026-12-01"));
        return task;
    }
}
