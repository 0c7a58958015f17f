package io.github.sprigfhir.app.platform.report;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.app.platform.OwnTables;
import io.github.sprigfhir.app.platform.report.Reported.Asked;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.MeasureReport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what was told, word for word. A report that was made anew after somebody's record had changed could be compared
 * with the first one, and the difference would be about that person alone.
 */
@Component
class ToldReports {

    private final JdbcClient database;
    private final FhirContext fhir;

    ToldReports(DataSource database, FhirContext fhir) throws IOException, SQLException {
        this.database = JdbcClient.create(database);
        this.fhir = fhir;
        OwnTables.make(database, "sprig-reports.sql");
    }

    /** The report that was told first; where two ask at once, both are told the same one. */
    MeasureReport firstTold(String measure, Asked asked, Supplier<MeasureReport> report) {
        return find(measure, asked).orElseGet(() -> {
            var made = report.get();
            return keep(measure, asked, made) ? made : find(measure, asked).orElseThrow();
        });
    }

    private Optional<MeasureReport> find(String measure, Asked asked) {
        return database.sql("""
                        select report from sprig_report
                        where measure = ? and first_day = ? and last_day = ? and service = ?
                        """)
                .params(measure, asked.first(), asked.last(), asked.service().orElse(""))
                .query(String.class)
                .optional()
                .map(text -> fhir.newJsonParser().parseResource(MeasureReport.class, text));
    }

    /** Whether it is the first. */
    private boolean keep(String measure, Asked asked, MeasureReport report) {
        return database.sql("""
                        insert into sprig_report (measure, first_day, last_day, service, report) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .params(
                                measure,
                                asked.first(),
                                asked.last(),
                                asked.service().orElse(""),
                                fhir.newJsonParser().encodeResourceToString(report))
                        .update()
                == 1;
    }
}
