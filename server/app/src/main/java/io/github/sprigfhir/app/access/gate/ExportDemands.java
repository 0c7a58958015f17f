package io.github.sprigfhir.app.access.gate;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.definitions.FhirPackage;
import io.github.sprigfhir.app.platform.http.CalledWith;
import io.github.sprigfhir.domain.access.Act;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads out of an export, or a run of a view, which types it asks about: those that it names, and those that its searches
 * look into. */
@Component
final class ExportDemands {

    private final SearchDemands searches;
    private final FhirPackage definitions;

    ExportDemands(SearchDemands searches, FhirPackage definitions) {
        this.searches = searches;
        this.definitions = definitions;
    }

    /**
     * What must be allowed for it.
     *
     * @param usual what the operation takes where it names no type
     */
    List<Demand> of(List<Demand> usual, RequestDetails request) {
        var called = CalledWith.of(request);
        return switch (String.valueOf(request.getOperation())) {
            case "$export" ->
                Stream.concat(types(usual, called, "_type"), filters(called)).toList();
            case "$everything" -> types(usual, called, "_type").toList();
            case "$export-file" -> types(usual, called, "type").toList();
            case "$viewdefinition-run" -> view(usual, called);
            default -> usual;
        };
    }

    private static Stream<Demand> types(List<Demand> usual, CalledWith called, String parameter) {
        var named = called.parts(parameter)
                .map(type -> new Demand(Act.SEARCH, type, "", true))
                .toList();
        return (named.isEmpty() ? usual : named).stream();
    }

    /** The type of what the view is of; a reference that names no view is refused by the operation itself. */
    private List<Demand> view(List<Demand> usual, CalledWith called) {
        var types = called.all("viewReference")
                .flatMap(reference -> definitions.view(reference).stream())
                .map(view -> new Demand(Act.SEARCH, view.type(), "", true))
                .toList();
        return types.isEmpty() ? usual : types;
    }

    private Stream<Demand> filters(CalledWith called) {
        return called.searches("_typeFilter")
                .map(EntryAddress::read)
                .flatMap(filter -> searches.of(filter.type(), filter.parameters(), "").stream());
    }
}
