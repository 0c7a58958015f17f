package io.github.sprigfhir.app.outcomes.asked;

import io.github.sprigfhir.app.outcomes.FhirOutcome;
import java.util.Collection;
import java.util.Map;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Observation;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What copies of outcomes are searched by: what is in the copy, and the change that was reckoned of its original. */
@Component
@DependsOn("answeredItems")
public class CopiedOutcomes {

    private final AnsweredItems items;
    private final JdbcClient database;

    CopiedOutcomes(AnsweredItems items, DataSource database) {
        this.items = items;
        this.database = JdbcClient.create(database);
    }

    /**
     * Notes it of one person's copies.
     *
     * @param copies each by the id of its original; a change is noted where both that are compared are copied
     */
    public void note(Map<String, Observation> copies) {
        copies.values().stream()
                .filter(FhirOutcome::stands)
                .forEach(copy -> items.set(id(copy), FhirOutcome.answers(copy)));
        database.sql("""
                        with copied as (select * from unnest(cast(? as text[]), cast(? as text[])) as copied(original, copy))
                        insert into sprig_change (id, kind, first)
                        select later.copy, c.kind, first.copy
                        from sprig_change c join copied later on later.original = c.id
                            join copied first on first.original = c.first
                        """)
                .params(
                        copies.keySet().toArray(String[]::new),
                        copies.values().stream().map(CopiedOutcomes::id).toArray(String[]::new))
                .update();
    }

    /** Takes away what was noted of copies, by their ids. */
    public void forget(Collection<String> copies) {
        var ids = copies.toArray(String[]::new);
        database.sql("delete from sprig_change where id = any(?)").param(ids).update();
        database.sql("delete from sprig_item where id = any(?)").param(ids).update();
    }

    private static String id(Observation copy) {
        return copy.getIdElement().getIdPart();
    }
}
