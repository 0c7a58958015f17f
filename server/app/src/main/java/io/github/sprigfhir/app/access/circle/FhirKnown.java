package io.github.sprigfhir.app.access.circle;

import io.github.sprigfhir.domain.access.Label;
import io.github.sprigfhir.domain.access.OnRecord;
import io.github.sprigfhir.domain.access.Person;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription;

/** Maps what is known of a person whatever the episode, their risks and consents, and the wishes of subscribers. */
final class FhirKnown {

    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private static final Set<String> OPEN = Set.of("U", "L", "M", "N");
    private static final String FILTER =
            "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-filter-criteria";

    private FhirKnown() {}

    /**
     * A consent; or anything else that is known of the person.
     *
     * @param recorders who recorded it, where a token proves it; otherwise it is whom it names, if they see the person
     */
    static OnRecord of(Resource resource, Person person, Members members, Set<Label> recorders) {
        if (resource instanceof Consent consent) {
            return new OnRecord.OfConsent(person, authors(recorders, consent.getOrganization(), person, members));
        }
        return new OnRecord.Known(
                person, authors(recorders, authors(resource), person, members), isShareable(resource));
    }

    /** A wish to hear of changes; where no token proves whose it is, of whoever it filters by. */
    static OnRecord of(Subscription subscription, Members members, Set<Label> recorders) {
        var filtered = subscription.getCriteriaElement().getExtensionsByUrl(FILTER).stream()
                .map(filter -> String.valueOf(filter.getValue().primitiveValue()))
                .flatMap(filter -> members.of(new Reference(filter.substring(filter.indexOf('=') + 1))).stream())
                .collect(Collectors.toSet());
        return new OnRecord.OfSubscription(recorders.isEmpty() ? filtered : recorders);
    }

    private static List<Reference> authors(Resource resource) {
        if (resource instanceof Flag flag) {
            return List.of(flag.getAuthor());
        }
        if (resource instanceof Condition problem) {
            return List.of(problem.getRecorder());
        }
        return resource instanceof Composition summary ? summary.getAuthor() : List.of();
    }

    /** Spec decision 28: closed unless it says that it is open, and closed if it says both. */
    private static boolean isShareable(Resource resource) {
        var said = resource.getMeta().getSecurity().stream()
                .filter(coding -> CONFIDENTIALITY.equals(coding.getSystem()))
                .map(coding -> String.valueOf(coding.getCode()))
                .collect(Collectors.toSet());
        return !said.isEmpty() && OPEN.containsAll(said);
    }

    private static Set<Label> authors(Set<Label> recorders, List<Reference> named, Person person, Members members) {
        if (!recorders.isEmpty()) {
            return recorders;
        }
        var organisations = members.organisations(named);
        return new OnRecord.OfPerson(person)
                .labels().stream()
                        .filter(label -> organisations.contains(label.organisation()))
                        .collect(Collectors.toUnmodifiableSet());
    }
}
