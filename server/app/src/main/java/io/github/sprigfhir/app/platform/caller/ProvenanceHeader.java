package io.github.sprigfhir.app.platform.caller;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import io.github.sprigfhir.app.platform.reference.References;
import io.github.sprigfhir.domain.kernel.Party;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceAgentComponent;
import org.hl7.fhir.r4.model.Reference;

/** The header X-Provenance of one request: a Provenance resource as JSON, of which the agents are read. */
final class ProvenanceHeader {

    static final String NAME = "X-Provenance";

    /** Who can act here; FHIR allows devices and related persons too, of which this server holds none. */
    private static final Set<String> AGENTS =
            Set.of("HealthcareService", "Organization", "Patient", "Practitioner", "PractitionerRole");

    private final FhirContext fhir;
    private final References references;
    private final RequestDetails request;

    ProvenanceHeader(FhirContext fhir, References references, RequestDetails request) {
        this.fhir = fhir;
        this.references = references;
        this.request = request;
    }

    /** The agents it names; none where it was not sent. */
    List<Agent> agents() {
        var sent = request.getHeaders(NAME);
        if (sent == null || sent.isEmpty()) {
            return List.of();
        }
        if (sent.size() > 1) {
            throw refusal("The header X-Provenance was sent more than once.");
        }
        var provenance = provenance(sent.get(0));
        if (!provenance.hasAgent()) {
            throw refusal("The header X-Provenance names no agent.");
        }
        return provenance.getAgent().stream().map(this::agent).toList();
    }

    /** What the parser says of a broken header may repeat it, so it is not passed on. */
    private Provenance provenance(String json) {
        try {
            return fhir.newJsonParser().parseResource(Provenance.class, json);
        } catch (DataFormatException unreadable) {
            throw refusal("The header X-Provenance is not a Provenance resource in JSON.");
        }
    }

    private Agent agent(ProvenanceAgentComponent agent) {
        return new Agent(
                party(agent.getWho(), "who"),
                agent.hasOnBehalfOf() ? Optional.of(party(agent.getOnBehalfOf(), "onBehalfOf")) : Optional.empty());
    }

    private Party party(Reference reference, String element) {
        var name = reference.hasReference() ? references.settled(reference, request) : "";
        var id = new IdType(name);
        if (id.isAbsolute() || !id.isIdPartValid() || !AGENTS.contains(String.valueOf(id.getResourceType()))) {
            throw refusal("The agent.%s of the header X-Provenance does not refer to a %s of this server."
                    .formatted(
                            element,
                            String.join(", ", AGENTS.stream().sorted().toList()).replaceFirst(", (\\w+)$", " or $1")));
        }
        return new Party(name);
    }

    static RuntimeException outsider(Party party) {
        return Refusals.forbidden(List.of(new Problem(
                IssueSeverity.ERROR,
                IssueType.FORBIDDEN,
                ServerRule.PROVENANCE_OUTSIDER,
                "",
                "The header X-Provenance names %s, which is not of the organisation that the token is for."
                        .formatted(party),
                "Name somebody of your own organisation, or leave the header out.")));
    }

    static RuntimeException refusal(String text) {
        return Refusals.badRequest(
                Problem.invalid(
                        ServerRule.PROVENANCE_HEADER,
                        "",
                        text,
                        "Send one Provenance resource as JSON in it, whose agent.who refers to who acts and agent.onBehalfOf to whom they act for; or leave the header out."));
    }
}
