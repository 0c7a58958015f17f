package io.github.sprigfhir.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.consent.BreakGlassDecision.Closed;
import io.github.sprigfhir.domain.consent.BreakGlassDecision.Opened;
import io.github.sprigfhir.domain.consent.BreakGlassDecision.Why;
import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may break the glass, and for what. */
class BreakGlassTest {

    @ParameterizedTest
    @EnumSource
    void onlyThoseWhoWorkWithTheWholePersonMayBreakIt(Role role) {
        var opened = BreakGlass.opens(whoIs(role, Purpose.BREAK_THE_GLASS), RecordKind.OF_A_PERSON);

        assertThat(opened)
                .isEqualTo(role == Role.REFERRER || role == Role.LINK_WORKER ? new Opened() : new Closed(Why.ROLE));
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnEmergencyOpensIt(Purpose purpose) {
        var linkWorker = whoIs(Role.LINK_WORKER, purpose);
        var isEmergency = purpose == Purpose.BREAK_THE_GLASS;

        assertThat(BreakGlass.isEmergency(linkWorker)).isEqualTo(isEmergency);
        assertThat(BreakGlass.opens(linkWorker, RecordKind.OF_A_PERSON))
                .isEqualTo(isEmergency ? new Opened() : new Closed(Why.NO_EMERGENCY));
    }

    @ParameterizedTest
    @CsvSource({
        "Patient, OF_A_PERSON", "Flag, OF_A_PERSON", "Task, OF_A_PERSON", "Consent, OF_A_PERSON",
        "AuditEvent, OTHER", "Provenance, OTHER", "Subscription, OTHER", "Basic, OTHER"
    })
    void theKindFollowsFromTheType(String type, RecordKind kind) {
        assertThat(RecordKind.of(type)).isEqualTo(kind);
    }

    @Test
    void whatIsNoRecordOfAPersonStaysClosed() {
        assertThat(BreakGlass.opens(whoIs(Role.LINK_WORKER, Purpose.BREAK_THE_GLASS), RecordKind.OTHER))
                .isEqualTo(new Closed(Why.KIND));
    }

    private static Identity whoIs(Role role, Purpose purpose) {
        return new Identity("client", role, new Party("Organization/1"), Optional.empty(), purpose);
    }
}
