package io.github.sprigfhir.app.platform.writing;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import io.github.sprigfhir.app.platform.definitions.FhirPackage;
import io.github.sprigfhir.app.platform.validation.CoreDefinitions;
import io.github.sprigfhir.app.platform.validation.MoreCodes;
import io.github.sprigfhir.app.platform.validation.ProfileValidator;
import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the validator of the definitions in our FHIR package. */
@Configuration(proxyBeanMethods = false)
class WritingConfig {

    @Bean
    ProfileValidator profileValidator(FhirContext fhir, FhirPackage fhirPackage, List<MoreCodes> more) {
        return new ProfileValidator(
                CoreDefinitions.of(fhir), fhirPackage.definitions(), more.toArray(IValidationSupport[]::new));
    }

    /** The first sender does not wait: the validator has read its definitions before the server says it is ready. */
    @Bean
    ApplicationRunner warmValidator(ProfileValidator validator) {
        return arguments -> validator.warmUp();
    }
}
