package io.github.sprigfhir.app.terminology;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.sprigfhir.app.terminology.Editions.Edition;
import io.github.sprigfhir.domain.kernel.Parsed;
import io.github.sprigfhir.domain.kernel.SnomedCode;
import io.github.sprigfhir.domain.terminology.Constraint;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One edition of SNOMED CT, asked in its tables. */
final class Snomed implements Concepts {

    /** Ids, of all lists together. */
    private static final long MOST_LISTED = 2_000_000;

    private final JdbcClient database;
    private final Edition edition;
    /** An edition does not change, so a list that was made is good for each of its pages. */
    private final Cache<Asked, long[]> lists = Caffeine.newBuilder()
            .maximumWeight(MOST_LISTED)
            .weigher((Asked asked, long[] list) -> list.length + 1)
            .build();

    private record Asked(Constraint constraint, boolean activeOnly, List<String> words) {}

    Snomed(DataSource database, Edition edition) {
        this.database = JdbcClient.create(database);
        this.edition = edition;
    }

    boolean isOf(Edition other) {
        return edition.equals(other);
    }

    @Override
    public Optional<String> version() {
        return Optional.of(edition.version());
    }

    @Override
    public Optional<Concept> find(SnomedCode code) {
        return database.sql("select id, active, display, full_name from %s_concept where id = ?".formatted(tables()))
                .param(number(code))
                .query((row, at) -> concept(row))
                .optional();
    }

    @Override
    public Map<String, List<Name>> names(Collection<String> codes) {
        var found = new LinkedHashMap<String, List<Name>>();
        database.sql("select concept, term, language, is_full from %s_term where concept = any(?) order by rank, term"
                        .formatted(tables()))
                .param(codes.stream().map(Long::valueOf).toArray(Long[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getString(1), first -> new ArrayList<>())
                            .add(new Name(row.getString(2), row.getString(3), row.getBoolean(4)));
                });
        return found;
    }

    @Override
    public List<Concept> replacements(SnomedCode code) {
        return database.sql("""
                        select id, active, display, full_name from %1$s_concept where active and id in (
                            select target from %1$s_replacement where concept = ?) order by display
                        """.formatted(tables()))
                .param(number(code))
                .query((row, at) -> concept(row))
                .list();
    }

    @Override
    public Page expand(Constraint constraint, boolean activeOnly, List<String> words, int offset, int count) {
        var all = lists.get(new Asked(constraint, activeOnly, words), this::list);
        var from = Math.min(offset, all.length);
        return new Page(concepts(Arrays.copyOfRange(all, from, Math.min(from + count, all.length))), all.length);
    }

    /** All that are meant, in the order of their names. */
    private long[] list(Asked asked) {
        var meant = new ConstraintAsSql(tables(), asked.constraint());
        var values = new ArrayList<Object>(meant.values());
        var found = new StringBuilder("select array_agg(id order by place) from %1$s_concept where id in (%2$s)"
                .formatted(tables(), meant.sql()));
        if (asked.activeOnly()) {
            found.append(" and active");
        }
        if (!asked.words().isEmpty()) {
            found.append(" and id in (select concept from %s_term where words @@ to_tsquery('simple', ?))"
                    .formatted(tables()));
            values.add(asked.words().stream()
                    .map(word -> "'" + word.replace("'", "''").replace("\\", "\\\\") + "':*")
                    .collect(Collectors.joining(" & ")));
        }
        return database.sql(found.toString())
                .params(values)
                .query((row, at) -> ids(row.getArray(1)))
                .single();
    }

    private static long[] ids(@Nullable Array found) throws SQLException {
        return found == null
                ? new long[0]
                : Arrays.stream((Long[]) found.getArray())
                        .mapToLong(Long::longValue)
                        .toArray();
    }

    private List<Concept> concepts(long[] ids) {
        return ids.length == 0
                ? List.of()
                : database.sql("select id, active, display, full_name from %s_concept where id = any(?) order by place"
                                .formatted(tables()))
                        .param(Arrays.stream(ids).boxed().toArray(Long[]::new))
                        .query((row, at) -> concept(row))
                        .list();
    }

    @Override
    public Set<SnomedCode> parents(SnomedCode concept) {
        return codes("select parent from %1$s_kind where child = ?", concept);
    }

    @Override
    public Set<SnomedCode> ancestors(SnomedCode concept) {
        return codes("""
                with recursive above(id) as (select parent from %1$s_kind where child = ?
                    union select k.parent from %1$s_kind k join above on k.child = above.id)
                select id from above
                """, concept);
    }

    @Override
    public Set<SnomedCode> referenceSets(SnomedCode concept) {
        return codes("select set from %1$s_member where concept = ?", concept);
    }

    private Set<SnomedCode> codes(String question, SnomedCode about) {
        return database.sql(question.formatted(tables())).param(number(about)).query(String.class).list().stream()
                .map(SnomedCode::parse)
                .filter(Parsed.Valid.class::isInstance)
                .map(code -> ((Parsed.Valid<SnomedCode>) code).value())
                .collect(Collectors.toSet());
    }

    private static Concept concept(ResultSet row) throws SQLException {
        return new Concept(row.getString(1), row.getBoolean(2), row.getString(3), row.getString(4));
    }

    private static long number(SnomedCode code) {
        return Long.parseLong(code.value());
    }

    private String tables() {
        return edition.tables();
    }
}
