package io.github.sprigfhir.app.platform.searching;

import ca.uhn.fhir.jpa.search.builder.QueryStack.SearchForIdsParams;
import ca.uhn.fhir.jpa.search.builder.predicate.ResourceIdPredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.predicate.ResourceTablePredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.sql.SearchQueryBuilder;
import ca.uhn.fhir.model.api.IQueryParameterType;
import com.healthmarketscience.sqlbuilder.BinaryCondition;
import com.healthmarketscience.sqlbuilder.ComboCondition;
import com.healthmarketscience.sqlbuilder.Condition;
import com.healthmarketscience.sqlbuilder.CustomSql;
import com.healthmarketscience.sqlbuilder.InCondition;
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
        ours.forEach(one -> conditions.add(condition(one, asked)));
        return ComboCondition.and(conditions.toArray());
    }

    private static boolean isOurs(List<IQueryParameterType> alternatives) {
        return alternatives.size() == 1 && alternatives.get(0) instanceof Among;
    }

    private Condition condition(Among among, SearchForIdsParams asked) {
        var found = new CustomSql(written(among));
        var joined = getResourceIdColumn(asked.getSourceJoinColumn());
        if (joined != null) {
            return new InCondition(joined, among.isByKey() ? found : keys(found, asked.getResourceName()));
        }
        var root = getOrCreateQueryRootTable(true);
        // Resources are looked up by their ids once, and not again for their keys, which costs as much as all the rest.
        if (!among.isByKey() && root instanceof ResourceTablePredicateBuilder resources) {
            return ComboCondition.and(
                    BinaryCondition.equalTo(
                            resources.getResourceTypeColumn(),
                            getSearchQueryBuilder().generatePlaceholder(asked.getResourceName())),
                    new InCondition(resources.getColumnFhirId(), found));
        }
        return new InCondition(
                root.getResourceIdColumn(), among.isByKey() ? found : keys(found, asked.getResourceName()));
    }

    private CustomSql keys(CustomSql ids, String type) {
        return new CustomSql("select r.res_id from hfj_resource r where r.res_type = '%s' and r.fhir_id in (%s)"
                .formatted(getSearchQueryBuilder().generatePlaceholder(type), ids));
    }

    /** HAPI finds its own marks for values where they stand in quotes. */
    private String written(Among among) {
        var written = new StringBuilder();
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
        return written.toString();
    }
}
