package io.github.sprigfhir.guide;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ValueSet;

/** The content of code systems, value sets and concept maps. */
final class TerminologyPages {

    private final Links links;

    TerminologyPages(Links links) {
        this.links = links;
    }

    static Html codeSystem(CodeSystem system) {
        return Html.all(heading("Codes"), codes(system));
    }

    static Html codes(CodeSystem system) {
        List<Html> rows = new ArrayList<>();
        addConcepts(rows, system.getConcept(), 0);
        return Html.table("Codes", List.of("Code", "Display", "Definition"), rows);
    }

    private static void addConcepts(List<Html> rows, List<CodeSystem.ConceptDefinitionComponent> concepts, int depth) {
        for (CodeSystem.ConceptDefinitionComponent concept : concepts) {
            rows.add(Html.tag(
                    "tr",
                    Html.attribute("class", "depth" + Math.min(depth, 6)),
                    Html.tag("th", Html.attribute("scope", "row"), Html.code(concept.getCode())),
                    Html.tag("td", Html.text(concept.getDisplay())),
                    Html.tag("td", Html.text(concept.getDefinition()))));
            addConcepts(rows, concept.getConcept(), depth + 1);
        }
    }

    Html valueSet(ValueSet valueSet) {
        return Html.all(
                Html.each(valueSet.getCompose().getInclude(), include -> include(include, "Codes from")),
                Html.each(valueSet.getCompose().getExclude(), exclude -> include(exclude, "Without codes from")));
    }

    private Html include(ValueSet.ConceptSetComponent include, String label) {
        Html sets = Html.each(
                include.getValueSet(),
                set -> Html.tag(
                        "p", Html.text(label + " the value set "), links.canonical(set.getValue()), Html.text(".")));
        if (!include.hasSystem()) {
            return sets;
        }
        Html source = Html.tag("h2", Html.text(label + " "), links.system(include.getSystem()));
        return Html.all(source, sets, filters(include), concepts(include));
    }

    private static Html filters(ValueSet.ConceptSetComponent include) {
        if (!include.hasFilter() && !include.hasConcept()) {
            return Html.tag("p", Html.text("All its codes."));
        }
        return Html.each(
                include.getFilter(),
                filter -> Html.tag(
                        "p",
                        Html.text("Those whose "),
                        Html.code(filter.getProperty()),
                        Html.text(" " + filter.getOp().toCode() + " "),
                        Html.code(filter.getValue()),
                        Html.text(".")));
    }

    private static Html concepts(ValueSet.ConceptSetComponent include) {
        if (!include.hasConcept()) {
            return Html.NOTHING;
        }
        List<Html> rows = include.getConcept().stream()
                .map(concept -> Html.row(Html.code(concept.getCode()), Html.text(concept.getDisplay())))
                .toList();
        return Html.table("Codes from " + include.getSystem(), List.of("Code", "Display"), rows);
    }

    Html conceptMap(ConceptMap map) {
        return Html.each(map.getGroup(), group -> {
            List<Html> rows = new ArrayList<>();
            for (ConceptMap.SourceElementComponent source : group.getElement()) {
                for (ConceptMap.TargetElementComponent target : source.getTarget()) {
                    rows.add(Html.row(
                            coded(source.getCode(), source.getDisplay()),
                            coded(target.getCode(), target.getDisplay()),
                            Html.text(target.getEquivalence().toCode())));
                }
            }
            Html heading =
                    Html.tag("h2", links.system(group.getSource()), Html.text(" to "), links.system(group.getTarget()));
            return Html.all(heading, Html.table("Mappings", List.of("From", "To", "The target is"), rows));
        });
    }

    private static Html coded(String code, String display) {
        return Html.all(Html.code(code), Html.text(display == null ? "" : " " + display));
    }

    private static Html heading(String text) {
        return Html.tag("h2", Html.text(text));
    }
}
