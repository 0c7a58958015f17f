package io.github.sprigfhir.app.access.circle;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.model.entity.TagTypeEnum;
import ca.uhn.fhir.jpa.search.builder.predicate.TagPredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.sql.SearchQueryBuilder;
import ca.uhn.fhir.jpa.util.QueryParameterUtils;
import com.healthmarketscience.sqlbuilder.Condition;
import com.healthmarketscience.sqlbuilder.dbspec.basic.DbColumn;
import java.util.List;
import org.apache.commons.lang3.tuple.Triple;

/**
 * Looks for labels of the circle of care by the keys of their definitions, which are known. HAPI would join the table of
 * definitions to each tag of each resource that is in question, and spend on that what the rest of a worklist costs.
 */
final class LabelPredicate extends TagPredicateBuilder {

    private final LabelTable labels;
    private final DbColumn tag;

    LabelPredicate(SearchQueryBuilder query, LabelTable labels) {
        super(query);
        this.labels = labels;
        this.tag = getTable().addColumn("TAG_ID");
    }

    @Override
    public Condition createPredicateTag(
            TagTypeEnum type,
            List<Triple<String, String, String>> tokens,
            String parameter,
            RequestPartitionId partition) {
        if (type != TagTypeEnum.SECURITY_LABEL || !tokens.stream().allMatch(LabelPredicate::isOurs)) {
            return super.createPredicateTag(type, tokens, parameter, partition);
        }
        var keys = tokens.stream().map(token -> labels.keyOf(token.getRight())).toList();
        return QueryParameterUtils.toEqualToOrInPredicate(
                tag, getSearchQueryBuilder().generatePlaceholders(keys));
    }

    private static boolean isOurs(Triple<String, String, String> token) {
        return Marks.SYSTEM.equals(token.getLeft()) && token.getMiddle() == null;
    }
}
