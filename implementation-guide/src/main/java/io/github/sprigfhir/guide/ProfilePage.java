package io.github.sprigfhir.guide;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;

/** What a profile or extension asks for: its changes, its rules, its bindings, and the full element list. */
final class ProfilePage {

    private final StructureDefinition profile;
    private final Links links;
    private final ElementTable table;

    ProfilePage(StructureDefinition profile, Links links, ResourceView view) {
        this.profile = profile;
        this.links = links;
        this.table = new ElementTable(profile, links, view);
    }

    Html render() {
        Html base = Html.tag(
                "p", Html.text("Built on "), links.canonical(profile.getBaseDefinition()), Html.text("."), context());
        return Html.all(
                base,
                heading("What it changes (differential)"),
                table.render(
                        "Differential of " + profile.getName(),
                        profile.getDifferential().getElement()),
                invariants(),
                bindings(),
                Html.tag(
                        "details",
                        Html.tag("summary", heading("Every element (snapshot)")),
                        table.render(
                                "Snapshot of " + profile.getName(),
                                profile.getSnapshot().getElement())));
    }

    private Html context() {
        if (!profile.hasContext()) {
            return Html.NOTHING;
        }
        return Html.all(
                Html.text(" May stand on "),
                Html.each(profile.getContext(), ", ", context -> Html.code(context.getExpression())),
                Html.text("."));
    }

    /** Only the profile's own rules; those of the base are in the specification. */
    private Html invariants() {
        List<Html> rows = new ArrayList<>();
        for (ElementDefinition element : profile.getDifferential().getElement()) {
            element.getConstraint()
                    .forEach(rule -> rows.add(Html.row(
                            Html.code(rule.getKey()),
                            Html.code(element.getId()),
                            Html.text(rule.getSeverity().toCode()),
                            Html.text(rule.getHuman()),
                            Html.code(rule.getExpression()))));
        }
        return section("Rules (invariants)", List.of("Key", "On", "Severity", "Rule", "FHIRPath"), rows);
    }

    private Html bindings() {
        List<Html> rows = profile.getDifferential().getElement().stream()
                .filter(element -> element.getBinding().hasValueSet())
                .map(element -> Html.row(
                        Html.code(element.getId()),
                        Html.text(element.getBinding().getStrength().toCode()),
                        links.canonical(element.getBinding().getValueSet()),
                        Html.text(element.getBinding().getDescription())))
                .toList();
        return section("Bindings", List.of("Element", "Strength", "Value set", "Note"), rows);
    }

    private static Html section(String heading, List<String> columns, List<Html> rows) {
        return rows.isEmpty() ? Html.NOTHING : Html.all(heading(heading), Html.table(heading, columns, rows));
    }

    private static Html heading(String text) {
        return Html.tag("h2", Html.text(text));
    }
}
