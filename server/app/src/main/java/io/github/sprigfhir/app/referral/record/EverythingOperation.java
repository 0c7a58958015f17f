package io.github.sprigfhir.app.referral.record;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.searching.Given;
import io.github.sprigfhir.app.platform.searching.OthersSearches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * {@code Patient/[id]/$everything} of FHIR R4: all records of one person that the caller could find by searches, and the
 * entries of the directory that they name. HAPI's own knows nothing of who may see what.
 */
@Component
class EverythingOperation implements SprigFeature {

    /** In the order of the answer. */
    private static final List<Class<? extends Resource>> RECORDS = List.of(
            Patient.class,
            ServiceRequest.class,
            Consent.class,
            Flag.class,
            Condition.class,
            Composition.class,
            Task.class,
            Encounter.class,
            Goal.class,
            CarePlan.class,
            QuestionnaireResponse.class,
            Observation.class,
            Communication.class,
            Provenance.class);

    private static final List<Class<? extends Resource>> DIRECTORY = List.of(
            PractitionerRole.class, Practitioner.class, HealthcareService.class, Organization.class, Location.class);

    private static final String TYPE = "_type";
    private static final String SINCE = "_since";
    private static final int MOST = 2000;

    private final OthersSearches searches;
    private final Store store;
    private final FhirContext fhir;

    EverythingOperation(OthersSearches searches, Store store, FhirContext fhir) {
        this.searches = searches;
        this.store = store;
        this.fhir = fhir;
    }

    /** What was asked for. */
    private record Asked(Set<String> types, Optional<DateParam> since) {

        boolean is(Class<? extends Resource> type) {
            return types.isEmpty() || types.contains(type.getSimpleName());
        }
    }

    /** Answers with a searchset; 400 with everything that is wrong, 403 where there is too much of a type. */
    @Operation(name = "$everything", type = Patient.class, idempotent = true)
    public Bundle everything(@IdParam IdType id, RequestDetails request) {
        var asked = read(new Given(request));
        var person = store.read(Patient.class, id.getIdPart());
        var about = "Patient/" + person.getIdElement().getIdPart();
        var records = new ArrayList<Resource>();
        for (var type : RECORDS) {
            if (type == Patient.class) {
                records.addAll(asked.is(type) ? List.of(person) : List.of());
            } else if (type != Provenance.class && asked.is(type)) {
                records.addAll(found(type, "patient", List.of(about), asked, request));
            }
        }
        if (asked.is(Provenance.class)) {
            var targets = Stream.concat(Stream.of(about), records.stream().map(EverythingOperation::address))
                    .distinct()
                    .toList();
            records.addAll(found(Provenance.class, "target", targets, asked, request));
        }
        return answer(records, named(records, asked), request);
    }

    private static Asked read(Given given) {
        given.values().keySet().stream()
                .filter(name -> !Set.of(TYPE, SINCE).contains(name))
                .forEach(name -> given.problem(
                        name, "is none of this operation's here", "The OperationDefinition everything lists them."));
        var known = Stream.concat(RECORDS.stream(), DIRECTORY.stream())
                .map(Class::getSimpleName)
                .toList();
        var types = new LinkedHashSet<String>();
        given.values().getOrDefault(TYPE, List.of()).forEach(list -> types.addAll(Arrays.asList(list.split(","))));
        if (!known.containsAll(types)) {
            given.problem(TYPE, "names a type that no record of a person has", "Send some of " + known + ".");
        }
        var since = given.one(SINCE).flatMap(moment -> since(moment, given));
        given.refuseIfWrong();
        return new Asked(types, since);
    }

    private static Optional<DateParam> since(String moment, Given given) {
        try {
            return Optional.of(new DateParam("ge" + moment));
        } catch (IllegalArgumentException | DataFormatException wrong) {
            given.problem(SINCE, "is no instant", "Send one such as 2026-09-07T10:00:00Z.");
            return Optional.empty();
        }
    }

    private List<? extends Resource> found(
            Class<? extends Resource> type,
            String parameter,
            List<String> targets,
            Asked asked,
            RequestDetails request) {
        var oneOf = new ReferenceOrListParam();
        targets.forEach(target -> oneOf.add(new ReferenceParam(target)));
        var search = new SearchParameterMap().add(parameter, oneOf);
        asked.since().ifPresent(since -> search.setLastUpdated(new DateRangeParam(since, null)));
        return searches.find(type, search, MOST, request).stream()
                .sorted(Comparator.comparing((Resource one) -> one.getMeta().getLastUpdated())
                        .thenComparing(one -> one.getIdElement().getIdPart()))
                .toList();
    }

    /** The entries of the directory to which records refer, and those to which these refer. */
    private List<Resource> named(List<Resource> records, Asked asked) {
        var seen = new LinkedHashSet<String>();
        var entries = new ArrayList<Resource>();
        List<Resource> from = records;
        while (!from.isEmpty()) {
            var next = new ArrayList<Resource>();
            for (var resource : from) {
                for (var info : fhir.newTerser().getAllResourceReferences(resource)) {
                    var id = info.getResourceReference().getReferenceElement();
                    entry(id.getResourceType(), id.getIdPart(), seen).ifPresent(next::add);
                }
            }
            entries.addAll(next);
            from = next;
        }
        return DIRECTORY.stream()
                .filter(asked::is)
                .flatMap(type -> entries.stream().filter(type::isInstance))
                .toList();
    }

    private Optional<Resource> entry(String type, String id, Set<String> seen) {
        return DIRECTORY.stream()
                .filter(known -> known.getSimpleName().equals(type))
                .filter(known -> seen.add(type + "/" + id))
                .findFirst()
                .flatMap(known -> store.find(known, id).map(Resource.class::cast));
    }

    private static Bundle answer(List<Resource> records, List<Resource> entries, RequestDetails request) {
        var answer = new Bundle().setType(Bundle.BundleType.SEARCHSET).setTotal(records.size());
        records.forEach(one -> add(answer, one, Bundle.SearchEntryMode.MATCH, request));
        entries.forEach(one -> add(answer, one, Bundle.SearchEntryMode.INCLUDE, request));
        return answer;
    }

    private static void add(Bundle answer, Resource one, Bundle.SearchEntryMode mode, RequestDetails request) {
        answer.addEntry()
                .setFullUrl(request.getFhirServerBase() + "/" + address(one))
                .setResource(one)
                .getSearch()
                .setMode(mode);
    }

    private static String address(Resource record) {
        return record.fhirType() + "/" + record.getIdElement().getIdPart();
    }
}
