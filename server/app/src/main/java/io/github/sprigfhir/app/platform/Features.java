package io.github.sprigfhir.app.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Joins every {@link SprigFeature} to the place that calls it: storage hooks to the store, so that our own writes pass
 * them too; HTTP hooks and operations to the FHIR servlet. HAPI calls both for a request, so one in both would run twice.
 */
@Component
final class Features {

    private final List<SprigFeature> features;

    Features(List<SprigFeature> features, IInterceptorService store) {
        this.features = features;
        features.stream().filter(Features::guardsStorage).forEach(store::registerInterceptor);
    }

    void joinTo(RestfulServer server) {
        for (var feature : features) {
            if (!feature.getClass().isAnnotationPresent(Interceptor.class)) {
                server.registerProvider(feature);
            } else if (!guardsStorage(feature)) {
                server.registerInterceptor(feature);
            }
        }
    }

    private static boolean guardsStorage(SprigFeature feature) {
        var sides = Arrays.stream(feature.getClass().getDeclaredMethods())
                .map(method -> method.getAnnotation(Hook.class))
                .filter(Objects::nonNull)
                .map(hook -> hook.value().name().startsWith("STORAGE_"))
                .collect(Collectors.toSet());
        if (sides.size() > 1) {
            throw new IllegalStateException(feature.getClass() + " hooks both storage and HTTP; make it two classes");
        }
        return sides.contains(true);
    }
}
