package io.github.sprigfhir.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The static site as it was built: whole, self-contained, and the same frame on every page. */
class SiteTest {

    @Test
    void everyLinkWithinTheGuideLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : BuiltGuide.pages()) {
            for (Element link : BuiltGuide.parse(page).select("[href], [src]")) {
                String target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                if (isWithinGuide(target) && !resolves(page, target)) {
                    broken.add(page.getFileName() + " -> " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void noPageFetchesAnythingFromAnotherSite() throws IOException {
        for (Path page : BuiltGuide.pages()) {
            Document document = BuiltGuide.parse(page);
            assertThat(document.select("script, iframe, object, embed, img, style, [style]"))
                    .as(page.toString())
                    .isEmpty();
            assertThat(document.select("link").eachAttr("href"))
                    .as(page.toString())
                    .containsExactlyInAnyOrder("data:,", PageTemplate.STYLE_SHEET);
        }
        assertThat(Files.readString(BuiltGuide.SITE.resolve(PageTemplate.STYLE_SHEET)))
                .doesNotContain("url(")
                .doesNotContain("@import");
    }

    @Test
    void everyArtefactHasAPageAndItsJson() throws IOException {
        List<Path> artefacts = BuiltGuide.compiledArtefacts();
        assertThat(artefacts).isNotEmpty();
        for (Path artefact : artefacts) {
            String json = artefact.getFileName().toString();
            assertThat(BuiltGuide.SITE.resolve(json)).exists();
            assertThat(BuiltGuide.SITE.resolve(pageOf(artefact))).exists();
        }
    }

    @Test
    void everyArtefactIsListedInASection() throws IOException {
        List<String> listed = new ArrayList<>();
        for (Section section : Section.values()) {
            Document page = BuiltGuide.parse(BuiltGuide.SITE.resolve(section.pageFile()));
            listed.addAll(page.select("main a").eachAttr("href"));
        }
        for (Path artefact : BuiltGuide.compiledArtefacts()) {
            assertThat(listed).contains(pageOf(artefact));
        }
    }

    @Test
    void everyPageHasItsLanguageItsTitleOneHeadingAndAWayPastTheMenu() throws IOException {
        for (Path page : BuiltGuide.pages()) {
            Document document = BuiltGuide.parse(page);
            assertThat(document.select("html").attr("lang")).as(page.toString()).isEqualTo("en-GB");
            assertThat(document.title()).as(page.toString()).isNotBlank();
            assertThat(document.select("h1")).as(page.toString()).hasSize(1);
            assertThat(document.select("main#main")).as(page.toString()).hasSize(1);
            assertThat(document.select("body > a[href=#main]"))
                    .as(page.toString())
                    .hasSize(1);
            assertThat(document.select("nav a[aria-current]"))
                    .as(page.toString())
                    .hasSize(1);
        }
    }

    @Test
    void noIdStandsTwiceOnAPage() throws IOException {
        for (Path page : BuiltGuide.pages()) {
            assertThat(BuiltGuide.parse(page).select("[id]").eachAttr("id"))
                    .as(page.toString())
                    .doesNotHaveDuplicates();
        }
    }

    private static String pageOf(Path artefact) {
        return artefact.getFileName().toString().replace(".json", ".html");
    }

    private static boolean isWithinGuide(String target) {
        return !target.matches("(https?|data):.*");
    }

    private static boolean resolves(Path page, String target) throws IOException {
        String file = target.replaceFirst("#.*", "");
        Path found = file.isEmpty() ? page : BuiltGuide.SITE.resolve(file);
        if (!Files.isRegularFile(found)) {
            return false;
        }
        String anchor = target.contains("#") ? target.substring(target.indexOf('#') + 1) : "";
        return anchor.isEmpty() || BuiltGuide.parse(found).getElementById(anchor) != null;
    }
}
