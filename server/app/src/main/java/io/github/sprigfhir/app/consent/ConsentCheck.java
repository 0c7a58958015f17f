package io.github.sprigfhir.app.consent;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.consent.Agreement;
import io.github.sprigfhir.domain.consent.Ask;
import io.github.sprigfhir.domain.consent.ConsentDecision;
import io.github.sprigfhir.domain.consent.ConsentRefusals;
import io.github.sprigfhir.domain.consent.ConsentRule;
import io.github.sprigfhir.domain.consent.ConsentRules;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets nobody be asked about a person whose consent does not cover them: neither by a request nor by a Task, however it
 * is written and by whom. A withdrawal at the same time waits, or is seen: both take the person's turn.
 */
@Component
@Order(AtCommit.Turn.CONSENT)
class ConsentCheck implements AtCommit {

    private final PersonsConsents consents;
    private final Recipients recipients;
    private final Store store;
    private final Clock clock;

    ConsentCheck(PersonsConsents consents, Recipients recipients, Store store, Clock clock) {
        this.consents = consents;
        this.recipients = recipients;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void follow(List<Change> changes) {
        var disclosures = Disclosure.in(changes);
        if (disclosures.isEmpty()) {
            return;
        }
        takeTurns(disclosures, changes);
        Map<Party, List<Agreement>> said = new HashMap<>();
        var refused = new HashSet<Ask>();
        var problems = new ArrayList<Problem>();
        for (var disclosure : disclosures) {
            var agreements = said.computeIfAbsent(disclosure.person(), person -> consents.of(person, changes));
            judge(disclosure, agreements, refused)
                    .ifPresent(problem -> problems.addAll(Place.within(disclosure.by(), List.of(problem))));
        }
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(problems);
        }
    }

    /** Nobody else can yet speak of whom this transaction has brought. */
    private void takeTurns(List<Disclosure> disclosures, List<Change> changes) {
        var brought = PersonsConsents.brought(changes);
        Set<String> people = disclosures.stream()
                .map(Disclosure::person)
                .filter(person -> !brought.contains(person))
                .map(Party::name)
                .collect(Collectors.toCollection(TreeSet::new));
        people.forEach(store::takeTurns);
    }

    /** A Task is not told again what its request was told. */
    private Optional<Problem> judge(Disclosure disclosure, List<Agreement> said, Set<Ask> refused) {
        var organisation = recipients.organisationOf(disclosure.recipient());
        if (organisation.isEmpty()) {
            return Optional.of(problem(ConsentRule.RECIPIENT_UNKNOWN, disclosure.recipientPath()));
        }
        var ask = new Ask(disclosure.person(), organisation.get(), Purpose.TREATMENT);
        return objection(disclosure, said, ask)
                .filter(rule -> refused.add(ask))
                .map(rule -> problem(rule, disclosure.consentPath()));
    }

    private Optional<ConsentRule> objection(Disclosure disclosure, List<Agreement> said, Ask ask) {
        var all = decide(said, ask);
        if (!disclosure.mustNameConsent()) {
            return all.isPermitted() ? Optional.empty() : Optional.of(ConsentRule.NOT_GIVEN);
        }
        if (disclosure.consent().isEmpty()) {
            return Optional.of(ConsentRule.NOT_GIVEN);
        }
        var name = FhirConsent.party(disclosure.consent().get()).name();
        var named = said.stream().filter(consent -> consent.name().equals(name)).toList();
        if (named.isEmpty()) {
            return Optional.of(ConsentRule.ANOTHER_PERSON);
        }
        if (decide(named, ask) instanceof ConsentDecision.Refused refused) {
            return Optional.of(refused.reason());
        }
        // Why another consent says no is not for this sender to know.
        return all.isPermitted() ? Optional.empty() : Optional.of(ConsentRule.OVERRULED);
    }

    private ConsentDecision decide(List<Agreement> said, Ask ask) {
        return ConsentRules.decide(said, ask, clock.instant());
    }

    static Problem problem(ConsentRule rule, String path) {
        var refusal = ConsentRefusals.of(rule);
        return new Problem(IssueSeverity.ERROR, IssueType.BUSINESSRULE, rule, path, refusal.text(), refusal.remedy());
    }
}
