package io.github.sprigfhir.guide;

import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.SearchParameter;

/** The content of search parameters, operations and capability statements. */
final class ApiPages {

    private final Links links;

    ApiPages(Links links) {
        this.links = links;
    }

    Html searchParameter(SearchParameter parameter) {
        String modifiers = parameter.getModifier().stream()
                .map(modifier -> ":" + modifier.getValue().toCode())
                .collect(Collectors.joining(" "));
        String comparators = parameter.getComparator().stream()
                .map(comparator -> comparator.getValue().toCode())
                .collect(Collectors.joining(" "));
        String example = parameter.getBase().isEmpty()
                ? ""
                : "GET [base]/" + parameter.getBase().get(0).asStringValue() + "?" + parameter.getCode() + "=…";
        List<Html> rows = List.of(
                property("Code", Html.code(parameter.getCode())),
                property("On", Html.each(parameter.getBase(), ", ", base -> links.type(base.asStringValue()))),
                property("Type", Html.text(parameter.getType().toCode())),
                property("FHIRPath", Html.code(parameter.getExpression())),
                property(
                        "Finds references to",
                        Html.each(parameter.getTarget(), ", ", target -> links.type(target.asStringValue()))),
                property("Modifiers", Html.text(modifiers)),
                property("Comparators", Html.text(comparators)),
                property("Call", Html.code(example)));
        return Html.all(
                Html.tag("h2", Html.text("Definition")), Html.table("Definition", List.of("Property", "Value"), rows));
    }

    private static Html property(String name, Html value) {
        return value.isEmpty()
                ? Html.NOTHING
                : Html.tag(
                        "tr", Html.tag("th", Html.attribute("scope", "row"), Html.text(name)), Html.tag("td", value));
    }

    Html operation(OperationDefinition operation) {
        List<Html> rows = operation.getParameter().stream()
                .map(parameter -> Html.row(
                        Html.code(parameter.getName()),
                        Html.text(parameter.getUse().toCode()),
                        Html.text(parameter.getMin() + ".." + parameter.getMax()),
                        parameter.hasType() ? links.type(parameter.getType()) : Html.NOTHING,
                        Html.text(parameter.getDocumentation())))
                .toList();
        String types = operation.getResource().stream()
                .map(PrimitiveType::asStringValue)
                .collect(Collectors.joining(", "));
        return Html.all(
                Html.tag(
                        "p",
                        Html.text("Called as "),
                        Html.code("$" + operation.getCode()),
                        Html.text(types.isEmpty() ? "." : " on " + types + ".")),
                Html.tag("h2", Html.text("Parameters")),
                Html.table("Parameters", List.of("Name", "Use", "How many", "Type", "Meaning"), rows));
    }

    Html capabilities(CapabilityStatement statement) {
        List<Html> rows = statement.getRest().stream()
                .flatMap(rest -> rest.getResource().stream())
                .map(resource -> Html.row(
                        links.type(resource.getType()),
                        Html.each(resource.getSupportedProfile(), ", ", profile -> links.canonical(profile.getValue())),
                        Html.text(resource.getInteraction().stream()
                                .map(interaction -> interaction.getCode().toCode())
                                .collect(Collectors.joining(", "))),
                        Html.text(resource.getSearchParam().stream()
                                .map(CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent::getName)
                                .collect(Collectors.joining(", ")))))
                .toList();
        return Html.all(
                Html.tag("h2", Html.text("Resources")),
                Html.table("Resources", List.of("Type", "Profiles", "Interactions", "Search"), rows));
    }
}
