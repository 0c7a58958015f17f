package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What codes mean, asked of a server on which no edition of SNOMED CT is loaded. */
@GuardedServer
class TerminologyIT {

    static final String IG = "https://sprig-fhir.github.io/ig/";
    static final String SCT = "http://snomed.info/sct";
    private static final String NEED = IG + "CodeSystem/need-category";
    private static final String BARS = "https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars";
    private static final String UNCLOSED = "http://hl7.org/fhir/StructureDefinition/valueset-unclosed";

    private final Server gp;
    private final Server commissioner;
    private final Server server;

    TerminologyIT(@LocalServerPort int port) {
        server = new Server(port);
        gp = server.as("demo-gp");
        commissioner = server.as("demo-commissioner");
    }

    @Test
    void aValueSetIsListed() {
        var whole = expanded("ValueSet/$expand?url=" + IG + "ValueSet/handover-reason");

        assertThat(whole.getExpansion().getTotal()).isEqualTo(21);
        assertThat(whole.getExpansion().getContains()).hasSize(21).anySatisfy(one -> {
            assertThat(one.getSystem()).isEqualTo(BARS);
            assertThat(one.getCode()).isEqualTo("22");
            assertThat(one.getDisplay()).isEqualTo("Capacity");
        });
        assertThat(whole.getExpansion().hasExtension(UNCLOSED)).isFalse();
        assertThat(whole.getExpansion().getParameter())
                .noneMatch(one -> one.getName().equals("count"));
        assertThat(codes(expanded("ValueSet/handover-reason/$expand"))).isEqualTo(codes(whole));
        assertThat(codes(commissioner
                        .get("ValueSet/handover-reason/$expand?count=3&offset=2")
                        .hasStatus(200)
                        .as(ValueSet.class)))
                .isEqualTo(codes(whole).subList(2, 5));
        assertThat(gp.get("ValueSet/handover-reason/$expand?_format=xml&_pretty=true")
                        .hasStatus(200)
                        .body())
                .startsWith("<ValueSet");
        assertThat(codes(expanded("ValueSet/handover-reason/$expand?filter=un%20app")))
                .containsExactly("32");
    }

    @Test
    void aValueSetOfHl7sIsListedToo() {
        assertThat(codes(expanded("ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/administrative-gender")))
                .containsExactly("male", "female", "other", "unknown");
    }

    @Test
    void whatOnlyAnEditionKnowsFallsBackToKnownCodesAndSaysSo() {
        var needs = expanded("ValueSet/$expand?url=" + Server.encoded(SCT + "?fhir_vs=refset/1373501000000105"));

        assertThat(codes(needs))
                .containsExactlyInAnyOrder("422650009", "32911000", "73438004", "733423003", "160695008", "224484003");
        assertThat(needs.getExpansion().hasExtension(UNCLOSED)).isTrue();
        assertThat(needs.getExpansion().getParameter()).anySatisfy(one -> {
            assertThat(one.getName()).isEqualTo("warning");
            assertThat(one.getValue().primitiveValue()).contains("No edition of SNOMED CT is loaded");
        });
        var ours = expanded("ValueSet/needs-and-concerns/$expand");
        assertThat(codes(ours)).contains("loneliness-isolation", "422650009").hasSize(30);
        assertThat(ours.getExpansion().hasExtension(UNCLOSED)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "system=" + NEED + "&code=bereavement|true|",
                "system=" + NEED + "&code=bereavement&display=bereavement|true|",
                "system=" + NEED + "&code=bereavement&display=Debt|true|display-wrong",
                "system=" + NEED + "&code=berevement|false|code-unknown,code-not-in-value-set",
                "system=" + BARS + "&code=22|false|code-system-unknown,code-not-in-value-set",
                "system=http://example.org/codes&code=bereavement|false|code-system-unknown,code-not-in-value-set",
                "system=http://snomed.info/sct&code=422650009|true|edition-needed",
                "system=http://snomed.info/sct&code=422650008|false|snomed-check-digit,edition-needed",
                "system=http://snomed.info/sct&code=73211009|false|edition-needed,edition-needed",
            })
    void aCodeOfNeedsIsJudged(String query, boolean result, @Nullable String rules) {
        var said = gp.get("ValueSet/needs-and-concerns/$validate-code?" + query)
                .hasStatus(200)
                .as(Parameters.class);

        assertThat(said.getParameterBool("result")).isEqualTo(result);
        assertThat(rules(said)).isEqualTo(rules == null ? List.of() : List.of(rules.split(",")));
        assertThat(said.hasParameter("message")).isEqualTo(rules != null);
    }

    @Test
    void aCodeThatAnotherSystemHasIsToldSo() {
        var said = gp.get("ValueSet/handover-reason/$validate-code?code=22&system=" + NEED)
                .hasStatus(200)
                .as(Parameters.class);

        assertThat(said.getParameter("message").getValue().primitiveValue())
                .contains("has no code 22")
                .contains("The value set has that code of " + BARS);
    }

