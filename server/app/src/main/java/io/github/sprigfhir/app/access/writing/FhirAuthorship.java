package io.github.sprigfhir.app.access.writing;

import io.github.sprigfhir.domain.access.Authorship;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Task;

/** Reads whom a resource names as having made it or asked for it. */
final class FhirAuthorship {

    private static final String FILTER =
            "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-filter-criteria";

    private static final String OVERRIDE = "https://sprig-fhir.github.io/ig/StructureDefinition/assurance-override";

    private FhirAuthorship() {}

    /** The references that stand in an element; none where it says nothing. */
    static List<Reference> named(Resource resource, Authorship element) {
        var all =
                switch (element) {
                    case KEEPER_OF_THE_RECORD -> Stream.of(((Patient) resource).getManagingOrganization());
                    case CONSENT_TAKER -> ((Consent) resource).getOrganization().stream();
                    case RISK_AUTHOR -> Stream.of(((Flag) resource).getAuthor());
                    case PROBLEM_RECORDER -> Stream.of(((Condition) resource).getRecorder());
                    case SUMMARY_AUTHOR -> ((Composition) resource).getAuthor().stream();
                    case REFERRER -> Stream.of(((ServiceRequest) resource).getRequester());
                    case OVERRIDER -> overriders((ServiceRequest) resource);
                    case REQUESTER -> Stream.of(((Task) resource).getRequester());
                    case CONTACT_PROVIDER -> Stream.of(((Encounter) resource).getServiceProvider());
                    case CONTACT_PARTICIPANT ->
                        ((Encounter) resource)
                                .getParticipant().stream().map(Encounter.EncounterParticipantComponent::getIndividual);
                    case OBSERVER -> ((Observation) resource).getPerformer().stream();
                    case SENDER -> Stream.of(((Communication) resource).getSender());
                    case ANSWER_WRITER -> Stream.of(((QuestionnaireResponse) resource).getAuthor());
                    case PLAN_AUTHOR -> Stream.of(((CarePlan) resource).getAuthor());
                    case GOAL_SETTER -> Stream.of(((Goal) resource).getExpressedBy());
                    case SUBSCRIBER -> filtered((Subscription) resource);
                };
        return all.filter(reference -> !reference.isEmpty()).toList();
    }

    private static Stream<Reference> overriders(ServiceRequest request) {
        return request.getExtensionsByUrl(OVERRIDE).stream()
                .flatMap(override -> override.getExtensionsByUrl("by").stream())
                .map(Extension::getValue)
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast);
    }

    /** The parties of filters such as {@code Task?owner=HealthcareService/42}. */
    private static Stream<Reference> filtered(Subscription subscription) {
        return subscription.getCriteriaElement().getExtensionsByUrl(FILTER).stream()
                .filter(filter -> filter.getValue() instanceof StringType)
                .map(filter -> filter.getValue().primitiveValue())
                .map(filter -> new Reference(filter.substring(filter.indexOf('=') + 1)));
    }
}
