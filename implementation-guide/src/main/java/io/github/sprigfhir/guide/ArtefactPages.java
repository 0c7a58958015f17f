package io.github.sprigfhir.guide;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;

/** The content of an artefact's page: what every artefact has, then what its kind asks for. */
final class ArtefactPages {

    private final Links links;
    private final ResourceView view;

    ArtefactPages(Links links) {
        this.links = links;
        this.view = new ResourceView(links);
    }

    Html render(Artefact artefact) {
        return Html.all(
                Html.tag("h1", Html.text(artefact.title())),
                facts(artefact),
                Markdown.render(artefact.description()),
                content(artefact.resource()),
                artefact.isDefinition() ? Html.NOTHING : JsonView.render(artefact, links));
    }

    private Html facts(Artefact artefact) {
        Html facts = artefact.resource() instanceof MetadataResource definition
                ? definitionFacts(artefact, definition)
                : exampleFacts(artefact);
        return Html.tag("dl", Html.attribute("class", "facts"), facts);
    }

    private Html definitionFacts(Artefact artefact, MetadataResource definition) {
        Html canonical =
                artefact.canonical().isEmpty() ? Html.NOTHING : fact("Canonical", Html.code(artefact.canonical()));
        Html version = definition.hasVersion() ? fact("Version", Html.text(definition.getVersion())) : Html.NOTHING;
        Html status = definition.hasStatus()
                ? fact("Status", Html.text(definition.getStatus().toCode()))
                : Html.NOTHING;
        return Html.all(fact("Type", Html.text(artefact.type())), canonical, version, status, file(artefact));
    }

    private Html exampleFacts(Artefact artefact) {
        var profiles = artefact.resource().getMeta().getProfile();
        Html claims = profiles.isEmpty()
                ? Html.NOTHING
                : fact("Profile", Html.each(profiles, ", ", profile -> links.canonical(profile.getValue())));
        return Html.all(fact("Type", links.type(artefact.type())), claims, file(artefact));
    }

    private static Html file(Artefact artefact) {
        return fact("File", Html.link(artefact.jsonFile(), artefact.jsonFile()));
    }

    private static Html fact(String name, Html value) {
        return Html.all(Html.tag("dt", Html.text(name)), Html.tag("dd", value));
    }

    private Html content(Resource resource) {
        if (resource instanceof StructureDefinition profile) {
            return new ProfilePage(profile, links, view).render();
        }
        if (resource instanceof CodeSystem codeSystem) {
            return TerminologyPages.codeSystem(codeSystem);
        }
        if (resource instanceof ValueSet valueSet) {
            return new TerminologyPages(links).valueSet(valueSet);
        }
        if (resource instanceof ConceptMap map) {
            return new TerminologyPages(links).conceptMap(map);
        }
        if (resource instanceof SearchParameter parameter) {
            return new ApiPages(links).searchParameter(parameter);
        }
        if (resource instanceof OperationDefinition operation) {
            return new ApiPages(links).operation(operation);
        }
        if (resource instanceof CapabilityStatement statement) {
            return new ApiPages(links).capabilities(statement);
        }
        if (resource instanceof Bundle bundle) {
            return new BundleView(view).render(bundle);
        }
        return Html.all(
                Html.tag("h2", Html.text("Content")),
                view.properties(resource, List.of("id", "meta", "text", "url", "name", "title", "description")));
    }
}
