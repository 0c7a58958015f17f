package io.github.sprigfhir.app.platform.validation;

import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceType;
import org.jspecify.annotations.Nullable;

/** Classes of references: the validator reads the type of the target from them and does not follow them. */
final class References {

    private static final Pattern REQUEST_ID = Pattern.compile("#[A-Za-z0-9]{16}");

    private References() {}

    /** The class of a reference to another resource of this server, or null for any other. */
    static @Nullable String classOf(String reference, Resource from) {
        if (Plain.isUuidUrn(reference)) {
            return "urn:uuid";
        }
        int slash = reference.indexOf('/');
        if (slash < 0) {
            return null;
        }
        var type = reference.substring(0, slash);
        var id = reference.substring(slash + 1);
        boolean toItself = id.equals(from.getIdElement().getIdPart());
        return !toItself && Plain.isId(id) && isResourceType(type) ? type : null;
    }

    /** The mark of the request that wrote the resource, which HAPI puts into meta.source. */
    static boolean isRequestId(String source) {
        return REQUEST_ID.matcher(source).matches();
    }

    private static boolean isResourceType(String name) {
        for (var type : ResourceType.values()) {
            if (type.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
