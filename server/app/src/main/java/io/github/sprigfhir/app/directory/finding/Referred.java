package io.github.sprigfhir.app.directory.finding;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.directory.postcodes.Postcodes;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.caller.Identities;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.directory.Postcode;
import io.github.sprigfhir.domain.directory.WeeklyTimes;
import io.github.sprigfhir.domain.kernel.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.PatientCommunicationComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;

/** Takes out of a referral what a service is chosen by. Whether the caller may see the referral was asked before. */
@Component
class Referred {

    /** Those who see the whole person: how far services are from a home would tell others where it is. */
    private static final Set<Role> MAY_REFER = EnumSet.of(Role.REFERRER, Role.LINK_WORKER);

    private final Store store;
    private final Postcodes postcodes;
    private final Clock clock;

    Referred(Store store, Postcodes postcodes, Clock clock) {
        this.store = store;
        this.postcodes = postcodes;
        this.clock = clock;
    }

    /**
     * The person, as far as it matters.
     *
     * @param home none where no postcode is known
     */
    record Person(Set<String> needs, Optional<Postcodes.Found> home, Optional<Integer> age, Set<String> languages) {

        static final Person NOBODY = new Person(Set.of(), Optional.empty(), Optional.empty(), Set.of());
    }

    Person in(Reference referral, RequestDetails request) {
        Identities.of(request)
                .filter(caller -> !MAY_REFER.contains(caller.role()))
                .ifPresent(caller -> {
                    throw Refusals.forbidden(new Problem(
                            IssueSeverity.ERROR,
                            IssueType.FORBIDDEN,
                            FindingRule.REFERRAL_ROLE,
                            "Parameters.parameter.where(name = 'referral')",
                            "The role %s may not search services by a referral."
                                    .formatted(caller.role().code()),
                            "Search by need and place."));
                });
        var asked =
                store.read(ServiceRequest.class, referral.getReferenceElement().getIdPart());
        var needs = asked.getReasonCode().stream()
                .flatMap(reason -> reason.getCoding().stream())
                .filter(coding -> Codes.NEEDS.equals(coding.getSystem()))
                .map(Coding::getCode)
                .collect(Collectors.toSet());
        var subject = asked.getSubject().getReferenceElement();
        if (!"Patient".equals(subject.getResourceType()) || !subject.hasIdPart()) {
            return new Person(needs, Optional.empty(), Optional.empty(), Set.of());
        }
        var patient = store.read(Patient.class, subject.getIdPart());
        return new Person(needs, home(patient), age(patient), languages(patient));
    }

    private Optional<Postcodes.Found> home(Patient patient) {
        return patient.getAddress().stream()
                .filter(address -> !address.getPeriod().hasEnd()
                        && address.getUse() != Address.AddressUse.OLD
                        && address.getUse() != Address.AddressUse.BILLING)
                .filter(Address::hasPostalCode)
                .flatMap(address -> Postcode.of(address.getPostalCode()).stream())
                .flatMap(postcode -> postcodes.find(postcode).stream())
                .findFirst();
    }

    private Optional<Integer> age(Patient patient) {
        if (!patient.hasBirthDate()) {
            return Optional.empty();
        }
        // A year alone, or a year and a month, count from their first day.
        var born = LocalDate.parse((patient.getBirthDateElement().getValueAsString() + "-01-01").substring(0, 10));
        var years = Period.between(born, LocalDate.ofInstant(clock.instant(), WeeklyTimes.CLOCK))
                .getYears();
        return years < 0 ? Optional.empty() : Optional.of(years);
    }

    private static Set<String> languages(Patient patient) {
        var preferred = patient.getCommunication().stream()
                .filter(PatientCommunicationComponent::getPreferred)
                .toList();
        var all = preferred.isEmpty() ? patient.getCommunication() : List.copyOf(preferred);
        return all.stream()
                .flatMap(language -> language.getLanguage().getCoding().stream())
                .filter(Coding::hasCode)
                .map(Coding::getCode)
                .collect(Collectors.toSet());
    }
}
