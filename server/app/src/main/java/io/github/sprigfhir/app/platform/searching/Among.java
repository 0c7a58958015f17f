package io.github.sprigfhir.app.platform.searching;

import ca.uhn.fhir.rest.param.TokenParam;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value of {@code _id} that is a question to the database and not a list, so that it finds however many there are:
 * resources whose id, or HAPI's key of it, is among what SQL of ours finds. {@link AmongPredicate} puts it into the query.
 */
public final class Among extends TokenParam {

    private static final long serialVersionUID = 1;

    private final transient String sql;
    private final transient List<?> values;
    private final boolean byKey;

    /**
     * By ids.
     *
     * @param sql finds ids, with a question mark for each value
     * @param values the values, in the order of the question marks
     */
    public Among(String sql, List<?> values) {
        this(sql, values, false);
    }

    /** By HAPI's keys of resources of the type that is searched, as {@code Among(sql, values)} by ids. */
    public static Among keys(String sql, List<?> values) {
        return new Among(sql, values, true);
    }

    private Among(String sql, List<?> values, boolean byKey) {
        // HAPI wants a value; no id has this form.
        super("among");
        this.sql = sql;
        this.values = List.copyOf(values);
        this.byKey = byKey;
    }

    /** Two questions are two conditions, though HAPI sees the same value in both. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Among among && sql.equals(among.sql) && values.equals(among.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sql, values);
    }

    String sql() {
        return sql;
    }

    List<?> values() {
        return values;
    }

    boolean isByKey() {
        return byKey;
    }
}
