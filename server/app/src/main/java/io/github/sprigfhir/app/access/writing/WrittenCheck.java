package io.github.sprigfhir.app.access.writing;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.access.Access;
import io.github.sprigfhir.domain.access.AccessRules;
import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.access.Kind;
import io.github.sprigfhir.domain.access.Relation;
import io.github.sprigfhir.domain.kernel.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Judges what a caller has written once all references lead to what they mean: in whose name, and to what they refer. */
@Component
@Order(WrittenCheck.FIRST)
class WrittenCheck implements AtCommit {

    static final int FIRST = 2;

    private final ReferenceCheck references;
    private final AuthorCheck authors;
    private final Belonging belonging;

    WrittenCheck(ReferenceCheck references, AuthorCheck authors, Belonging belonging) {
        this.references = references;
        this.authors = authors;
        this.belonging = belonging;
    }

    @Override
    public void follow(List<Change> changes) {
        var made = changes.stream()
                .filter(Change::isCreation)
                .map(Change::after)
                .filter(Resource.class::isInstance)
                .map(created ->
                        created.fhirType() + "/" + created.getIdElement().getIdPart())
                .collect(Collectors.toSet());
        var problems = new ArrayList<Problem>();
        for (var change : changes) {
            var after = change.after();
            var request = change.request();
            if (after != null && request != null) {
                WriteAccessInterceptor.callerOf(request)
                        .ifPresent(caller -> problems.addAll(judge(change.before(), after, made, caller, request)));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(problems);
        }
    }

    private List<Problem> judge(
            @Nullable Resource before, Resource after, Set<String> made, Identity caller, RequestDetails request) {
        var kind = FhirKind.of(after.fhirType()).orElseThrow();
        if (kind.isDirectory()) {
            judgeEntry(before == null ? Act.CREATE : Act.UPDATE, after, kind, caller);
        }
        var problems = new ArrayList<>(references.beforeCommit(after, before, made, caller, request));
        problems.addAll(authors.judge(before, after, kind, caller, request));
        return Place.within(after, problems);
    }

    /** An entry may be neither made for another organisation nor given away; who works where, their roles say. */
    private void judgeEntry(Act act, Resource after, Kind kind, Identity caller) {
        var isOwn = kind == Kind.PRACTITIONER || belonging.isEntryOf(after, caller);
        var access = AccessRules.decide(caller, act, kind, isOwn ? Relation.OWN : Relation.VISIBLE);
        if (access instanceof Access.Refused refused) {
            throw Refusals.forbidden(
                    Place.within(after, List.of(AccessGate.forbidden(refused.refusal(), after.fhirType()))));
        }
    }
}
