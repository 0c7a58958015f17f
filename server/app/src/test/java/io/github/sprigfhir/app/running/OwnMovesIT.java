package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import io.github.sprigfhir.domain.handover.HandoverState;
import io.github.sprigfhir.domain.handover.HandoverTable;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the server itself does to a Task passes the same table; only whose move it is does not bind it. */
@RunningServer
class OwnMovesIT {

    private static final String FLAGS = "https://sprig-fhir.github.io/ig/CodeSystem/handover-flag";

    private final IFhirResourceDao<Task> tasks;
    private final IHapiTransactionService transactions;
    private final Handover handover;

    OwnMovesIT(
            @LocalServerPort int port, @Autowired DaoRegistry store, @Autowired IHapiTransactionService transactions) {
        var server = new Server(port);
        this.tasks = store.getResourceDao(Task.class);
        this.transactions = transactions;
        this.handover =
                new Handover(server, Story.about(Person.next(), server).refer().task());
    }

    @Test
    void aCompositeMoveWalksTheTableInOneTransactionAndLeavesEachVersion() {
        transactions.withSystemRequest().execute(() -> HandoverTable.path(HandoverState.REQUESTED, HandoverState.FAILED)
                .orElseThrow()
                .forEach(move -> move(move.to())));

        assertThat(handover.status()).isEqualTo("failed");
        assertThat(handover.task().getMeta().getVersionId()).isEqualTo("5");
    }

    @Test
    void aCompositeMoveThatLeavesTheTableLeavesNothing() {
        assertThatThrownBy(() -> transactions.withSystemRequest().execute(() -> {
                    move(HandoverState.RECEIVED);
                    move(HandoverState.COMPLETED);
                }))
                .isInstanceOf(UnprocessableEntityException.class);

        assertThat(handover.status()).isEqualTo("requested");
    }

    @Test
    void aFlagIsNoMove() {
        var flagged = handover.task()
                .setBusinessStatus(
                        new CodeableConcept(new Coding(FLAGS, "did-not-attend-twice", "Did not attend twice")));

        tasks.update(flagged, new SystemRequestDetails());

        assertThat(handover.task().getBusinessStatus().hasCoding(FLAGS, "did-not-attend-twice"))
                .isTrue();
        assertThat(handover.status()).isEqualTo("requested");
    }

    @Test
    void notEvenTheServerDeletesOne() {
        assertThatThrownBy(() -> tasks.delete(handover.task().getIdElement(), new SystemRequestDetails()))
                .isInstanceOf(UnprocessableEntityException.class);
    }

    private void move(HandoverState to) {
        var task = tasks.read(handover.task().getIdElement().toUnqualifiedVersionless(), new SystemRequestDetails());
        Handover.to(to.code()).accept(task);
        tasks.update(task, new SystemRequestDetails());
    }
}
