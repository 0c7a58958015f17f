package io.github.sprigfhir.app.platform.report;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.Store;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/**
 * {@code Measure/[id]/$evaluate-measure} of FHIR R4: counts what is on record for one reporting period, and keeps small
 * numbers to itself. A report is made anew each time and not stored.
 */
@Component
class EvaluateMeasureOperation implements SprigFeature {

    private static final String SERVICE = "https://sprig-fhir.github.io/ig/StructureDefinition/reported-service";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final List<Reported> measures;
    private final Store store;
    private final ReportSettings settings;
    private final Clock clock;

    EvaluateMeasureOperation(List<Reported> measures, Store store, ReportSettings settings, Clock clock) {
        this.measures = measures;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Answers with the report; 404 as a read of the Measure, or of the service, does. */
    @Operation(name = "$evaluate-measure", type = Measure.class, idempotent = true)
    public MeasureReport evaluate(@IdParam IdType id, RequestDetails request) {
        var measure = store.read(Measure.class, id.getIdPart());
        var reported = measures.stream()
                .filter(one -> one.measure().equals(id.getIdPart()))
                .findFirst()
                .orElseThrow();
        var now = clock.instant();
        var asked = new ReportParameters(request)
                .read(reported.isAboutOneService(), settings.periods(), LocalDate.ofInstant(now, LONDON));
        var report = new MeasureReport()
                .setStatus(MeasureReportStatus.COMPLETE)
                .setType(MeasureReportType.SUMMARY)
                .setMeasure(measure.getUrl() + "|" + measure.getVersion())
                .setDate(Date.from(now))
                .setPeriod(new Period()
                        .setStartElement(new DateTimeType(asked.first().toString()))
                        .setEndElement(new DateTimeType(asked.last().toString())))
                .setGroup(reported.groups(measure, asked));
        asked.service()
                .map(service -> store.read(HealthcareService.class, service))
                .ifPresent(service -> report.addExtension(
                        SERVICE,
                        new Reference(
                                "HealthcareService/" + service.getIdElement().getIdPart())));
        return report;
    }
}
