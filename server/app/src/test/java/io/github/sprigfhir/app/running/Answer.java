package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpHeaders;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Resource;

/**
 * What the server answered, to the letter.
 *
 * @param request the method and address, so that a failing test says what was asked
 */
record Answer(String request, int status, HttpHeaders headers, String body) {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String RULES = "https://sprig-fhir.github.io/ig/CodeSystem/rule";

    Answer hasStatus(int expected) {
        assertThat(status).as("%s%n%s", request, body).isEqualTo(expected);
        return this;
    }

    Answer hasStatus(int one, int other) {
        assertThat(status).as("%s%n%s", request, body).isIn(one, other);
        return this;
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    <T extends IBaseResource> T as(Class<T> type) {
        var parser = body.startsWith("<") ? FHIR.newXmlParser() : FHIR.newJsonParser();
        return parser.parseResource(type, body);
    }

    Bundle bundle() {
        return as(Bundle.class);
    }

    /** The resources that a search found, those it included left out. */
    List<Resource> found() {
        hasStatus(200);
        return bundle().getEntry().stream()
                .filter(entry -> entry.getSearch().getMode() != Bundle.SearchEntryMode.INCLUDE)
                .map(Bundle.BundleEntryComponent::getResource)
                .toList();
    }

    List<OperationOutcomeIssueComponent> issues() {
        assertThat(body).as(request).contains("OperationOutcome");
        return as(OperationOutcome.class).getIssue();
    }

    List<String> rules() {
        return rulesOf(issues());
    }

    static List<String> rulesOf(List<OperationOutcomeIssueComponent> issues) {
        return issues.stream()
                .flatMap(issue -> issue.getDetails().getCoding().stream())
                .filter(coding -> RULES.equals(coding.getSystem()))
                .map(coding -> coding.getCode())
                .toList();
    }

    List<String> expressions() {
        return issues().stream()
                .flatMap(issue -> issue.getExpression().stream())
                .map(expression -> expression.getValue())
                .toList();
    }

    /** The id in the Location of what was created, without type and version. */
    String id() {
        return header("Location").replaceAll(".*/fhir/\\w+/([^/]+)/_history/.*", "$1");
    }

    /** Type and id of what stands behind each entry of a transaction's answer. */
    List<String> locations() {
        hasStatus(200);
        return bundle().getEntry().stream()
                .map(entry -> entry.getResponse().getLocation().replaceAll("/_history/.*", ""))
                .toList();
    }
}
