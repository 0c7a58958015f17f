package io.github.sprigfhir.app.access.circle;

import ca.uhn.fhir.jpa.search.builder.predicate.TagPredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.sql.SearchQueryBuilder;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;

/** Has HAPI's searches look for labels in our way. */
@Configuration
class CircleConfig {

    private final LabelTable labels;

    CircleConfig(LabelTable labels) {
        this.labels = labels;
    }

    /** One for each search that asks for tags; HAPI gives it the query that is being put together. */
    @Bean
    @Primary
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    TagPredicateBuilder labelPredicate(SearchQueryBuilder query) {
        return new LabelPredicate(query, labels);
    }
}
