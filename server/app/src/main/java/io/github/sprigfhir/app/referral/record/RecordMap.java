package io.github.sprigfhir.app.referral.record;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.app.platform.validation.CoreDefinitions;
import io.github.sprigfhir.domain.referral.Completeness;
import io.github.sprigfhir.domain.referral.Obligation;
import io.github.sprigfhir.domain.referral.RecordRow;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The rows of the Social Prescribing Information Standard by the mapping that the guide publishes. */
@Component
class RecordMap {

    private static final String FILE = "sprig-ig/guide/national-record.csv";
    private static final String REFERRER = "Referral details > Referral details record entry > Referrer details";

    private final List<RowPlace> places;
    private final Completeness completeness;
    private final Set<Integer> mandatory;
    private final Set<Integer> ofTheReferrer;

    RecordMap(FhirContext fhir, CoreDefinitions core) {
        places = load(new FHIRPathEngine(new HapiWorkerContext(fhir, core)));
        completeness = new Completeness(places.stream().map(RowPlace::row).toList());
        mandatory = completeness.mandatory();
        var beneath = List.of(REFERRER.split(" > "));
        ofTheReferrer = new HashSet<>(places.stream()
                .map(RowPlace::row)
                .filter(row -> row.path().size() > beneath.size()
                        && row.path().subList(0, beneath.size()).equals(beneath))
                .map(RecordRow::number)
                .toList());
    }

    List<RowPlace> places() {
        return places;
    }

    /** The rows that no record may lack. */
    Set<Integer> mandatory() {
        return mandatory;
    }

    /** These rows, and all the headings above them. */
    Set<Integer> withHeadings(Set<Integer> rows) {
        return completeness.withHeadings(rows);
    }

    /** What a record has, row by row, of those that are looked for; the others count as not there. */
    List<Completeness.Finding> judge(Pool pool, Predicate<RowPlace> wanted, Set<Integer> demanded) {
        var found = new HashSet<Integer>();
        var none = new HashSet<Integer>();
        for (var place : places) {
            if (wanted.test(place) && place.isIn(pool)) {
                found.add(place.row().number());
                if (place.isNoneIn(pool)) {
                    none.add(place.row().number());
                }
            }
        }
        var excused = isReferredByThemself(pool) ? ofTheReferrer : Set.<Integer>of();
        return completeness.judge(new Completeness.Seen(found, none, excused), demanded);
    }

    /** Then the person is the referrer, and is described as such already. */
    private static boolean isReferredByThemself(Pool pool) {
        return pool.of("ServiceRequest").stream()
                .map(ServiceRequest.class::cast)
                .anyMatch(request -> "Patient"
                        .equals(request.getRequester().getReferenceElement().getResourceType()));
    }

    private static List<RowPlace> load(FHIRPathEngine engine) {
        var places = new ArrayList<RowPlace>();
        try (var reader = new InputStreamReader(new ClassPathResource(FILE).getInputStream(), StandardCharsets.UTF_8)) {
            var lines = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .build()
                    .parse(reader);
            for (var line : lines) {
                var row = new RecordRow(
                        Integer.parseInt(line.get("row")),
                        List.of(line.get("path").split(" > ")),
                        Obligation.ofLetter(line.get("obligation")));
                places.add(new RowPlace(row, line, engine));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return List.copyOf(places);
    }
}
