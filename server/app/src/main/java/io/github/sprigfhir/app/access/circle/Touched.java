package io.github.sprigfhir.app.access.circle;

import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.reference.Person;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** What a transaction has touched: each resource once, as the transaction leaves it. */
final class Touched {

    private final List<Change> changes;
    private final Map<Address, Resource> now = new LinkedHashMap<>();
    private final Set<Address> created = new HashSet<>();
    private final Set<Address> deleted = new HashSet<>();

    Touched(List<Change> changes) {
        this.changes = changes;
        for (var change : changes) {
            var address = Address.of(change.resource());
            if (change.isCreation()) {
                created.add(address);
            }
            if (change.after() == null) {
                now.remove(address);
                deleted.add(address);
            } else {
                now.put(address, change.after());
            }
        }
    }

    boolean isCreated(Address address) {
        return created.contains(address);
    }

    Optional<Resource> now(Address address) {
        return Optional.ofNullable(now.get(address));
    }

    /** Those of a type that are there. */
    <T extends Resource> Stream<T> all(Class<T> type) {
        return now.values().stream().filter(type::isInstance).map(type::cast);
    }

    <T extends Resource> Stream<T> created(Class<T> type) {
        return all(type).filter(resource -> created.contains(Address.of(resource)));
    }

    /** Those of a type that are about a person. */
    <T extends Resource> List<T> of(Class<T> type, String patient) {
        return all(type).filter(resource -> patient.equals(patientOf(resource))).toList();
    }

    /**
     * The ids of the people about whom it may have changed who sees what, in one order for all, so that no two
     * transactions wait for each other.
     */
    Set<String> persons() {
        var persons = new TreeSet<String>();
        for (var change : changes) {
            if (concernsWholePerson(change)) {
                var patient = patientOf(change.resource());
                if (patient != null && !deleted.contains(new Address("Patient", patient))) {
                    persons.add(patient);
                }
            }
        }
        return persons;
    }

    /** Whom a referral is about, who asked and who was asked never changes; which stage a handover is at does. */
    private static boolean concernsWholePerson(Change change) {
        var resource = change.resource();
        if (resource instanceof Task task) {
            return change.earlier(Task.class)
                    .map(before ->
                            FhirPerson.stage(before) != FhirPerson.stage(task) || before.hasOwner() != task.hasOwner())
                    .orElse(true);
        }
        if (resource instanceof ServiceRequest || resource instanceof Patient) {
            return change.isCreation() || change.after() == null;
        }
        return isKnown(resource) || (resource instanceof Consent && change.isCreation());
    }

    /** The id of the person whom a resource is about; none where it is about nobody. */
    static @Nullable String patientOf(Resource resource) {
        if (resource instanceof Patient patient) {
            return patient.getIdElement().getIdPart();
        }
        if (resource instanceof ServiceRequest
                || resource instanceof Task
                || resource instanceof Consent
                || isKnown(resource)) {
            return Person.of(resource)
                    .map(IdType::new)
                    .filter(id -> "Patient".equals(id.getResourceType()))
                    .map(IdType::getIdPart)
                    .orElse(null);
        }
        return null;
    }

    private static boolean isKnown(Resource resource) {
        return resource instanceof Flag || resource instanceof Condition || resource instanceof Composition;
    }
}
