package io.github.sprigfhir.app.access.gate;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.access.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.springframework.stereotype.Component;

/** Reads out of a request everything that it wants to do, in the words of scopes. */
@Component
final class Demands {

    private static final String FIND_SERVICES = "HealthcareService/$find-services";
    private static final String EXTRACT = "QuestionnaireResponse/$extract";

    private static final List<Demand> EVERYTHING = List.of(wholly(Act.SEARCH, Scope.ANY_TYPE));

    /** What is looked at of a record; whoever has a role in which goals and contacts are seen sees whether there are any. */
    private static final List<Demand> RECORD = Stream.concat(
                    Stream.of(wholly(Act.READ, "ServiceRequest"), wholly(Act.READ, "Patient")),
                    Stream.of(
                                    "CarePlan",
                                    "Communication",
                                    "Composition",
                                    "Condition",
                                    "Consent",
                                    "Flag",
                                    "Observation",
                                    "QuestionnaireResponse",
                                    "Task")
                            .map(type -> wholly(Act.SEARCH, type)))
            .toList();

    /** What our operations do, for which a client could also ask step by step; one that is missing here nobody may call. */
    private static final Map<String, List<Demand>> OPERATIONS = Map.ofEntries(
            Map.entry(FIND_SERVICES, List.of(wholly(Act.SEARCH, "HealthcareService"))),
            Map.entry(
                    "ServiceRequest/$handover",
                    List.of(wholly(Act.CREATE, "ServiceRequest"), wholly(Act.CREATE, "Task"))),
            Map.entry(
                    "ServiceRequest/$escalate",
                    List.of(wholly(Act.UPDATE, "ServiceRequest"), wholly(Act.UPDATE, "Task"))),
            Map.entry("ServiceRequest/$completeness", RECORD),
            Map.entry("HealthcareService/$completeness", RECORD),
            Map.entry("Measure/$evaluate-measure", List.of(wholly(Act.READ, "Measure"))),
            Map.entry(
                    "Patient/$outcomes",
                    List.of(
                            wholly(Act.READ, "Patient"),
                            wholly(Act.SEARCH, "Observation"),
                            wholly(Act.READ, "ServiceRequest"))),
            Map.entry("Patient/$everything", EVERYTHING),
            Map.entry("Observation/$lastn", List.of(wholly(Act.SEARCH, "Observation"))),
            Map.entry(EXTRACT, List.of(wholly(Act.READ, "QuestionnaireResponse"))),
            Map.entry("Subscription/$status", List.of(wholly(Act.READ, "Subscription"))),
            Map.entry("Task/$return", List.of(wholly(Act.UPDATE, "Task"))),
            Map.entry("*/$export", EVERYTHING),
            Map.entry("Patient/$export", EVERYTHING),
            Map.entry("Group/$export", EVERYTHING),
            Map.entry("*/$export-status", List.of()),
            Map.entry("*/$export-file", EVERYTHING),
            Map.entry("*/$viewdefinition-run", EVERYTHING),
            Map.entry("CodeSystem/$lookup", List.of(wholly(Act.READ, "CodeSystem"))),
            Map.entry("CodeSystem/$subsumes", List.of(wholly(Act.READ, "CodeSystem"))),
            Map.entry("CodeSystem/$validate-code", List.of(wholly(Act.READ, "CodeSystem"))),
            Map.entry("ValueSet/$validate-code", List.of(wholly(Act.READ, "ValueSet"))),
            Map.entry("ValueSet/$expand", List.of(wholly(Act.READ, "ValueSet"))),
            Map.entry("ConceptMap/$translate", List.of(wholly(Act.READ, "ConceptMap"))));

    private final SearchDemands searches;
    private final ExportDemands exports;

    Demands(SearchDemands searches, ExportDemands exports) {
        this.searches = searches;
        this.exports = exports;
    }

