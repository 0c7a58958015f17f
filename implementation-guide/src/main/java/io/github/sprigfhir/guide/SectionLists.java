package io.github.sprigfhir.guide;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;

/** The lists of artefacts under the narrative of a section. */
final class SectionLists {

    private final Artefacts artefacts;
    private final Tables tables;
    private final List<RecordRow> record;
    private final Links links;

    SectionLists(Artefacts artefacts, Tables tables, List<RecordRow> record, Links links) {
        this.artefacts = artefacts;
        this.tables = tables;
        this.record = record;
        this.links = links;
    }

    Html of(Section section) {
        return switch (section) {
            case PROFILES ->
                Html.all(
                        definitions("Profiles", section, artefact -> isStructure(artefact) && !isExtension(artefact)),
                        definitions("Extensions", section, SectionLists::isExtension),
                        definitions("Other definitions", section, artefact -> !isStructure(artefact)));
            case TERMINOLOGY ->
                Html.all(
                        definitions("Code systems", section, artefact -> is(artefact, "CodeSystem")),
                        definitions("Value sets", section, artefact -> is(artefact, "ValueSet")),
                        definitions("Concept maps", section, artefact -> is(artefact, "ConceptMap")),
                        definitions("Naming systems", section, artefact -> is(artefact, "NamingSystem")));
            case SEARCH ->
                Html.all(
                        searchParameters(),
                        definitions("Operations", section, artefact -> is(artefact, "OperationDefinition")),
                        definitions("Capabilities", section, artefact -> is(artefact, "CapabilityStatement")));
            case EXAMPLES -> examples();
            case ERRORS -> rules();
            case VIEWS ->
                Html.all(Html.each(tables.views(), this::view), Html.each(tables.queries(), SectionLists::query));
            case RECORD -> record();
            case HOME,
                    PATHWAY,
                    ACCESS,
                    HANDOVER,
                    FINDING,
                    CONSENT,
                    PLANS,
                    DIRECTORY,
                    LISTING,
                    GAPS,
                    OUTCOMES,
                    RESEARCH,
                    PERMISSIONS,
                    FEEDBACK,
                    CIRCLE,
                    AUDIT,
                    IDENTIFIERS,
                    DOWNLOAD -> Html.NOTHING;
        };
    }

    private Html definitions(String heading, Section section, Predicate<Artefact> wanted) {
        List<Html> rows = artefacts.all().stream()
                .filter(artefact -> Section.of(artefact) == section && wanted.test(artefact))
                .sorted(Comparator.comparing(Artefact::title))
                .map(artefact -> Html.row(
                        Html.link(artefact.pageFile(), artefact.title()),
                        constrainedType(artefact),
                        Markdown.render(artefact.description())))
                .toList();
        return list(heading, List.of("Name", "On", "What it is for"), rows);
    }

    private Html constrainedType(Artefact artefact) {
        return artefact.resource() instanceof StructureDefinition definition
                ? links.type(definition.getType())
                : Html.text(artefact.type());
    }

    private Html searchParameters() {
        List<Html> rows = artefacts.all().stream()
                .filter(artefact -> artefact.resource() instanceof SearchParameter)
                .map(artefact -> {
                    SearchParameter parameter = (SearchParameter) artefact.resource();
                    String bases = parameter.getBase().stream()
                            .map(PrimitiveType::asStringValue)
                            .collect(Collectors.joining(", "));
                    return Html.row(
                            Html.link(artefact.pageFile(), parameter.getCode()),
                            Html.text(bases),
                            Html.text(parameter.getType().toCode()),
                            Markdown.render(artefact.description()));
                })
                .toList();
        return list("Search parameters", List.of("Parameter", "On", "Type", "What it finds"), rows);
    }

    private Html examples() {
        List<Html> rows = artefacts.all().stream()
                .filter(artefact -> !artefact.isDefinition())
                .map(artefact -> Html.row(
                        Html.link(artefact.pageFile(), artefact.id()),
                        links.type(artefact.type()),
                        Html.each(
                                artefact.resource().getMeta().getProfile(),
                                ", ",
                                profile -> links.canonical(profile.getValue())),
                        Html.link(artefact.jsonFile(), "JSON")))
                .toList();
        return list("All examples", List.of("Example", "Type", "Profile", "File"), rows);
    }

