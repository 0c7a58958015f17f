package io.github.sprigfhir.app.platform.writing;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Narrative;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a narrative may hold (FHIR R4, section 2.4.1). */
class NarrativeRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain words",
                "<p><b>Bold</b> and <i>italic</i><br/></p>",
                "<table><thead><tr><th colspan=\"2\">A</th></tr></thead><tbody><tr><td>B</td><td>C</td></tr></tbody></table>",
                "<a href=\"https://service.example/page\">page</a>",
                "<a href=\"mailto:a@service.example\">mail</a>",
                "<a href=\"Patient/1\">within</a>",
                "<a name=\"x\">here</a><a href=\"#x\">there</a>",
                "<img src=\"#picture\" alt=\"a picture\"/>",
                "<img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"dot\"/>",
                "<p style=\"color: #123456; font-weight: bold\" class=\"note\" lang=\"cy\">Shwmae</p>",
                "5 &lt; 6 &amp; 7"
            })
    void whatFhirAllowsIsTaken(String inside) {
        assertThat(fault(inside)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT>alert(1)</SCRIPT>",
                "<p onclick=\"alert(1)\">x</p>",
                "<p onClick=\"alert(1)\">x</p>",
                "<iframe src=\"https://elsewhere.example\"></iframe>",
                "<form><input name=\"a\"/></form>",
                "<object data=\"a\"></object>",
                "<svg></svg>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" JavaScript:alert(1)\">x</a>",
                "<a href=\"java&#9;script:alert(1)\">x</a>",
                "<a href=\"data:text/html,x\">x</a>",
                "<a href=\"vbscript:x\">x</a>",
                "<a href=\"\">x</a>",
                "<img src=\"https://elsewhere.example/beacon.gif\"/>",
                "<img src=\"data:image/svg+xml;base64,PHN2Zz4=\"/>",
                "<p style=\"background: url(https://elsewhere.example)\">x</p>",
                "<p style=\"width: expression(alert(1))\">x</p>",
                "<p style=\"color: \\72 ed\">x</p>",
                "<p style=\"position: fixed\">x</p>",
                "<p style=\"color:red;position:absolute\">x</p>",
                "<link rel=\"stylesheet\" href=\"a.css\"/>",
                "<style>p { color: red }</style>",
                "<p xlink:href=\"https://elsewhere.example\">x</p>"
            })
    void whatCouldRunOrLoadIsRefused(String inside) {
        assertThat(fault(inside)).contains("which is not allowed in one");
    }

    private static String fault(String inside) {
        var narrative = new Narrative();
        narrative.setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\">" + inside + "</div>");
        return NarrativeRules.judge(narrative.getDiv(), "Patient.text.div")
                .map(problem -> problem.text())
                .orElse("");
    }
}
