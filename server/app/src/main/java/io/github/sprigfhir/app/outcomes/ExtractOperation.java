package io.github.sprigfhir.app.outcomes;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.MadeForAsker;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import io.github.sprigfhir.app.platform.writing.WriteRules;
import io.github.sprigfhir.domain.outcomes.MeasureRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code QuestionnaireResponse/$extract} of Structured Data Capture: which scores answers give, and which risk they
 * raise. Nothing is stored; saving the answers writes the same.
 */
@Component
class ExtractOperation implements SprigFeature {

    private static final String SENT = "questionnaire-response";
    private static final String PATH = "Parameters.parameter.where(name = '%s')".formatted(SENT);

    private final Forms forms;
    private final InstrumentRegistry registry;
    private final WriteRules rules;
    private final Store store;

    ExtractOperation(Forms forms, InstrumentRegistry registry, WriteRules rules, Store store) {
        this.forms = forms;
        this.registry = registry;
        this.rules = rules;
        this.store = store;
    }

    /** Answers with a transaction of what saving the answers would write. */
    @Operation(name = "$extract", type = QuestionnaireResponse.class, idempotent = true)
    public Bundle extract(@IdParam(optional = true) @Nullable IdType id, RequestDetails request) {
        var given = request.getResource() instanceof Parameters parameters ? parameters : new Parameters();
        if (id == null) {
            return written(sent(given));
        }
        if (given.hasParameter()) {
            throw Refusals.badRequest(parameter("On one QuestionnaireResponse there is nothing to be sent."));
        }
        var stored = store.read(QuestionnaireResponse.class, id.getIdPart());
        refuse(problems(stored));
        return written(stored);
    }

    /** What is sent is held to everything that it would be held to if it were stored, as far as it can be seen. */
    private QuestionnaireResponse sent(Parameters given) {
        if (given.getParameter().size() != 1
                || !SENT.equals(given.getParameterFirstRep().getName())
                || !(given.getParameterFirstRep().getResource() instanceof QuestionnaireResponse response)) {
            throw Refusals.badRequest(parameter("The one parameter is the QuestionnaireResponse, as its resource."));
        }
        var problems = new ArrayList<>(
                rules.check(response).stream().filter(Problem::isError).toList());
        if (problems.isEmpty()) {
            problems.addAll(problems(response));
        }
        refuse(problems.stream()
                .map(problem -> problem.within(PATH + ".resource"))
                .toList());
        return response;
    }

    private List<Problem> problems(QuestionnaireResponse response) {
        return forms.answered(response)
                .map(form -> AnswersCheck.problems(response, form))
                .orElse(List.of());
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(problems);
        }
    }

    private Bundle written(QuestionnaireResponse response) {
        var form = forms.answered(response)
                .orElseThrow(() -> Refusals.unprocessable(List.of(Problem.invalid(
                        ServerRule.OPERATION_PARAMETER,
                        "QuestionnaireResponse.questionnaire",
                        "These are no answers to the questions of an instrument, so no score comes of them.",
                        "Ask about answers to the form of an instrument."))));
        var bundle = new Bundle().setType(BundleType.TRANSACTION);
        for (var outcome : new Extraction(response, form).outcomes()) {
            add(bundle, outcome, outcome.getIdentifierFirstRep());
            MeasureRules.alerts(FhirOutcome.of(outcome), registry.instruments()).stream()
                    .map(alert -> FhirAlert.of(outcome, alert))
                    .forEach(risk -> add(bundle, risk, risk.getIdentifierFirstRep()));
        }
        return MadeForAsker.mark(bundle);
    }

    private static void add(Bundle bundle, Resource made, Identifier identifier) {
        bundle.addEntry()
                .setFullUrl("urn:uuid:"
                        + UUID.nameUUIDFromBytes(identifier.getValue().getBytes(StandardCharsets.UTF_8)))
                .setResource(made)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl("%s?identifier=%s|%s"
                        .formatted(made.fhirType(), identifier.getSystem(), identifier.getValue()));
    }

    private static Problem parameter(String text) {
        return Problem.invalid(
                ServerRule.OPERATION_PARAMETER,
                PATH,
                text,
                "The OperationDefinition of $extract says how it is called.");
    }
}
