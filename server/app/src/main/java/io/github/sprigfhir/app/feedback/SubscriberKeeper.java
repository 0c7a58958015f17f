package io.github.sprigfhir.app.feedback;

import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.correlation.Correlation;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts every Task and ServiceRequest that a transaction has created or changed into the outbox, after all else. */
@Component
@Order(AtCommit.Turn.SUBSCRIBERS)
class SubscriberKeeper implements AtCommit {

    private final Outbox outbox;

    SubscriberKeeper(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void follow(List<Change> changes) {
        var cause = changes.stream()
                .flatMap(change -> Correlation.of(change.request()).stream())
                .flatMap(ids -> ids.correlation().stream())
                .findFirst();
        outbox.tell(
                changes.stream()
                        .flatMap(change -> Stream.ofNullable(change.after()))
                        .flatMap(resource -> FhirChange.of(resource).stream())
                        .toList(),
                cause);
    }
}
