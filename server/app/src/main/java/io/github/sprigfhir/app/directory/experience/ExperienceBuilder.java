package io.github.sprigfhir.app.directory.experience;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.Store;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Counts at the start what is on record where nothing is counted, as after a restore without our tables. */
@Component
class ExperienceBuilder implements ApplicationRunner {

    private final Experiences experiences;
    private final ExperienceKeeper keeper;
    private final Store store;

    ExperienceBuilder(Experiences experiences, ExperienceKeeper keeper, Store store) {
        this.experiences = experiences;
        this.keeper = keeper;
        this.store = store;
    }

    /** All of it or nothing, so that whoever is stopped in the middle begins again. */
    @Override
    public void run(ApplicationArguments arguments) {
        if (experiences.isEmpty()) {
            store.inOneTransaction(new SystemRequestDetails(), () -> {
                var answers = store.all(QuestionnaireResponse.class);
                answers.stream().filter(FhirExperience::stands).forEach(keeper::count);
                return answers.size();
            });
        }
    }
}
