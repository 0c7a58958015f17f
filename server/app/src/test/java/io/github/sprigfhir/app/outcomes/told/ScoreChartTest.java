package io.github.sprigfhir.app.outcomes.told;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.outcomes.Assessment;
import io.github.sprigfhir.domain.outcomes.Coded;
import io.github.sprigfhir.domain.outcomes.Course;
import io.github.sprigfhir.domain.outcomes.Direction;
import io.github.sprigfhir.domain.outcomes.Meaning;
import io.github.sprigfhir.domain.outcomes.Measure;
import io.github.sprigfhir.domain.outcomes.Scale;
import io.github.sprigfhir.domain.outcomes.Scoring;
import io.github.sprigfhir.domain.outcomes.Taken;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The picture says what it shows also to those who cannot see it, stays within its frame, and holds nothing that runs. */
class ScoreChartTest {

    @Test
    void itHasATitleAndADescriptionThatTellsEveryScore() throws Exception {
        var svg = parsed(ScoreChart.of(course("PHQ-9", "15", "20", "8"), "score-1"));

        var root = svg.getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo("score-1-title score-1-description");
        assertThat(only(svg, "title").getTextContent()).isEqualTo("PHQ-9");
        assertThat(only(svg, "desc").getTextContent())
                .contains("Your PHQ-9 went from 15 to 8")
                .endsWith("All scores: 1 March 2026: 15; 2 March 2026: 20; 3 March 2026: 8.");
        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(3);
    }

    @Test
    void whatIsCalledLikeMarkupStaysText() throws Exception {
        var hostile = "</title><script>alert(1)</script>\" onload='x' &amp; \u0000\uD800";
        var svg = parsed(ScoreChart.of(course(hostile, "1", "2"), "score-1"));

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(only(svg, "title").getTextContent())
                .isEqualTo("</title><script>alert(1)</script>\" onload='x' &amp; ");
        assertThat(svg.getDocumentElement().hasAttribute("onload")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "27", "0,27", "27,0", "13,13", "0,27,0,27,3,9", "-5,99"})
    void everythingIsWithinTheFrame(String values) throws Exception {
        var svg = parsed(ScoreChart.of(course("PHQ-9", values.split(",")), "score-1"));

        for (var place : List.of("x", "x1", "x2", "cx")) {
            places(svg, place).forEach(x -> assertThat(x).isBetween(0.0, (double) ScoreChart.WIDTH));
        }
        for (var place : List.of("y", "y1", "y2", "cy")) {
            places(svg, place).forEach(y -> assertThat(y).isBetween(0.0, (double) ScoreChart.HEIGHT));
        }
    }

    @Test
    void scoresOfOneMomentStandBesideEachOther() throws Exception {
        var at = new Taken(Instant.parse("2026-03-01T10:00:00Z"), Taken.Grain.DAY);
        var course = new Course(
                measure("PHQ-9", Optional.of(BigDecimal.ZERO)),
                List.of(new Assessment("a", at, BigDecimal.ONE), new Assessment("b", at, BigDecimal.TEN)));

        assertThat(places(parsed(ScoreChart.of(course, "score-1")), "cx"))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void aScaleWithoutEndsIsAsLongAsTheScores() throws Exception {
        var at = new Taken(Instant.parse("2026-03-01T10:00:00Z"), Taken.Grain.DAY);
        var course = new Course(
                measure("Index", Optional.empty()), List.of(new Assessment("a", at, new BigDecimal("0.736"))));

        assertThat(ScoreChart.of(course, "score-1"))
                .contains(">0<", ">1<", ">0.736<")
                .doesNotContain("NaN", "Infinity");
    }

    private static Document parsed(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static Element only(Document svg, String name) {
        assertThat(svg.getElementsByTagName(name).getLength()).isEqualTo(1);
        return (Element) svg.getElementsByTagName(name).item(0);
    }

    private static List<Double> places(Document svg, String attribute) {
        var all = svg.getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(at -> (Element) all.item(at))
                .filter(element -> element.hasAttribute(attribute))
                .map(element -> Double.valueOf(element.getAttribute(attribute)))
                .toList();
    }

    private static Course course(String title, String... values) {
        return new Course(
                measure(title, Optional.of(BigDecimal.ZERO)),
                IntStream.range(0, values.length)
                        .mapToObj(at -> new Assessment(
                                Arrays.toString(values) + at,
                                new Taken(
                                        Instant.parse("2026-03-01T10:00:00Z").plusSeconds(at * 86_400L),
                                        Taken.Grain.DAY),
                                new BigDecimal(values[at])))
                        .toList());
    }

    private static Measure measure(String title, Optional<BigDecimal> low) {
        return new Measure(
                List.of(new Coded("https://instruments.example/codes", "score")),
                title,
                new Scale(low, low.map(zero -> new BigDecimal("27")), Optional.empty(), "{score}"),
                new Meaning(Direction.LOWER_BETTER, List.of(), low.map(zero -> new BigDecimal("6"))),
                new Scoring.Given(List.of()));
    }
}
