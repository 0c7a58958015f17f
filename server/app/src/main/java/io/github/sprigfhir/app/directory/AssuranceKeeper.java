package io.github.sprigfhir.app.directory;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.VerificationResult;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes on each service the level for which it is assured, in the transaction that changes the evidence or the service.
 * Who changes what an organisation shows has its turn first, so that of two at once the second sees both.
 */
@Component
@Order(AtCommit.Turn.DIRECTORY)
class AssuranceKeeper implements AtCommit {

    private static final String ORGANISATION = "Organization/";
    private static final String SERVICE = "HealthcareService/";

    private final Store store;
    private final Assurance assurance;
    private final Validities validities;

    AssuranceKeeper(Store store, Assurance assurance, Validities validities) {
        this.store = store;
        this.assurance = assurance;
        this.validities = validities;
    }

    @Override
    public void follow(List<Change> changes) {
        var evidence = changes.stream()
                .filter(change -> change.resource() instanceof VerificationResult)
                .toList();
        evidence.forEach(validities::note);
        var targets = evidence.stream()
                .flatMap(change -> Stream.of(change.before(), change.after()))
                .filter(VerificationResult.class::isInstance)
                .flatMap(result -> FhirEvidence.targets((VerificationResult) result).stream())
                .collect(Collectors.toSet());
        var moved = changes.stream()
                .filter(change -> !change.isOurOwn())
                .filter(AssuranceKeeper::isNewOrGivenAway)
                .filter(change -> !evidence.isEmpty() || !isOfWhoeverCameWithIt(change, changes))
                .toList();
        moved.stream()
                .flatMap(change -> change.now(HealthcareService.class).stream())
                .forEach(service -> {
                    targets.add(Places.addressOf(service));
                });
        settle(targets);
        changes.forEach(this::tell);
    }

    /** Computes the level of all services that evidence about those bears on, and writes it where it is another. */
    void settle(Set<String> targets) {
        if (targets.isEmpty()) {
            return;
        }
        var services = services(targets);
        services.values().stream()
                .flatMap(Assurance::provider)
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(store::takeTurns);
        assurance.of(services.values()).forEach((address, level) -> {
            var service = store.read(HealthcareService.class, new IdType(address).getIdPart());
            if (!FhirEvidence.level(service).equals(level)) {
                FhirEvidence.set(service, level);
                store.update(service);
            }
        });
    }

    private SortedMap<String, HealthcareService> services(Set<String> targets) {
        var organisations = only(ORGANISATION, targets);
        var all = new HashSet<>(only(SERVICE, targets));
        if (!organisations.isEmpty()) {
            // Those under their umbrella as well.
            store.referring(VerificationResult.class, "issuer", organisations).stream()
                    .flatMap(result -> FhirEvidence.targets(result).stream())
                    .forEach(target -> {
                        organisations.addAll(only(ORGANISATION, Set.of(target)));
                        all.addAll(only(SERVICE, Set.of(target)));
                    });
        }
        var services = new TreeMap<String, HealthcareService>();
        all.forEach(
                address -> services.put(address, store.read(HealthcareService.class, new IdType(address).getIdPart())));
        if (!organisations.isEmpty()) {
            store.referring(HealthcareService.class, "organization", organisations)
                    .forEach(service -> services.put(Places.addressOf(service), service));
        }
        return services;
    }

    private static Set<String> only(String type, Set<String> targets) {
        return targets.stream()
                .filter(target -> target.startsWith(type))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isNewOrGivenAway(Change change) {
        var is = change.now(HealthcareService.class)
                .map(service -> Assurance.provider(service).toList());
        var was = change.earlier(HealthcareService.class)
                .map(service -> Assurance.provider(service).toList());
        return is.isPresent() && !is.equals(was);
    }

    /** About an organisation that this transaction has brought nothing can be on record but what came with it. */
    private static boolean isOfWhoeverCameWithIt(Change change, List<Change> changes) {
        return change.isCreation()
                && changes.stream()
                        .filter(Change::isCreation)
                        .map(Change::resource)
                        .map(made -> made.fhirType() + "/" + made.getIdElement().getIdPart())
                        .collect(Collectors.toSet())
                        .containsAll(Assurance.provider(
                                        change.now(HealthcareService.class).orElseThrow())
                                .toList());
    }

    /** Who sent a level of their own learns that it is not what the evidence gives. */
    private void tell(Change change) {
        var request = change.request();
        var sent = change.now(HealthcareService.class).flatMap(LevelInterceptor::sent);
        if (request == null || sent.isEmpty() || !change.isCreation()) {
            return;
        }
        var service = (HealthcareService) change.resource();
        var current = store.read(HealthcareService.class, service.getIdElement().getIdPart());
        if (!FhirEvidence.level(current).equals(sent)) {
            LevelInterceptor.warn(service, request);
        }
    }
}
