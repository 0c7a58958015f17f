package io.github.sprigfhir.app.platform.report;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.report.Reported.Asked;
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
 * numbers to itself. What is told first is told ever after.
 */
@Component
class EvaluateMeasureOperation implements SprigFeature {

    private static final String SERVICE = "https://sprig-fhir.github.io/ig/StructureDefinition/reported-service";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final List<Reported> measures;
    private final ToldReports told;
    private final Store store;
    private final ReportSettings settings;
    private final Clock clock;

    EvaluateMeasureOperation(
            List<Reported> measures, ToldReports told, Store store, ReportSettings settings, Clock clock) {
        this.measures = measures;
        this.told = told;
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
        asked.service().ifPresent(service -> store.read(HealthcareService.class, service));
        return told.firstTold(reported.measure(), asked, () -> report(measure, reported, asked, Date.from(now)));
    }

    private static MeasureReport report(Measure measure, Reported reported, Asked asked, Date now) {
        var report = new MeasureReport()
                .setStatus(MeasureReportStatus.COMPLETE)
                .setType(MeasureReportType.SUMMARY)
                .setMeasure(measure.getUrl() + "|" + measure.getVersion())
                .setDate(now)
                .setPeriod(new Period()
                        .setStartElement(new DateTimeType(asked.first().toString()))
                        .setEndElement(new DateTimeType(asked.last().toString())))
                .setGroup(reported.groups(measure, asked));
        asked.service()
                .ifPresent(service -> report.addExtension(SERVICE, new Reference("HealthcareService/" + service)));
        return report;
    }
}
