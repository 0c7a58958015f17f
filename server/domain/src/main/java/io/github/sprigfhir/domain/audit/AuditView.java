package io.github.sprigfhir.domain.audit;

import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.kernel.Refusal;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.Optional;
import java.util.Set;

/** How much of the record somebody may see. */
public sealed interface AuditView {

    /** Every event, whole: for whoever reviews the audit. */
    record Everything() implements AuditView {}

    /**
     * Who looked at one person's record and when, and nothing of what they asked.
     *
     * @param patient such as {@code Patient/42}; the caller must be one who may see that person
     */
    record WhoLooked(String patient) implements AuditView {}

    record Refused(Refusal refusal) implements AuditView {}

    /** Who may ask on behalf of the person; the person has no account here. */
    Set<Role> REPRESENTATIVES = Set.of(Role.LINK_WORKER, Role.REFERRER);

    /**
     * Decides what a search of the record may show.
     *
     * @param reader none where access control is off, which is on a loopback address only
     * @param person the one person that the search is about, if it is about exactly one
     */
    static AuditView of(Optional<Identity> reader, Optional<String> person) {
        if (reader.isEmpty() || reader.get().role() == Role.ADMINISTRATOR) {
            return new Everything();
        }
        var asksForThePerson = reader.get().purpose() == Purpose.PATIENT_REQUEST
                && REPRESENTATIVES.contains(reader.get().role());
        return asksForThePerson && person.isPresent() ? new WhoLooked(person.get()) : refused();
    }

    private static AuditView refused() {
        return new Refused(new Refusal(
                AuditRule.AUDIT_READER,
                "The audit is read by administrators; for one's own record, by a link worker or referrer with the purpose PATRQT.",
                "Search AuditEvent?patient=Patient/[id] with a token for that purpose, or ask an administrator."));
    }
}
