package io.github.sprigfhir.app.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/** What is there only where this server is its own issuer. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@WhenGuarded
@ConditionalOnExpression("'${sprig.access.issuer:}'.isEmpty()")
public @interface WhenIssuing {}
