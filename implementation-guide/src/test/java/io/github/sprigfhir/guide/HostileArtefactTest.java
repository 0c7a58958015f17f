package io.github.sprigfhir.guide;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** An artefact full of markup makes a page that shows it and obeys none of it. */
class HostileArtefactTest {

    private static final String HOSTILE = "</code><script>alert(1)</script><img src=x onerror=alert(1)>";

    @Test
    void aCodeSystemOfMarkupIsShownAsText() {
        CodeSystem system = new CodeSystem();
        system.setId("hostile");
        system.setUrl("https://example.org/" + HOSTILE);
        system.setTitle(HOSTILE);
        system.setDescription(HOSTILE);
        system.addConcept().setCode(HOSTILE).setDisplay(HOSTILE).setDefinition(HOSTILE);

        assertThatNothingIsObeyed(system);
    }

    @Test
    void aValueSetOfMarkupIsShownAsText() {
        ValueSet set = new ValueSet();
        set.setId("hostile");
        set.setTitle(HOSTILE);
        set.getCompose().addInclude().setSystem(HOSTILE).addConcept().setCode(HOSTILE);
        set.getCompose().addInclude().addValueSet("javascript:" + HOSTILE);

        assertThatNothingIsObeyed(set);
    }

    @Test
    void anExampleOfMarkupIsShownAsText() {
        Patient patient = new Patient();
        patient.setId("hostile");
        patient.addName().setFamily(HOSTILE);
        patient.addIdentifier().setSystem("javascript:alert(1)").setValue(HOSTILE);
        patient.addGeneralPractitioner(new Reference("javascript:alert(1)").setDisplay(HOSTILE));
        patient.addExtension().setUrl("javascript:alert(1)").setValue(new Reference(HOSTILE));

        assertThatNothingIsObeyed(patient);
    }

    private static void assertThatNothingIsObeyed(Resource resource) {
        String json =
                FhirContext.forR4Cached().newJsonParser().setPrettyPrint(true).encodeResourceToString(resource);
        Artefact artefact = new Artefact(resource, json);
        Links links = new Links(new Artefacts(List.of(artefact)), new R4Core());
        Html body = new ArtefactPages(links).render(artefact);
        Document page = Jsoup.parse(new PageTemplate("0").page(Section.EXAMPLES, artefact.title(), body));

        assertThat(page.select("script, img, [onerror]")).isEmpty();
        assertThat(page.select("a[href^=javascript]")).isEmpty();
        assertThat(page.select("main").text()).contains(HOSTILE);
    }
}
