package io.github.sprigfhir.app.platform.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.jpa.config.JpaConfig;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link CoreDefinitions} wherever HAPI would read all definitions of FHIR R4 at once. */
@Configuration(proxyBeanMethods = false)
class CoreDefinitionsConfig {

    /** HAPI makes both beans by itself and leaves no other way in. */
    @Bean
    static BeanPostProcessor lazyCoreDefinitions() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof FhirContext fhir) {
                    fhir.setValidationSupport(new CoreDefinitions(fhir));
                }
                return JpaConfig.DEFAULT_PROFILE_VALIDATION_SUPPORT.equals(name)
                                && bean instanceof DefaultProfileValidationSupport stock
                        ? stock.getFhirContext().getValidationSupport()
                        : bean;
            }
        };
    }
}
