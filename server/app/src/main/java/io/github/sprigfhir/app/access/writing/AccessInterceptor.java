package io.github.sprigfhir.app.access.writing;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.caller.Identities;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.access.Operation;
import io.github.sprigfhir.domain.kernel.Identity;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Judges each request for one resource before anything is done for it, so that what is not there and what the caller may
 * not see are answered alike. Storage judges again; entries of transactions are judged there alone.
 */
@Component
@Interceptor
class AccessInterceptor implements SprigFeature {

    private static final int BEFORE_ALL_JUDGES = -100;

    private final AccessGate gate;
    private final ReferenceCheck references;

    AccessInterceptor(AccessGate gate, ReferenceCheck references) {
        this.gate = gate;
        this.references = references;
    }

    /** HAPI reads the condition of a request right after this. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    void narrowCondition(RequestDetails request) {
        var caller = Identities.of(request);
        var condition = caller.isEmpty() || request.getRestOperationType() == null
                ? null
                : condition(request.getRestOperationType(), request);
        if (condition != null) {
            var type = String.valueOf(request.getResourceName());
            request.setFixedConditionalUrl(Conditions.narrowed(type, condition, caller.get(), ""));
        }
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = BEFORE_ALL_JUDGES)
    void judge(RestOperationTypeEnum interaction, RequestDetails request) {
        Identities.of(request).ifPresent(caller -> judge(caller, interaction, request));
    }

    private void judge(Identity caller, RestOperationTypeEnum interaction, RequestDetails request) {
        var type = request.getResourceName();
        switch (interaction) {
            case METADATA, GET_PAGE, TRANSACTION, BATCH -> {}
            case READ, VREAD, HISTORY_INSTANCE -> gate.byRole(caller, Act.READ, type, "");
            case SEARCH_TYPE, HISTORY_TYPE -> gate.byRole(caller, Act.SEARCH, type, "");
            case CREATE -> {
                gate.byRole(caller, Act.CREATE, type, "");
                judgeLabels(request);
            }
            case UPDATE -> {
                byId(caller, Act.UPDATE, request, id -> Refusals.serverAssignsIds(String.valueOf(type)));
                judgeLabels(request);
            }
            case PATCH -> byId(caller, Act.UPDATE, request, Refusals::notFound);
            case DELETE -> byId(caller, Act.DELETE, request, Refusals::notFound);
            default -> operation(caller, request);
        }
    }

    private void byId(
            Identity caller, Act act, RequestDetails request, Function<IIdType, BaseServerResponseException> hidden) {
        var id = request.getId();
        if (id == null || !id.hasIdPart()) {
            gate.byRole(caller, act, request.getResourceName(), "");
        } else {
            gate.byId(caller, act, id.withResourceType(request.getResourceName()), request, "", hidden);
        }
    }

    /** What an operation is told to use is read with the server's own eyes, so the caller's are asked first. */
    private void operation(Identity caller, RequestDetails request) {
        var name = request.getOperation();
        // A Group is no record: the operation itself says what there is of it.
        var on = "Group".equals(request.getResourceName()) ? null : request.getId();
        gate.byOperation(caller, named(name), on, request);
        if (request.getResource() instanceof Parameters parameters) {
            parameters.getParameter().stream()
                    .map(Parameters.ParametersParameterComponent::getValue)
                    .filter(Reference.class::isInstance)
                    .map(value -> ((Reference) value).getReferenceElement())
                    .filter(id -> id.hasIdPart() && references.isHidden(address(id), caller, request))
                    .findFirst()
                    .ifPresent(hidden -> {
                        throw Refusals.notFound(new IdType(address(hidden)));
                    });
        }
    }

    private static Optional<Operation> named(@Nullable String name) {
        return name == null || !name.startsWith("$") ? Optional.empty() : Operation.ofCode(name.substring(1));
    }

    private static String address(IIdType id) {
        return id.toUnqualifiedVersionless().getValue();
    }

    private static void judgeLabels(RequestDetails request) {
        if (request.getResource() instanceof Resource sent) {
            var problems = LabelCheck.ofSent(sent);
            if (!problems.isEmpty()) {
                throw Refusals.unprocessable(problems);
            }
        }
    }

    /** What a request makes depend on a search; none where it names an id, or nothing at all. */
    private static @Nullable String condition(RestOperationTypeEnum interaction, RequestDetails request) {
        return switch (interaction) {
            case CREATE, UPDATE, PATCH, DELETE -> request.getConditionalUrl(interaction);
            default -> null;
        };
    }
}
