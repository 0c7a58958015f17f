package io.github.sprigfhir.app.platform.searching;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.util.ICachedSearchDetails;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import io.github.sprigfhir.app.platform.ResourceTypes;
import io.github.sprigfhir.app.platform.SprigFeature;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Says of a chain which type it leads to, where of all types that the reference may lead to this server knows one that has
 * the parameter: HAPI would look into each of them, and refuse the search for those that are not served here.
 */
@Component
@Interceptor
class ChainTargets implements SprigFeature {

    private static final int BEFORE_ALL_OTHERS = -100;

    private final ISearchParamRegistry searchParams;

    ChainTargets(ISearchParamRegistry searchParams) {
        this.searchParams = searchParams;
    }

    @Hook(value = Pointcut.STORAGE_PRESEARCH_REGISTERED, order = BEFORE_ALL_OTHERS)
    void name(ICachedSearchDetails details, SearchParameterMap search) {
        var type = String.valueOf(details.getResourceType());
        search.entrySet().forEach(entry -> entry.getValue().forEach(alternatives -> {
            for (int i = 0; i < alternatives.size(); i++) {
                if (alternatives.get(i) instanceof ReferenceParam reference
                        && reference.getChain() != null
                        && reference.getResourceType() == null) {
                    alternatives.set(i, named(type, entry.getKey(), reference));
                }
            }
        }));
    }

    private ReferenceParam named(String type, String name, ReferenceParam reference) {
        var step = reference.getChain().replaceFirst("[.:].*", "");
        var targets = known(type, name)
                .map(parameter -> parameter.getTargets().stream()
                        .filter(ResourceTypes.served()::contains)
                        .filter(target -> known(target, step).isPresent())
                        .toList())
                .orElse(List.of());
        return targets.size() == 1
                ? new ReferenceParam(targets.get(0), reference.getChain(), reference.getValue())
                : reference;
    }

    private Optional<RuntimeSearchParam> known(String type, String name) {
        return Optional.ofNullable(searchParams.getActiveSearchParam(type, name, SearchParamLookupContextEnum.SEARCH));
    }
}
