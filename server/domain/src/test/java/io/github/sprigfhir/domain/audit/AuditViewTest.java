package io.github.sprigfhir.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Who may read the record, and how much of it. */
class AuditViewTest {

    private static final String PERSON = "Patient/1";

    @Test
    void anAdministratorReadsEverything() {
        assertThat(view(Role.ADMINISTRATOR, Purpose.SYSTEM_ADMINISTRATION, Optional.empty()))
                .isEqualTo(new AuditView.Everything());
    }

    @Test
    void aLinkWorkerOrReferrerAsksForThePersonWhoLooked() {
        for (var role : new Role[] {Role.LINK_WORKER, Role.REFERRER}) {
            assertThat(view(role, Purpose.PATIENT_REQUEST, Optional.of(PERSON)))
                    .isEqualTo(new AuditView.WhoLooked(PERSON));
            assertThat(view(role, Purpose.PATIENT_REQUEST, Optional.empty())).isInstanceOf(AuditView.Refused.class);
            assertThat(view(role, Purpose.TREATMENT, Optional.of(PERSON))).isInstanceOf(AuditView.Refused.class);
        }
    }

    @Test
    void theRefusalSaysWhoMay() {
        var refused = (AuditView.Refused) view(Role.PROVIDER, Purpose.TREATMENT, Optional.empty());

        assertThat(refused.refusal().reason()).isEqualTo(AuditRule.AUDIT_READER);
        assertThat(refused.refusal().text()).contains("administrators");
        assertThat(refused.refusal().remedy()).contains("AuditEvent?patient=");
    }

    @Test
    void whereAccessControlIsOffEverythingIsShown() {
        assertThat(AuditView.of(Optional.empty(), Optional.empty())).isEqualTo(new AuditView.Everything());
    }

    @Property
    void nobodyElseReadsAnything(@ForAll Role role, @ForAll Purpose purpose, @ForAll boolean person) {
        var view = view(role, purpose, person ? Optional.of(PERSON) : Optional.empty());

        var representative = role == Role.LINK_WORKER || role == Role.REFERRER;
        var asksForThePerson = person && purpose == Purpose.PATIENT_REQUEST && representative;
        var may = role == Role.ADMINISTRATOR || asksForThePerson;
        assertThat(view instanceof AuditView.Refused).isEqualTo(!may);
        assertThat(view instanceof AuditView.Everything).isEqualTo(role == Role.ADMINISTRATOR);
    }

    private static AuditView view(Role role, Purpose purpose, Optional<String> person) {
        return AuditView.of(
                Optional.of(new Identity("client", role, new Party("Organization/1"), Optional.empty(), purpose)),
                person);
    }
}
