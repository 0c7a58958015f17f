package io.github.sprigfhir.app.running;

import static io.github.sprigfhir.app.running.TerminologyIT.SCT;
import static io.github.sprigfhir.app.running.TerminologyIT.codes;
import static io.github.sprigfhir.app.running.TerminologyIT.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import io.github.sprigfhir.app.platform.validation.ProfileValidator;
import io.github.sprigfhir.app.terminology.MadeUpEdition;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What codes mean, and what is written with them, once an edition of SNOMED CT is loaded into a server that runs. */
@RunningServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditionIT {

    private static final String NEEDS = SCT + "?fhir_vs=refset/1373501000000105";

    private final Server server;
    private final DataSource database;
    private final ProfileValidator validator;

    EditionIT(@LocalServerPort int port, @Autowired DataSource database, @Autowired ProfileValidator validator) {
        this.server = new Server(port);
        this.validator = validator;
        this.database = database;
    }

    @BeforeAll
    void load() throws IOException, SQLException {
        MadeUpEdition.load(database);
        await().until(() -> server.get("CodeSystem/$lookup?system=%s&code=39999999107".formatted(SCT))
                .body()
                .contains("Alone, as made up"));
    }

    @AfterAll
    void forget() {
        MadeUpEdition.forget(database);
        await().until(() -> !server.get("CodeSystem/$lookup?system=%s&code=39999999107".formatted(SCT))
                .body()
                .contains("Alone, as made up"));
    }

    @Test
    void aReferenceSetIsListedByItsMembers() {
        var needs = expanded("url=" + Server.encoded(NEEDS));

        assertThat(codes(needs)).contains("39999999107", "49999999102").doesNotContain("422650009");
        assertThat(needs.getExpansion().hasExtension()).isFalse();
        assertThat(needs.getExpansion().getParameter())
                .anySatisfy(one -> assertThat(one.getValue().primitiveValue())
                        .isEqualTo(SCT + "|http://snomed.info/sct/83821000000107/version/20260401"));
    }

    @Test
    void ourValueSetHoldsOurCodesAndTheMembersAndIsPagedAcrossBoth() {
        var whole = codes(
                server.get("ValueSet/needs-and-concerns/$expand").hasStatus(200).as(ValueSet.class));

        assertThat(whole)
                .startsWith("loneliness-isolation")
                .contains("39999999107")
                .doesNotHaveDuplicates();
        var paged = new java.util.ArrayList<String>();
        for (int offset = 0; offset < whole.size(); offset += 5) {
            var page = server.get("ValueSet/needs-and-concerns/$expand?count=5&offset=" + offset)
                    .hasStatus(200)
                    .as(ValueSet.class);
            assertThat(page.getExpansion().getTotal()).isEqualTo(whole.size());
            paged.addAll(codes(page));
        }
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void anExpressionIsListedByWordsAndInLanguages() {
        var kinds = "url=" + Server.encoded(SCT + "?fhir_vs=ecl/<< 29999999105");

        assertThat(codes(expanded(kinds + "&filter=made%20al"))).containsExactly("39999999107");
        assertThat(codes(expanded("url=" + Server.encoded(SCT + "?fhir_vs=ecl/" + Server.encoded("<< 29999999105")))))
                .isEqualTo(codes(expanded(kinds)));
        assertThat(expanded(kinds + "&filter=unig&displayLanguage=cy&includeDesignations=true")
                        .getExpansion()
                        .getContains())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.getDisplay()).isEqualTo("Unig");
                    assertThat(one.getDesignation())
                            .extracting(ValueSet.ConceptReferenceDesignationComponent::getValue)
                            .contains("Lonely, as made up (finding)", "Alone, as made up");
                });
        assertThat(expanded(kinds + "&count=0").getExpansion().getTotal()).isGreaterThan(2);
        assertThat(codes(expanded(kinds + "&activeOnly=true"))).doesNotContain("69999999101");
    }

    @Test
    void kindsAreTold() {
        assertThat(outcome("29999999105", "59999999104")).isEqualTo("subsumes");
        assertThat(outcome("59999999104", "29999999105")).isEqualTo("subsumed-by");
        assertThat(outcome("39999999107", "49999999102")).isEqualTo("not-subsumed");
    }

    @ParameterizedTest
    @CsvSource({
        "39999999107, , true, ",
        "39999999107, Unig, true, ",
        "39999999107, Homeless, true, display-wrong",
        "69999999101, , false, code-inactive code-not-in-value-set",
        "79999999109, , false, code-not-in-value-set",
        "404684003, , false, code-unknown code-not-in-value-set"
    })
    void aCodeIsJudgedByTheEdition(String code, @Nullable String display, boolean result, @Nullable String rules) {
        var said = server.get("ValueSet/$validate-code?url=%s&system=%s&code=%s%s"
                        .formatted(
                                Server.encoded(NEEDS),
                                SCT,
                                code,
                                display == null ? "" : "&display=" + Server.encoded(display)))
                .hasStatus(200)
                .as(Parameters.class);

        assertThat(said.getParameterBool("result")).isEqualTo(result);
        assertThat(rules(said)).isEqualTo(rules == null ? List.of() : List.of(rules.split(" ")));
    }

    @Test
    void anInactiveCodeIsToldWithItsReplacement() {
        assertThat(server.get("CodeSystem/$validate-code?url=%s&code=69999999101".formatted(SCT))
                        .as(Parameters.class)
                        .getParameter("message")
                        .getValue()
                        .primitiveValue())
                .contains("no longer active")
                .contains("39999999107 |Alone, as made up|");
        assertThat(server.get("CodeSystem/$lookup?property=replacedBy&system=%s&code=69999999101".formatted(SCT))
                        .as(Parameters.class)
                        .getParameter("property")
                        .getPart())
                .extracting(part -> part.getValue().primitiveValue())
                .containsExactly("replacedBy", "39999999107");
    }

    @Test
    void whatIsWrittenIsLookedUp() {
        var referral = Story.about(Person.next(), server).refer();
        var written = server.get(referral.serviceRequest()).hasStatus(200).as(ServiceRequest.class);

        var unknown = update(written, "404684003", null).hasStatus(422);
        assertThat(unknown.rules()).containsExactly("code-unknown");
        assertThat(unknown.expressions()).containsExactly("ServiceRequest.reasonCode[0].coding[1].code");
        assertThat(update(written, "39999999107", "Alone, as made up")
                        .hasStatus(200)
                        .headers()
                        .allValues("Warning"))
                .isEmpty();
        assertThat(update(written, "69999999101", null).hasStatus(200).headers().allValues("Warning"))
                .singleElement()
                .asString()
                .contains("no longer active", "39999999107");
        assertThat(update(written, "39999999107", "Homeless")
                        .hasStatus(200)
                        .headers()
                        .allValues("Warning"))
                .singleElement()
                .asString()
                .contains("no name of the code");
    }

    @Test
    void theOperatorIsToldOfCodesOnRecordThatAreNoLongerActive() throws IOException, SQLException {
        var referral = Story.about(Person.next(), server).refer();
        var written = server.get(referral.serviceRequest()).hasStatus(200).as(ServiceRequest.class);
        update(written, "69999999101", null).hasStatus(200);

        assertThat(MadeUpEdition.load(database))
                .anyMatch(line -> line.matches(
                        "  69999999101 Made-up solitude, on \\d+ records; in its place 39999999107 Alone, as made up"))
                .anyMatch(line -> line.matches("  871731000000106 unknown to it, on \\d+ records"));
        assertThat(server.get(referral.serviceRequest()).hasStatus(200).body()).contains("69999999101");
    }

    @Test
    void profilesMayBeBoundToWhatOnlyAnEditionKnows() {
        var known = validator.known();
        var needs = Objects.requireNonNull(known.fetchValueSet(TerminologyIT.IG + "ValueSet/needs-and-concerns"));

        assertThat(isIn(known, needs, SCT, "39999999107")).isTrue();
        assertThat(isIn(known, needs, TerminologyIT.IG + "CodeSystem/need-category", "bereavement"))
                .isTrue();
        assertThat(isIn(known, needs, SCT, "79999999109")).isFalse();
        assertThat(isIn(known, needs, TerminologyIT.IG + "CodeSystem/need-category", "grief"))
                .isFalse();
    }

    private static boolean isIn(IValidationSupport known, IBaseResource valueSet, String system, String code) {
        var said = known.validateCodeInValueSet(
                new ValidationSupportContext(known), new ConceptValidationOptions(), system, code, null, valueSet);
        return Objects.requireNonNull(said).isOk();
    }

    @Test
    void anotherEditionIsNotAnsweredFor() {
        assertThat(server.get("ValueSet/$expand?url="
                                + Server.encoded("http://snomed.info/sct/731000124108?fhir_vs=isa/138875005"))
                        .hasStatus(422)
                        .issues()
                        .get(0)
                        .getDetails()
                        .getText())
                .contains("731000124108", "is loaded here");
        assertThat(codes(expanded(
                        "url=" + Server.encoded("http://snomed.info/sct/83821000000107?fhir_vs=isa/79999999109"))))
                .contains("89999999106");
    }

    private Answer update(ServiceRequest written, String code, @Nullable String display) {
        var changed = server.get(
                        written.getIdElement().toUnqualifiedVersionless().getValue())
                .as(ServiceRequest.class);
        var coding = changed.getReasonCodeFirstRep().getCoding();
        while (coding.size() > 1) {
            coding.remove(1);
        }
        changed.getReasonCodeFirstRep().addCoding().setSystem(SCT).setCode(code).setDisplay(display);
        return server.put(
                changed.getIdElement().toUnqualifiedVersionless().getValue(),
                ca.uhn.fhir.context.FhirContext.forR4Cached().newJsonParser().encodeResourceToString(changed),
                "If-Match",
                "W/\"%s\"".formatted(changed.getMeta().getVersionId()));
    }

    private ValueSet expanded(String query) {
        return server.get("ValueSet/$expand?" + query).hasStatus(200).as(ValueSet.class);
    }

    private String outcome(String one, String other) {
        return server.get("CodeSystem/$subsumes?system=%s&codeA=%s&codeB=%s".formatted(SCT, one, other))
                .hasStatus(200)
                .as(Parameters.class)
                .getParameter("outcome")
                .getValue()
                .primitiveValue();
    }
}
