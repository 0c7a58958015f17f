package io.github.sprigfhir.app.platform.caller;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.OnBehalf;
import io.github.sprigfhir.app.platform.reference.References;
import io.github.sprigfhir.domain.kernel.Caller;
import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells who asks for something: the organisation, and the user, that the access token proves. The header X-Provenance may
 * say more exactly who it is, within that organisation (spec decision 24). Where access control is off the header is
 * believed, and who does not send it is unnamed. Found out once for each request.
 */
@Component
public final class Callers {

    private static final String KEY = "sprig.caller";

    private final FhirContext fhir;
    private final References references;
    private final Standing standing;

    Callers(FhirContext fhir, References references, Standing standing) {
        this.fhir = fhir;
        this.references = references;
        this.standing = standing;
    }

    /** What one request says of its sender, and all for whom they speak. */
    private record Stated(List<Agent> agents, Set<Party> spokenFor) {}

    /**
     * Who asks, with those among the parties concerned for whom they may act.
     *
     * @param request null or the server's own where we act ourselves
     */
    public Caller of(@Nullable RequestDetails request, Collection<Party> concerned) {
        if (request == null || request instanceof SystemRequestDetails) {
            return new Caller.Server();
        }
        var stated = stated(request);
        if (stated.agents().isEmpty()) {
            return new Caller.Unnamed();
        }
        var parties = new HashSet<>(stated.spokenFor());
        concerned.stream()
                .filter(party -> !Collections.disjoint(standing.speakersFor(party), stated.spokenFor()))
                .forEach(parties::add);
        return new Caller.Named(parties);
    }

    /**
     * Who is responsible for a request: the agents that it names, in its order; where it names none, who its token is
     * from; nobody where there is no token either. Refuses a malformed header, and one that names others.
     */
    public List<Agent> agents(@Nullable RequestDetails request) {
        if (request instanceof OnBehalf onBehalf) {
            return agents(onBehalf.asked());
        }
        return request == null || request instanceof SystemRequestDetails
                ? List.of()
                : stated(request).agents();
    }

    private Stated stated(RequestDetails request) {
        if (request.getUserData().get(KEY) instanceof Stated known) {
            return known;
        }
        var named = new ProvenanceHeader(fhir, references, request).agents();
        var agents =
                Identities.of(request).map(identity -> proven(identity, named)).orElse(named);
        var spokenFor = new HashSet<Party>();
        agents.stream()
                .flatMap(agent -> Stream.concat(Stream.of(agent.who()), agent.onBehalfOf().stream()))
                .map(this::spokenFor)
                .forEach(spokenFor::addAll);
        var stated = new Stated(agents, Set.copyOf(spokenFor));
        request.getUserData().put(KEY, stated);
        return stated;
    }

    private List<Agent> proven(Identity identity, List<Agent> named) {
        if (named.isEmpty() && identity.role() == Role.RESEARCHER) {
            // They write nothing, and speak for nobody.
            return List.of();
        }
        if (named.isEmpty()) {
            return List.of(identity.user()
                    .map(user -> new Agent(user, Optional.of(identity.organisation())))
                    .orElseGet(() -> new Agent(identity.organisation(), Optional.empty())));
        }
        named.stream()
                .flatMap(agent -> Stream.concat(Stream.of(agent.who()), agent.onBehalfOf().stream()))
                .filter(party -> !party.equals(identity.organisation()))
                .filter(party -> !identity.user().equals(Optional.of(party)))
                .filter(party -> !standing.belongsTo(party, identity.organisation()))
                .findFirst()
                .ifPresent(party -> {
                    throw ProvenanceHeader.outsider(party);
                });
        return named;
    }

    private Set<Party> spokenFor(Party party) {
        return standing.spokenForBy(party)
                .orElseThrow(() -> ProvenanceHeader.refusal(
                        "The header X-Provenance names %s, which is not here.".formatted(party)));
    }
}
