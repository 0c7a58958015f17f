package io.github.sprigfhir.app.platform.searching;

import ca.uhn.fhir.jpa.search.builder.QueryStack.SearchForIdsParams;
import ca.uhn.fhir.jpa.search.builder.predicate.ResourceIdPredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.sql.SearchQueryBuilder;
import ca.uhn.fhir.model.api.IQueryParameterType;
import com.healthmarketscience.sqlbuilder.ComboCondition;
import com.healthmarketscience.sqlbuilder.Condition;
import com.healthmarketscience.sqlbuilder.CustomSql;
import com.healthmarketscience.sqlbuilder.InCondition;
import com.healthmarketscience.sqlbuilder.dbspec.basic.DbColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts {@link Among} into the query of a search, and leaves every other {@code _id} to HAPI. */
final class AmongPredicate extends ResourceIdPredicateBuilder {

    AmongPredicate(SearchQueryBuilder query) {
        super(query);
    }

    @Override
    public @Nullable Condition createPredicateResourceId(SearchForIdsParams asked) {
        var ours = asked.getAndOrParams().stream()
                .filter(AmongPredicate::isOurs)
                .map(alternatives -> (Among) alternatives.get(0))
                .toList();
        if (ours.isEmpty()) {
            return super.createPredicateResourceId(asked);
        }
        var conditions = new ArrayList<Condition>();
        var others = asked.getAndOrParams().stream()
                .filter(alternatives -> !isOurs(alternatives))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!others.isEmpty()) {
            var usual = super.createPredicateResourceId(asked.setAndOrParams(others));
            if (usual != null) {
                conditions.add(usual);
            }
        }
        var column = column(asked);
        ours.forEach(one -> conditions.add(new InCondition(column, new CustomSql(sql(one, asked.getResourceName())))));
        return ComboCondition.and(conditions.toArray());
    }

    private static boolean isOurs(List<IQueryParameterType> alternatives) {
        return alternatives.size() == 1 && alternatives.get(0) instanceof Among;
    }

    private DbColumn column(SearchForIdsParams asked) {
        var joined = getResourceIdColumn(asked.getSourceJoinColumn());
        return joined == null ? getOrCreateQueryRootTable(true).getResourceIdColumn() : joined;
    }

    /** HAPI finds its own marks for values where they stand in quotes. */
    private String sql(Among among, String type) {
        var written = new StringBuilder("select r.res_id from hfj_resource r where r.res_type = '")
                .append(getSearchQueryBuilder().generatePlaceholder(type))
                .append("' and r.fhir_id in (");
        var values = among.values().iterator();
        among.sql().chars().forEach(at -> {
            if (at == '?') {
                written.append('\'')
                        .append(getSearchQueryBuilder().generatePlaceholder(values.next()))
                        .append('\'');
            } else {
                written.append((char) at);
            }
        });
        return written.append(')').toString();
    }
}
