package io.github.sprigfhir.app.access.gate;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.http.CalledWith;
import io.github.sprigfhir.domain.access.Act;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads out of an export which types it asks about: those that it names, and those that its searches look into. */
@Component
final class ExportDemands {

    private final SearchDemands searches;

    ExportDemands(SearchDemands searches) {
        this.searches = searches;
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
            case "$export-file" -> types(usual, called, "type").toList();
            default -> usual;
        };
    }

    private static Stream<Demand> types(List<Demand> usual, CalledWith called, String parameter) {
        var named = called.parts(parameter)
                .map(type -> new Demand(Act.SEARCH, type, "", true))
                .toList();
        return (named.isEmpty() ? usual : named).stream();
    }

    private Stream<Demand> filters(CalledWith called) {
        return called.searches("_typeFilter")
                .map(EntryAddress::read)
                .flatMap(filter -> searches.of(filter.type(), filter.parameters(), "").stream());
    }
}
