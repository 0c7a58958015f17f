package io.github.sprigfhir.app.outcomes.asked;

import io.github.sprigfhir.app.outcomes.FhirOutcome;
import java.util.Collection;
import java.util.List;
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

    /** A copy, and that of which it is one: the copy does not say by itself that it is an outcome. */
    public record Copied(Observation original, Observation copy) {}

    /** Notes it of one person's copies; a change where both that are compared are copied. */
    public void note(List<Copied> copies) {
        copies.stream()
                .filter(one -> FhirOutcome.stands(one.original()))
                .forEach(one -> items.set(id(one.copy()), FhirOutcome.answers(one.copy())));
        database.sql("""
                        with copied as (select * from unnest(cast(? as text[]), cast(? as text[])) as copied(original, copy))
                        insert into sprig_change (id, kind, first)
                        select later.copy, c.kind, first.copy
                        from sprig_change c join copied later on later.original = c.id
                            join copied first on first.original = c.first
                        """)
                .params(
                        copies.stream().map(one -> id(one.original())).toArray(String[]::new),
                        copies.stream().map(one -> id(one.copy())).toArray(String[]::new))
                .update();
    }

    /** Takes away what was noted of copies, by their ids. */
    public void forget(Collection<String> copies) {
        var ids = copies.toArray(String[]::new);
        database.sql("delete from sprig_change where id = any(?)").param(ids).update();
        database.sql("delete from sprig_item where id = any(?)").param(ids).update();
    }

    private static String id(Observation outcome) {
        return outcome.getIdElement().getIdPart();
    }
}