    /** What a row stands for, and the dictionary of its columns. */
    private Html view(View view) {
        List<Html> rows = view.columns().stream()
                .map(column -> Html.row(
                        Html.code(column.name()),
                        Html.text(column.type()),
                        Markdown.render(column.description()),
                        Html.code(column.path())))
                .toList();
        return Html.all(
                Html.tag("h2", Html.attribute("id", view.name()), Html.code(view.name())),
                Markdown.render(view.description()),
                Html.tag(
                        "p",
                        Html.text("Of "),
                        links.type(view.resource()),
                        Html.each(view.where(), where -> Html.all(Html.text(", where "), Html.code(where))),
                        Html.text("; "),
                        Html.link(view.file(), "as ViewDefinition"),
                        Html.text(".")),
                Html.table(view.title(), List.of("Column", "Type", "What it is", "From"), rows));
    }

    private static Html query(Query query) {
        return Html.all(
                Html.tag("h2", Html.attribute("id", query.name()), Html.code(query.name())),
                Markdown.render(query.description()),
                Html.tag("pre", Html.code(query.sql())),
                Html.tag("p", Html.text("This SQL "), Html.link(query.file(), "as Library"), Html.text(".")));
    }

    /** A table for each of the standard's sections. */
    private Html record() {
        Map<String, List<RecordRow>> sections = record.stream()
                .collect(Collectors.groupingBy(row -> row.path().get(0), LinkedHashMap::new, Collectors.toList()));
        return Html.each(
                sections.entrySet(),
                section -> list(
                        section.getKey(),
                        List.of("Row", "Item", "How many", "Asked", "Profile", "Where", "Type"),
                        section.getValue().stream().map(this::row).toList()));
    }

    private Html row(RecordRow row) {
        List<Html> cells = List.of(
                Html.text(row.many()),
                Html.text(asked(row.obligation())),
                links.canonical("https://sprig-fhir.github.io/ig/StructureDefinition/" + row.profile()),
                Html.all(
                        row.from().isEmpty() ? Html.NOTHING : Html.all(Html.code(shortly(row.from())), Html.text(": ")),
                        Html.code(shortly(row.where()))),
                Html.text(row.binding().isEmpty() ? row.type() : row.type() + " of " + row.binding()));
        return Html.tag(
                "tr",
                Html.attribute("class", "item depth" + (row.path().size() - 1)),
                Html.tag("td", Html.text(String.valueOf(row.number()))),
                Html.tag(
                        "th",
                        Html.attribute("scope", "row"),
                        Html.text(row.heading()),
                        row.note().isEmpty() ? Html.NOTHING : Html.text(" (" + row.note() + ")")),
                Html.each(cells, cell -> Html.tag("td", cell)));
    }

    /** Extensions by their ids, which the CSV file has in full. */
    private static String shortly(String path) {
        return path.replaceAll("extension\\('[^']*/([^'/]+)'\\)", "extension($1)");
    }

    private static String asked(String obligation) {
        return switch (obligation) {
            case "M" -> "mandatory";
            case "R" -> "required";
            default -> "optional";
        };
    }

    /** The code system that the details of every error are coded in. */
    private Html rules() {
        return artefacts
                .byReference("CodeSystem/rule")
                .map(artefact -> Html.all(
                        Html.tag("h2", Html.attribute("id", "rules"), Html.text("Rules")),
                        Markdown.render(artefact.description()),
                        TerminologyPages.codes((CodeSystem) artefact.resource())))
                .orElse(Html.NOTHING);
    }

    private static Html list(String heading, List<String> columns, List<Html> rows) {
        return rows.isEmpty()
                ? Html.NOTHING
                : Html.all(Html.tag("h2", Html.text(heading)), Html.table(heading, columns, rows));
    }

    private static boolean is(Artefact artefact, String type) {
        return artefact.type().equals(type);
    }

    private static boolean isStructure(Artefact artefact) {
        return is(artefact, "StructureDefinition");
    }

    private static boolean isExtension(Artefact artefact) {
        return artefact.resource() instanceof StructureDefinition definition
                && definition.getType().equals("Extension");
    }
}