    @Test
    void ofSeveralCodesOneIsEnough() {
        var body = """
                {"resourceType": "Parameters", "parameter": [
                  {"name": "url", "valueUri": "%sValueSet/need-category"},
                  {"name": "codeableConcept", "valueCodeableConcept": {"coding": [
                    {"system": "http://snomed.info/sct", "code": "422650009"},
                    {"system": "%s", "code": "loneliness-isolation"}]}}]}
                """.formatted(IG, NEED);

        var said = gp.post("ValueSet/$validate-code", body).hasStatus(200).as(Parameters.class);

        assertThat(said.getParameterBool("result")).isTrue();
        assertThat(said.getParameter("code").getValue().primitiveValue()).isEqualTo("loneliness-isolation");
        assertThat(said.getParameter("display").getValue().primitiveValue()).isEqualTo("Loneliness and isolation");
    }

    @Test
    void aCodeSystemIsAskedToo() {
        assertThat(gp.get("CodeSystem/need-category/$validate-code?code=bereavement")
                        .hasStatus(200)
                        .as(Parameters.class)
                        .getParameterBool("result"))
                .isTrue();
        assertThat(gp.get("CodeSystem/$validate-code?url=http://unitsofmeasure.org&code=kg/m2")
                        .hasStatus(200)
                        .as(Parameters.class)
                        .getParameterBool("result"))
                .isTrue();
        assertThat(gp.get("CodeSystem/$validate-code?url=https://fhir.nhs.uk/id/nhs-number&code=9999999999")
                        .as(Parameters.class)
                        .getParameterBool("result"))
                .isFalse();
    }

    @Test
    void aCodeIsLookedUp() {
        var said = gp.get("CodeSystem/$lookup?system=%s&code=bereavement".formatted(NEED))
                .hasStatus(200)
                .as(Parameters.class);

        assertThat(said.getParameter("display").getValue().primitiveValue()).isEqualTo("Bereavement");
        assertThat(said.getParameter("name").getValue().primitiveValue()).isEqualTo("Need category");
        assertThat(said.getParameter("property").getPart())
                .extracting(part -> part.getValue().primitiveValue())
                .containsExactly("definition", "Support after a death.");
        assertThat(gp.get("CodeSystem/$lookup?system=%s&code=grief".formatted(NEED))
                        .hasStatus(404)
                        .rules())
                .containsExactly("code-unknown");
        assertThat(gp.get("CodeSystem/$lookup?system=https://example.org/codes&code=grief")
                        .hasStatus(404)
                        .rules())
                .containsExactly("code-system-unknown");
        var unsaid = gp.get("CodeSystem/$lookup?system=http://snomed.info/sct&code=73211009")
                .hasStatus(404);
        assertThat(unsaid.rules()).containsExactly("edition-needed");
        assertThat(unsaid.issues().get(0).getDetails().getText()).contains("No edition of SNOMED CT is loaded");
        var known = gp.get("CodeSystem/$lookup?system=http://snomed.info/sct&code=871731000000106")
                .hasStatus(200)
                .as(Parameters.class);
        assertThat(known.getParameter("display").getValue().primitiveValue())
                .isEqualTo("Referral to social prescribing service");
        assertThat(known.getParameter("name").getValue().primitiveValue()).contains("no edition is loaded");
        assertThat(known.hasParameter("property")).isFalse();
    }

    @Test
    void kindsAreToldOfACodeSystemThatHasThem() {
        var act = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

        assertThat(outcome(act, "AMB", "AMB")).isEqualTo("equivalent");
        assertThat(outcome(NEED, "bereavement", "other")).isEqualTo("not-subsumed");
        assertThat(outcome("http://terminology.hl7.org/CodeSystem/v3-RoleCode", "FAMMEMB", "MTH"))
                .isEqualTo("subsumes");
        assertThat(outcome("http://terminology.hl7.org/CodeSystem/v3-RoleCode", "MTH", "FAMMEMB"))
                .isEqualTo("subsumed-by");
        assertThat(gp.get("CodeSystem/$subsumes?system=http://snomed.info/sct&codeA=422650009&codeB=32911000")
                        .hasStatus(422)
                        .rules())
                .containsExactly("edition-needed");
        assertThat(gp.get("CodeSystem/$subsumes?system=%s&codeA=grief&codeB=other".formatted(NEED))
                        .hasStatus(422)
                        .rules())
                .containsExactly("code-unknown");
    }

