package io.github.sprigfhir.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What is asked about outcomes, of everybody and of one person after the other. */
final class OutcomeQuestions {

    private static final String PHQ_9 = "http://loinc.org%7C44261-6";
    private static final String ITEM_9 = "http://loinc.org%7C44260-8";

    /** Some who were copied and whom the first link-worker service of the load supports. */
    private static final String PEOPLE = """
            select e.id, p.fhir_id
            from sprig_episode e
                join hfj_resource r on r.res_type = 'ServiceRequest' and r.fhir_id = e.id
                join hfj_res_link l on l.src_resource_id = r.res_id and l.src_path = 'ServiceRequest.subject'
                join hfj_resource p on p.res_id = l.target_resource_id
            where e.id like '%.%' and exists (
                select 1 from hfj_spidx_token t join hfj_resource s on s.res_id = t.res_id
                where s.res_type = 'HealthcareService' and s.fhir_id = e.provider
                    and t.sp_system = 'https://moor-link-workers.example/id')
            order by md5(e.id) limit 100
            """;

    /** Somebody by the ids of the referral and of the person. */
    private record Somebody(String referral, String patient) {}

    private final List<Somebody> people;

    private OutcomeQuestions(List<Somebody> people) {
        this.people = List.copyOf(people);
    }

    static OutcomeQuestions about(Connection database) throws SQLException {
        var people = new ArrayList<Somebody>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(PEOPLE)) {
            while (rows.next()) {
                people.add(new Somebody(rows.getString(1), rows.getString(2)));
            }
        }
        return new OutcomeQuestions(people);
    }

    /**
     * One of them.
     *
     * @param path with what is asked; {@code [referral]} and {@code [patient]} stand for somebody's ids
     * @param counted whether it can be asked how many there are
     */
    record Question(String name, String path, boolean counted, List<Somebody> people) {

        /** @param round whom it is about, where it is about somebody */
        String path(int round) {
            var somebody = people.get(round % people.size());
            return path.replace("[referral]", somebody.referral()).replace("[patient]", somebody.patient());
        }

        String ending(String more) {
            return counted ? "&" + more : "";
        }
    }

    List<Question> all() {
        return List.of(
                search(
                        "score, value, date",
                        "Observation?code-value-quantity=%s$ge15&date=ge2026-07-01".formatted(PHQ_9)),
                search(
                        "code, value, date",
                        "Observation?code=%s&value-quantity=ge10&date=ge2026-07-01".formatted(PHQ_9)),
                search("change", "Observation?change=reliably-better"),
                search("change, newest first", "Observation?change=reliably-better&_sort=-date"),
                search("instrument, outcome point", "Observation?instrument=phq-9&outcome-point=exit"),
                search("outcome point, newest first", "Observation?outcome-point=exit&instrument=ons4&_sort=-date"),
                search("episode", "Observation?episode=ServiceRequest/[referral]&category=survey"),
                search("item", "Observation?component-code-value-quantity=%s$ge1".formatted(ITEM_9)),
                search(
                        "item and change",
                        "Observation?component-code-value-quantity=%s$ge1&change=reliably-worse".formatted(ITEM_9)),
                search(
                        "need of the referral",
                        "Observation?based-on:ServiceRequest.need=loneliness-isolation&outcome-point=exit"),
                search("referrals by change", "ServiceRequest?_has:Observation:based-on:change=reliably-worse"),
                search("people by change", "Patient?_has:Observation:subject:change=reliably-better"),
                search("referrals by outcome point", "ServiceRequest?_has:Observation:based-on:outcome-point=exit"),
                operation("$lastn", "Observation/$lastn?patient=Patient/[patient]&category=survey"),
                operation("$outcomes", "Patient/[patient]/$outcomes"));
    }

    private Question search(String name, String query) {
        return new Question(name, "/fhir/" + query, true, people);
    }

    private Question operation(String name, String query) {
        return new Question(name, "/fhir/" + query, false, people);
    }
}
