package io.github.sprigfhir.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Text stays text, wherever it stands. */
class HtmlTest {

    private static final String HOSTILE = "<script>alert('x')</script>\" onclick=\"y & <b>";

    @Test
    void textBecomesNoMarkup() {
        Document page = Jsoup.parse(Html.tag("p", Html.text(HOSTILE)).toString());

        assertThat(page.select("script, b")).isEmpty();
        assertThat(page.select("p").text()).isEqualTo(HOSTILE);
    }

    @Test
    void anAttributeValueAddsNoAttribute() {
        Document page = Jsoup.parse(Html.link(HOSTILE, "label").toString());

        assertThat(page.select("a").attr("href")).isEqualTo(HOSTILE);
        assertThat(page.select("a[onclick], script")).isEmpty();
    }

    @Test
    void rawHtmlInMarkdownIsShownNotObeyed() {
        Document page = Jsoup.parse(Markdown.render("Hello <script>alert(1)</script>\n\n<img src=x onerror=y>")
                .toString());

        assertThat(page.select("script, img")).isEmpty();
        assertThat(page.text()).contains("<script>", "<img");
    }

    @Test
    void aLinkInMarkdownRunsNoScript() {
        Document page =
                Jsoup.parse(Markdown.render("[press](javascript:alert(1))").toString());

        assertThat(page.select("a").attr("href")).isEmpty();
    }

    @Test
    void aMarkdownTableIsATableWithHeadings() {
        Document page =
                Jsoup.parse(Markdown.render("| a | b |\n|---|---|\n| 1 | 2 |\n").toString());

        assertThat(page.select(".scroll > table th[scope=col]").eachText()).containsExactly("a", "b");
    }
}
