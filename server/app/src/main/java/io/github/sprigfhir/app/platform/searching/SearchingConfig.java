package io.github.sprigfhir.app.platform.searching;

import ca.uhn.fhir.jpa.search.builder.predicate.ResourceIdPredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.sql.SearchQueryBuilder;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;

/** Has HAPI's searches understand our own kind of {@code _id}. */
@Configuration
class SearchingConfig {

    /** One for each search that asks for ids; HAPI gives it the query that is being put together. */
    @Bean
    @Primary
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    ResourceIdPredicateBuilder amongPredicate(SearchQueryBuilder query) {
        return new AmongPredicate(query);
    }
}
