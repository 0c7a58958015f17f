package io.github.sprigfhir.guide;

import java.util.List;

/** The frame of every page: head, skip link, menu, content, foot. No script, and nothing from another site. */
final class PageTemplate {

    static final String STYLE_SHEET = "guide.css";

    private final String version;

    PageTemplate(String version) {
        this.version = version;
    }

    String page(Section current, String title, Html body) {
        return "<!DOCTYPE html>\n"
                + Html.tag(
                        "html",
                        Html.attribute("lang", "en-GB"),
                        head(current, title),
                        Html.tag("body", skipLink(), header(current), main(body), footer()))
                + "\n";
    }

    private static Html head(Section current, String title) {
        String full = current == Section.HOME ? title : title + " – Sprig guide";
        return Html.tag(
                "head",
                Html.trusted("<meta charset=\"utf-8\">"),
                Html.trusted("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"),
                Html.trusted("<link rel=\"icon\" href=\"data:,\">"),
                Html.trusted("<link rel=\"stylesheet\" href=\"" + STYLE_SHEET + "\">"),
                Html.tag("title", Html.text(full)));
    }

    private static Html skipLink() {
        return Html.tag(
                "a",
                Html.attribute("class", "skip"),
                Html.attribute("href", "#main"),
                Html.text("Skip to the content"));
    }

    private static Html header(Section current) {
        Html menu = Html.each(List.of(Section.values()), section -> Html.tag("li", menuItem(section, current)));
        return Html.tag(
                "header",
                Html.tag(
                        "p",
                        Html.attribute("class", "brand"),
                        Html.tag("a", Html.attribute("href", Section.HOME.pageFile()), Html.text("Sprig")),
                        Html.text(" social prescribing in FHIR")),
                Html.tag("nav", Html.attribute("aria-label", "Guide"), Html.tag("ul", menu)));
    }

    private static Html menuItem(Section section, Section current) {
        HtmlPart target = Html.attribute("href", section.pageFile());
        return section == current
                ? Html.tag("a", target, Html.attribute("aria-current", "true"), Html.text(section.label()))
                : Html.tag("a", target, Html.text(section.label()));
    }

    private static Html main(Html body) {
        return Html.tag("main", Html.attribute("id", "main"), Html.attribute("tabindex", "-1"), body);
    }

    private Html footer() {
        return Html.tag(
                "footer",
                Html.tag(
                        "p",
                        Html.text("Sprig " + version + ", FHIR R4 (4.0.1). Apache-2.0. All people and organisations in"
                                + " the examples are invented. FHIR® is a registered trademark of HL7.")));
    }
}
