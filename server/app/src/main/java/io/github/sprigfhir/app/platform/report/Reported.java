package io.github.sprigfhir.app.platform.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;

/** A measure of which this server makes reports. */
public interface Reported {

    /** The id of the Measure. */
    String measure();

    /** Whether a report is about one service, which must be named. */
    default boolean isAboutOneService() {
        return false;
    }

    /** What the report says, group by group of the definition. */
    List<MeasureReportGroupComponent> groups(Measure definition, Asked asked);

    /**
     * What a report is asked about.
     *
     * @param first the first day
     * @param last the last day, part of it too
     * @param service the id of the service that it is about; none where it is about everything
     */
    record Asked(LocalDate first, LocalDate last, Optional<String> service) {}
}
