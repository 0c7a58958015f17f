package io.github.sprigfhir.app.platform.writing;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.app.platform.definitions.FhirPackage;
import io.github.sprigfhir.app.validation.CoreDefinitions;
import io.github.sprigfhir.app.validation.ProfileValidator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the validator of the definitions in our FHIR package. */
@Configuration(proxyBeanMethods = false)
class WritingConfig {

    @Bean
    ProfileValidator profileValidator(FhirContext fhir, FhirPackage fhirPackage) {
        return new ProfileValidator(CoreDefinitions.of(fhir), fhirPackage.definitions());
    }
}
