package io.github.sprigfhir.app.terminology;

import io.github.sprigfhir.domain.terminology.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A constraint as a question to the tables of one edition: the ids of the concepts that are meant, each once. One that
 * is named is meant whether or not it exists: a reference set need not be a concept of the same release.
 */
final class ConstraintAsSql {

    private final String tables;
    private final List<Long> values = new ArrayList<>();
    private final String sql;

    ConstraintAsSql(String tables, Constraint constraint) {
        this.tables = tables;
        sql = of(constraint);
    }

    /** A select with one column, {@code id}. */
    String sql() {
        return sql;
    }

    /** What its question marks stand for. */
    List<Long> values() {
        return values;
    }

    private String of(Constraint constraint) {
        if (constraint instanceof Constraint.One one) {
            values.add(Long.parseLong(one.code().value()));
            return "select ?::bigint as id";
        }
        if (constraint instanceof Constraint.Any) {
            return "select id from %s_concept".formatted(tables);
        }
        if (constraint instanceof Constraint.Members members) {
            return "select concept as id from %s_member where set in (%s) group by concept"
                    .formatted(tables, of(members.sets()));
        }
        if (constraint instanceof Constraint.Children children) {
            return below(
                    "select child from %1$s_kind where parent in (select id from above)",
                    children.orSelf(), of(children.of()));
        }
        if (constraint instanceof Constraint.Kinds kinds) {
            return below(
                    "select child from %1$s_kind where parent in (select id from above)"
                            + " union select k.child from %1$s_kind k join below on k.parent = below.id",
                    kinds.orSelf(), of(kinds.of()));
        }
        if (constraint instanceof Constraint.All all) {
            return joined(all.parts(), " intersect ");
        }
        if (constraint instanceof Constraint.Either either) {
            return joined(either.parts(), " union ");
        }
        var without = (Constraint.Without) constraint;
        return joined(List.of(without.from(), without.taken()), " except ");
    }

    private String below(String found, boolean orSelf, String above) {
        return "with recursive above(id) as materialized (%s), below(id) as (%s) select id from below%s"
                .formatted(above, found.formatted(tables), orSelf ? " union select id from above" : "");
    }

    private String joined(List<Constraint> parts, String by) {
        return parts.stream().map(part -> "(" + of(part) + ")").collect(Collectors.joining(by));
    }
}
