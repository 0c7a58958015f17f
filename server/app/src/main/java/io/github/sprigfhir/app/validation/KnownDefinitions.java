package io.github.sprigfhir.app.validation;

import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r5.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Gives the validator its definitions, each looked up and converted to the form it wants only once.
 *
 * <p>Only what exists is remembered, so that a sender who invents URLs cannot fill the memory.
 */
final class KnownDefinitions extends WorkerContextValidationSupportAdapter {

    private record Key(Class<?> type, String url) {}

    private final Map<Key, Resource> known = new ConcurrentHashMap<>();

    KnownDefinitions(IValidationSupport support) {
        super(support);
    }

    @Override
    public <T extends Resource> @Nullable T fetchResource(Class<T> type, @Nullable String url) {
        if (url == null || url.equals(IValidationSupport.URL_PREFIX_STRUCTURE_DEFINITION)) {
            // HAPI 8.8.0 asks for the type with no name when a reference has no type, and then falls over its own
            // look-up.
            return null;
        }
        var key = new Key(type, url);
        var found = known.get(key);
        if (found == null) {
            found = super.fetchResource(type, url);
            if (found != null) {
                known.put(key, found);
            }
        }
        return type.cast(found);
    }
}
