package io.github.sprigfhir.app.platform.writing;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.ResourceTypes;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets through the interactions that the CapabilityStatement lists, and refuses the rest of what HAPI could do. */
@Component
@Interceptor
class OnlyWhatWeOffer implements SprigFeature {

    static final String INDEX_ONLY = "unique-identifier";

    private static final Set<RestOperationTypeEnum> READING = EnumSet.of(
            RestOperationTypeEnum.READ,
            RestOperationTypeEnum.VREAD,
            RestOperationTypeEnum.SEARCH_TYPE,
            RestOperationTypeEnum.HISTORY_INSTANCE,
            RestOperationTypeEnum.METADATA);

    private static final Set<RestOperationTypeEnum> WRITING = EnumSet.of(
            RestOperationTypeEnum.CREATE,
            RestOperationTypeEnum.UPDATE,
            RestOperationTypeEnum.PATCH,
            RestOperationTypeEnum.DELETE,
            RestOperationTypeEnum.TRANSACTION);

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    void check(RestOperationTypeEnum interaction, RequestDetails request) {
        refuseIndexOnlyParameters(request);
        if (READING.contains(interaction)) {
            return;
        }
        if (OwnOperation.isOffered(request)) {
            return;
        }
        if (!WRITING.contains(interaction)) {
            throw refusal("This server does not offer that operation.");
        }
        if (isDefinition(request.getResourceName())) {
            throw refusal("%s resources are read-only here: they come with the FHIR package."
                    .formatted(request.getResourceName()));
        }
        if (isOurRecord(request.getResourceName())) {
            throw refusal("%s resources are read-only here: the server writes them with each change."
                    .formatted(request.getResourceName()));
        }
    }

    /** HAPI makes a search parameter of every uniqueness rule, but cannot search by it. */
    private static void refuseIndexOnlyParameters(RequestDetails request) {
        for (var name : request.getParameters().keySet()) {
            if (name.startsWith(INDEX_ONLY)) {
                throw Refusals.badRequest(new Problem(
                        IssueSeverity.ERROR,
                        IssueType.NOTSUPPORTED,
                        ServerRule.UNKNOWN_SEARCH_PARAMETER,
                        "",
                        "Unknown search parameter \"%s\".".formatted(INDEX_ONLY),
                        "Search by identifier."));
            }
        }
    }

    private static boolean isDefinition(@Nullable String type) {
        return type != null && ResourceTypes.DEFINITIONS.contains(type);
    }

    private static boolean isOurRecord(@Nullable String type) {
        return type != null && ResourceTypes.OUR_RECORDS.contains(type);
    }

    private static RuntimeException refusal(String text) {
        return Refusals.notAllowed(new Problem(
                IssueSeverity.ERROR,
                IssueType.NOTSUPPORTED,
                ServerRule.NOT_SUPPORTED,
                "",
                text,
                "The CapabilityStatement lists what this server does."));
    }
}
