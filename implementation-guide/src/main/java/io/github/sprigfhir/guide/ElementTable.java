package io.github.sprigfhir.guide;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;

/** Elements of a profile as a table; what a differential leaves unsaid is filled in from the snapshot. */
final class ElementTable {

    private static final List<String> COLUMNS =
            List.of("Element", "Flags", "How many", "Type", "Meaning and constraints");

    private final Map<String, ElementDefinition> snapshot;
    private final Links links;
    private final ResourceView view;

    ElementTable(StructureDefinition profile, Links links, ResourceView view) {
        this.snapshot = profile.getSnapshot().getElement().stream()
                .collect(Collectors.toMap(ElementDefinition::getId, Function.identity(), (first, second) -> first));
        this.links = links;
        this.view = view;
    }

    Html render(String caption, List<ElementDefinition> elements) {
        return Html.tag(
                "div",
                Html.attribute("class", "elements"),
                Html.table(caption, COLUMNS, elements.stream().map(this::row).toList()));
    }

    /** The roles are spelt out because the style sheet stacks the cells on a narrow screen, which would lose them. */
    private Html row(ElementDefinition stated) {
        ElementDefinition full = snapshot.getOrDefault(stated.getId(), stated);
        return Html.tag(
                "tr",
                Html.attribute("role", "row"),
                Html.attribute("class", depth(stated) + ("0".equals(full.getMax()) ? " barred" : "")),
                Html.tag("th", Html.attribute("scope", "row"), Html.attribute("role", "rowheader"), name(stated)),
                cell("flags", flags(full)),
                cell("many", cardinality(full)),
                cell("types", types(full)),
                cell("meaning", meaning(full, stated)));
    }

    private static Html cell(String kind, Html content) {
        return Html.tag("td", Html.attribute("role", "cell"), Html.attribute("class", kind), content);
    }

    /** Indents by style class, since the site allows no inline styles. */
    private static String depth(ElementDefinition element) {
        long dots = element.getPath().chars().filter(c -> c == '.').count();
        return "depth" + Math.min(dots, 6);
    }

    private static Html name(ElementDefinition element) {
        String path = element.getPath();
        String name = path.substring(path.lastIndexOf('.') + 1);
        return Html.code(element.hasSliceName() ? name + ":" + element.getSliceName() : name);
    }

    /** The resource itself has none worth showing. */
    private static Html cardinality(ElementDefinition element) {
        return element.getPath().contains(".") ? Html.text(element.getMin() + ".." + element.getMax()) : Html.NOTHING;
    }

    private static Html flags(ElementDefinition element) {
        return Html.all(
                element.getMustSupport() ? flag("S", "Must be supported") : Html.NOTHING,
                element.getIsModifier() ? flag("?!", "Changes the meaning of the resource") : Html.NOTHING,
                element.getIsSummary() ? flag("Σ", "Part of the summary") : Html.NOTHING);
    }

    private static Html flag(String sign, String meaning) {
        return Html.tag("abbr", Html.attribute("title", meaning), Html.text(sign));
    }

    private Html types(ElementDefinition element) {
        if (element.hasContentReference()) {
            String path = element.getContentReference();
            return Html.all(Html.text("as "), Html.code(path.substring(path.indexOf('#') + 1)));
        }
        return Html.each(element.getType(), " | ", this::type);
    }

    private Html type(ElementDefinition.TypeRefComponent type) {
        if (type.hasProfile()) {
            return Html.each(type.getProfile(), " | ", profile -> links.canonical(profile.getValue()));
        }
        Html name = links.type(type.getCode());
        return type.hasTargetProfile()
                ? Html.all(
                        name,
                        Html.text(" to "),
                        Html.each(type.getTargetProfile(), " | ", target -> links.canonical(target.getValue())))
                : name;
    }

    private Html meaning(ElementDefinition element, ElementDefinition stated) {
        return Html.all(
                Html.text(element.getShort()), fixed(element), slicing(element), binding(element), rules(stated));
    }

    /** A primitive has no parts to add, so a pattern says all of it. */
    private Html fixed(ElementDefinition element) {
        if (element.hasFixed()) {
            return line("Exactly", view.value(element.getFixed()));
        }
        if (!element.hasPattern()) {
            return Html.NOTHING;
        }
        return line(element.getPattern().isPrimitive() ? "Exactly" : "At least", view.value(element.getPattern()));
    }

    private static Html slicing(ElementDefinition element) {
        if (!element.hasSlicing()) {
            return Html.NOTHING;
        }
        Html by = Html.each(
                element.getSlicing().getDiscriminator(),
                ", ",
                discriminator -> Html.all(
                        Html.text(discriminator.getType().toCode() + " of "), Html.code(discriminator.getPath())));
        return line(
                "Slices by",
                Html.all(by, Html.text(" (" + element.getSlicing().getRules().toCode() + ")")));
    }

    private Html binding(ElementDefinition element) {
        return element.getBinding().hasValueSet()
                ? line(
                        "Codes",
                        Html.all(
                                links.canonical(element.getBinding().getValueSet()),
                                Html.text(" ("
                                        + element.getBinding().getStrength().toCode() + ")")))
                : Html.NOTHING;
    }

    /** The rules of FHIR itself hold on every element and would drown ours. */
    private static Html rules(ElementDefinition stated) {
        List<ElementDefinition.ElementDefinitionConstraintComponent> own = stated.getConstraint().stream()
                .filter(rule -> !rule.getKey().matches("(ele|ext|dom)-\\d"))
                .toList();
        return own.isEmpty() ? Html.NOTHING : line("Rules", Html.each(own, ", ", rule -> Html.code(rule.getKey())));
    }

    private static Html line(String label, Html content) {
        return Html.tag("div", Html.attribute("class", "note"), Html.tag("b", Html.text(label + ": ")), content);
    }
}
