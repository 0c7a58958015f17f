package io.github.sprigfhir.app.running;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What reports count, and what they tell. */
final class Reports {

    private static final String STATISTIC = "https://sprig-fhir.github.io/ig/StructureDefinition/report-statistic";

    /** What the ids of episodes begin with that are in the tables alone. */
    static final String INVENTED = "invented-";

    private final ApplicationContext beans;
    private final JdbcClient database;
    private final Server commissioner;

    Reports(ApplicationContext beans, Server server) {
        this.beans = beans;
        this.database = JdbcClient.create(beans.getBean(DataSource.class));
        this.commissioner = server.as("demo-commissioner");
    }

    JdbcClient database() {
        return database;
    }

    /** Others' episodes in the past would be counted too; those that no record tells of would be missed elsewhere. */
    void forgetOthers() {
        for (var table : List.of("sprig_episode", "sprig_score", "sprig_step")) {
            database.sql("delete from %s where id like '%s%%'".formatted(table, INVENTED))
                    .update();
        }
        database.sql("delete from sprig_pair where episode like '%s%%'".formatted(INVENTED))
                .update();
        database.sql("update sprig_episode set ended = null where ended < '2020-01-01'")
                .update();
        forgetTold();
    }

    /** What was told first would be told ever after. */
    void forgetTold() {
        database.sql("delete from sprig_report").update();
    }

    MeasureReport ask(String measure, String start, String end) {
        return commissioner
                .get("Measure/%s/$evaluate-measure?periodStart=%s&periodEnd=%s".formatted(measure, start, end))
                .hasStatus(200)
                .as(MeasureReport.class);
    }

    /** As at the start of a server without these tables. */
    void makeAnew(String tables) throws Exception {
        MadeAnew.ofRecords(tables, beans);
    }

    void finish(String tables) {
        MadeAnew.finish(tables, beans);
    }

    static MeasureReportGroupComponent group(MeasureReport report, String code) {
        return report.getGroup().stream()
                .filter(group -> group.getCode().getCoding().stream().anyMatch(one -> code.equals(one.getCode())))
                .findFirst()
                .orElseThrow();
    }

    /** The figures about a group or a stratum. */
    static Map<String, String> figures(Element part) {
        return part.getExtensionsByUrl(STATISTIC).stream()
                .collect(Collectors.toMap(
                        one -> ((Coding) one.getExtensionByUrl("code").getValue()).getCode(),
                        one -> ((DecimalType) one.getExtensionByUrl("value").getValue()).getValueAsString()));
    }

    /** How a part, or a kind, is called. */
    static String name(CodeableConcept concept) {
        return concept.hasText()
                ? concept.getText()
                : concept.getCodingFirstRep().getDisplay();
    }

    /** The id of the referral at an address. */
    static String episode(String address) {
        return address.replaceFirst(".*ServiceRequest/([^/]+).*", "$1");
    }
}
