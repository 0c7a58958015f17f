package io.github.sprigfhir.app.research;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.caller.Identities;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.research.ProjectRule;
import java.time.Clock;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;

/**
 * Lets researchers into the current release of the project for which they act, while it is open; {@link ReleasePartition}
 * keeps them in it.
 */
@Component
@Interceptor
class ProjectDoor implements SprigFeature {

    private static final int AFTER_THE_SCOPES = -900;

    private final Projects projects;
    private final Releases releases;
    private final Clock clock;

    ProjectDoor(Projects projects, Releases releases, Clock clock) {
        this.projects = projects;
        this.releases = releases;
        this.clock = clock;
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = AFTER_THE_SCOPES)
    void open(RestOperationTypeEnum interaction, ServletRequestDetails request) {
        if (interaction != RestOperationTypeEnum.METADATA && ReleasePartition.isResearch(request)) {
            Released.settle(request, current(request));
        }
    }

    private Release current(RequestDetails request) {
        var project = Identities.of(request)
                .flatMap(identity -> projects.of(identity.organisation()))
                .orElseThrow(() -> refusal(
                        ProjectRule.UNKNOWN,
                        "Your token acts for a research project that there is not on this server.",
                        "Ask the operator which project it is for; the guide's page Research says what they settle."));
        if (!project.study().isOpenOn(Project.dayOf(clock.instant()))) {
            throw refusal(
                    ProjectRule.ENDED,
                    "The research project ended on %s."
                            .formatted(project.study().lastDay()),
                    "Ask the operator for a longer one, with those who agreed to this one.");
        }
        return releases.current(project)
                .orElseThrow(() -> Refusals.unavailable(new Problem(
                        IssueSeverity.ERROR,
                        IssueType.TRANSIENT,
                        ProjectRule.NOT_RELEASED,
                        "",
                        "Nothing has been released to the research project yet.",
                        "Ask again later: the first release is being made.")));
    }

    private static RuntimeException refusal(ProjectRule rule, String text, String remedy) {
        return Refusals.forbidden(new Problem(IssueSeverity.ERROR, IssueType.FORBIDDEN, rule, "", text, remedy));
    }
}