    @Test
    void codesAreTranslatedBothWays() {
        var needs = "ConceptMap/$translate?url=%sConceptMap/need-category-to-snomed".formatted(IG);

        assertThat(matches(needs + "&system=%s&code=loneliness-isolation".formatted(NEED)))
                .containsExactly("narrower 422650009");
        assertThat(matches(needs + "&reverse=true&system=http://snomed.info/sct&code=422650009"))
                .containsExactly("wider loneliness-isolation");
        assertThat(matches(
                        "ConceptMap/$translate?system=%s&code=physical-activity&targetsystem=%s".formatted(NEED, SCT)))
                .containsExactly("narrower 390893007");
        assertThat(matches(
                        "ConceptMap/handover-reason-to-bars/$translate?system=%sCodeSystem/handover-reason&code=duplicate"
                                .formatted(IG)))
                .containsExactly("wider 99");
        assertThat(
                        matches(
                                "ConceptMap/retired-nhs-number-status/$translate?system=https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus&code=trace-required"))
                .containsExactly("equal 03");
        assertThat(matches(
                        "ConceptMap/open-referral-to-need-category/$translate?code=befriending&system=%sCodeSystem/taxonomy-term"
                                .formatted(IG)))
                .containsExactly("relatedto loneliness-isolation");
        assertThat(gp.get("ConceptMap?url=%sConceptMap/open-referral-to-need-category".formatted(IG))
                        .found())
                .hasSize(1);
        var none = gp.get(needs + "&system=%s&code=other".formatted(NEED))
                .hasStatus(200)
                .as(Parameters.class);
        assertThat(none.getParameterBool("result")).isFalse();
        assertThat(none.hasParameter("message")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ValueSet/$expand",
                "ValueSet/$expand?url=a&count=many",
                "ValueSet/$expand?url=%sValueSet/need-category&date=2020-01-01",
                "ValueSet/$expand?url=%sValueSet/need-category&activeOnly=perhaps",
                "ValueSet/$validate-code?url=%sValueSet/need-category",
                "ValueSet/$validate-code?url=%sValueSet/need-category&code=other",
                "CodeSystem/$lookup?code=other",
                "CodeSystem/$subsumes?codeA=other&system=%sCodeSystem/need-category",
                "ConceptMap/$translate?code=other&system=%sCodeSystem/need-category"
            })
    void whatIsAskedWronglyIsRefusedWithTheParameter(String path) {
        var refused = gp.get(path.replace("%s", IG)).hasStatus(400);

        assertThat(refused.rules()).isNotEmpty().containsOnly("operation-parameter");
        assertThat(refused.issues()).allMatch(OperationOutcome.OperationOutcomeIssueComponent::hasDiagnostics);
    }

    @Test
    void whatCannotBeListedIsRefusedInWords() {
        gp.get("ValueSet/$expand?url=%sValueSet/nothing".formatted(IG)).hasStatus(404);
        gp.get("ValueSet/nothing/$expand").hasStatus(404);
        assertThat(gp.get("ValueSet/$expand?url=" + Server.encoded(SCT + "?fhir_vs=ecl/<< 404684003 : 363698007 = *"))
                        .hasStatus(422)
                        .issues()
                        .get(0)
                        .getDetails()
                        .getText())
                .contains("not understood at place");
        assertThat(gp.post("ValueSet/$expand", """
                                {"resourceType": "Parameters", "parameter": [{"name": "valueSet", "resource":
                                  {"resourceType": "ValueSet", "status": "active",
                                   "compose": {"include": [{"system": "http://example.org/unknown"}]}}}]}
                                """).hasStatus(422).rules()).containsExactly("code-system-unknown");
    }

    @Test
    void aTokenForOtherThingsIsNotEnough() {
        var patients = server.as("demo-gp", "system/Patient.rs");

        patients.get("ValueSet/need-category/$expand").hasStatus(403);
        new Server(server.port()).get("ValueSet/need-category/$expand").hasStatus(401);
    }

    private ValueSet expanded(String path) {
        return gp.get(path).hasStatus(200).as(ValueSet.class);
    }

    static List<String> codes(ValueSet expanded) {
        return expanded.getExpansion().getContains().stream()
                .map(ValueSetExpansionContainsComponent::getCode)
                .toList();
    }

    private String outcome(String system, String one, String other) {
        return gp.get("CodeSystem/$subsumes?system=%s&codeA=%s&codeB=%s".formatted(system, one, other))
                .hasStatus(200)
                .as(Parameters.class)
                .getParameter("outcome")
                .getValue()
                .primitiveValue();
    }

    private List<String> matches(String path) {
        var said = gp.get(path).hasStatus(200).as(Parameters.class);
        assertThat(said.getParameterBool("result")).isTrue();
        return said.getParameter().stream()
                .filter(one -> one.getName().equals("match"))
                .map(match -> ((CodeType) match.getPart().get(0).getValue()).getCode() + " "
                        + ((Coding) match.getPart().get(1).getValue()).getCode())
                .toList();
    }

    static List<String> rules(Parameters said) {
        return said.hasParameter("issues")
                ? Answer.rulesOf(((OperationOutcome) said.getParameter("issues").getResource()).getIssue())
                : List.of();
    }
}