    /** Everything that must be allowed; none where this server does not know what the request would do. */
    Optional<List<Demand>> of(RestOperationTypeEnum interaction, RequestDetails request) {
        var type = request.getResourceName() == null ? Scope.ANY_TYPE : request.getResourceName();
        return switch (interaction) {
            case READ, VREAD, HISTORY_INSTANCE -> Optional.of(List.of(demand(Act.READ, type)));
            case SEARCH_TYPE, SEARCH_SYSTEM, HISTORY_TYPE, HISTORY_SYSTEM ->
                Optional.of(searches.of(type, request.getParameters(), ""));
            case CREATE -> Optional.of(List.of(demand(Act.CREATE, type)));
            case UPDATE -> Optional.of(update(type, request.getId() == null, ""));
            case PATCH -> Optional.of(List.of(demand(Act.UPDATE, type)));
            case DELETE -> Optional.of(List.of(demand(Act.DELETE, type)));
            case TRANSACTION -> ofEntries(request);
            case EXTENDED_OPERATION_INSTANCE, EXTENDED_OPERATION_TYPE, EXTENDED_OPERATION_SERVER ->
                operation(type + "/" + request.getOperation(), request.getId() != null)
                        .map(usual ->
                                exports.of(withReferral(usual, type + "/" + request.getOperation(), request), request));
            default -> Optional.empty();
        };
    }

    /** Of answers that are not stored yet nothing is read: whoever asks about them could send them. */
    private static Optional<List<Demand>> operation(String name, boolean onOne) {
        return name.equals(EXTRACT) && !onOne
                ? Optional.of(List.of(wholly(Act.CREATE, "QuestionnaireResponse")))
                : Optional.ofNullable(OPERATIONS.get(name));
    }

    /** Whoever searches services by a referral reads the person's record. */
    private static List<Demand> withReferral(List<Demand> usual, String operation, RequestDetails request) {
        return FIND_SERVICES.equals(operation)
                        && request.getResource() instanceof Parameters parameters
                        && parameters.getParameter("referral") != null
                ? Stream.concat(
                                usual.stream(),
                                Stream.of(wholly(Act.READ, "ServiceRequest"), wholly(Act.READ, "Patient")))
                        .toList()
                : usual;
    }

    private Optional<List<Demand>> ofEntries(RequestDetails request) {
        if (!(request.getResource() instanceof Bundle bundle)) {
            return Optional.empty();
        }
        var all = new ArrayList<Demand>();
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            var asked = bundle.getEntry().get(i).getRequest();
            var element = "Bundle.entry[%d].request".formatted(i);
            // An entry that does not say what it wants is refused as such, and the Bundle with it.
            if (asked.hasUrl() && asked.getMethod() != null) {
                var demands = ofEntry(asked.getMethod(), EntryAddress.read(asked.getUrl()), element);
                if (demands.isEmpty()) {
                    return Optional.empty();
                }
                all.addAll(demands.get());
            }
        }
        return Optional.of(all);
    }

    private Optional<List<Demand>> ofEntry(Bundle.HTTPVerb method, EntryAddress address, String element) {
        var type = address.type();
        if (!address.operation().isEmpty()) {
            return operation(type + "/" + address.operation(), address.isOne());
        }
        return switch (method) {
            case GET, HEAD ->
                Optional.of(
                        address.isOne()
                                ? List.of(new Demand(Act.READ, type, element))
                                : searches.of(type, address.parameters(), element));
            case POST ->
                Optional.of(
                        address.isSearch()
                                ? searches.of(type, address.parameters(), element)
                                : List.of(new Demand(Act.CREATE, type, element)));
            case PUT -> Optional.of(update(type, !address.isOne(), element));
            case PATCH -> Optional.of(List.of(new Demand(Act.UPDATE, type, element)));
            case DELETE -> Optional.of(List.of(new Demand(Act.DELETE, type, element)));
            case NULL -> Optional.empty();
        };
    }

    /** What is updated on a condition is created where nothing fits it. */
    private static List<Demand> update(String type, boolean conditional, String element) {
        var update = new Demand(Act.UPDATE, type, element);
        return conditional ? List.of(update, new Demand(Act.CREATE, type, element)) : List.of(update);
    }

    /** The operations that somebody may call, as {@code Type/$name}. */
    static Set<String> operations() {
        return OPERATIONS.keySet();
    }

    private static Demand wholly(Act act, String type) {
        return new Demand(act, type, "", true);
    }

    private static Demand demand(Act act, String type) {
        return new Demand(act, type, "");
    }
}
