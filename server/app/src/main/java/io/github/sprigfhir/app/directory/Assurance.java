package io.github.sprigfhir.app.directory;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.domain.directory.AssuranceLevel;
import io.github.sprigfhir.domain.directory.AssurancePolicy;
import io.github.sprigfhir.domain.directory.AssuranceRules;
import io.github.sprigfhir.domain.directory.Evidence;
import io.github.sprigfhir.domain.kernel.Party;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.VerificationResult;
import org.springframework.stereotype.Component;

/** Computes from the evidence that is valid today for which level a service is assured; and knows what a risk asks for. */
@Component
public class Assurance {

    private final Store store;
    private final AssurancePolicy policy;
    private final Map<String, AssuranceLevel> askedByRisk;
    private final Clock clock;

    Assurance(Store store, AssuranceSettings settings, Clock clock) {
        this.store = store;
        this.policy = settings.policy();
        this.askedByRisk = settings.levelsByRisk();
        this.clock = clock;
    }

    /** The level of a service now, whatever was written on it last. */
    public Optional<AssuranceLevel> of(IIdType service) {
        var read = store.read(HealthcareService.class, service.getIdPart());
        return of(List.of(read)).getOrDefault(Places.addressOf(read), Optional.empty());
    }

    /** The level that a risk asks for: by itself, or by what it is. What is over asks for nothing. */
    public Optional<AssuranceLevel> askedBy(Flag risk) {
        return risk.getStatus() != Flag.FlagStatus.ACTIVE
                ? Optional.empty()
                : FhirEvidence.required(risk).or(() -> risk.getCode().getCoding().stream()
                        .map(Assurance::token)
                        .flatMap(code -> Optional.ofNullable(askedByRisk.get(code)).stream())
                        .max(AssuranceLevel::compareTo));
    }

    /** The level of each service, by its address. */
    Map<String, Optional<AssuranceLevel>> of(Collection<HealthcareService> services) {
        var shown = about(services.stream()
                .flatMap(service -> Stream.concat(Stream.of(Places.addressOf(service)), provider(service)))
                .collect(Collectors.toSet()));
        var larger = shown.values().stream()
                .flatMap(List::stream)
                .flatMap(evidence -> evidence.umbrella().stream())
                .map(Party::name)
                .collect(Collectors.toSet());
        var theirs = new HashMap<Party, List<Evidence>>();
        about(larger).forEach((organisation, evidence) -> theirs.put(new Party(organisation), evidence));
        return services.stream()
                .collect(Collectors.toMap(
                        Places::addressOf,
                        service -> AssuranceRules.level(of(service, shown), theirs, policy, today())));
    }

    AssurancePolicy policy() {
        return policy;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), FhirEvidence.ENGLAND);
    }

    static Stream<String> provider(HealthcareService service) {
        return Stream.of(service.getProvidedBy())
                .filter(provider -> provider.hasReference())
                .map(FhirEvidence::address);
    }

    private static List<Evidence> of(HealthcareService service, Map<String, List<Evidence>> shown) {
        return Stream.concat(Stream.of(Places.addressOf(service)), provider(service))
                .flatMap(about -> shown.getOrDefault(about, List.of()).stream())
                .toList();
    }

    /** All evidence about those, by whom it is about. */
    private Map<String, List<Evidence>> about(Set<String> targets) {
        return targets.isEmpty()
                ? Map.of()
                : store.referring(VerificationResult.class, "target", targets).stream()
                        .flatMap(result -> FhirEvidence.of(result).stream()
                                .flatMap(evidence -> FhirEvidence.targets(result).stream()
                                        .map(target -> Map.entry(target, evidence))))
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static String token(Coding coding) {
        return coding.getSystem() + "|" + coding.getCode();
    }
}
