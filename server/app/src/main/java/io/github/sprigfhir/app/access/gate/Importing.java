package io.github.sprigfhir.app.access.gate;

import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.access.Grant;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Who may send services to be imported, and read what became of it: those who keep the directory, with a token for what
 * an import does. Whose services they may send is for the import to say.
 */
final class Importing {

    private static final Set<Role> ROLES = Set.of(Role.ADMINISTRATOR, Role.DIRECTORY_EDITOR);

    private Importing() {}

    static boolean isAllowed(@Nullable Authentication who) {
        return who instanceof Admitted admitted
                && ROLES.contains(admitted.identity().role())
                && List.of(Act.CREATE, Act.UPDATE).stream()
                        .allMatch(act -> admitted.scopes().allow(act, "HealthcareService") instanceof Grant.Whole
                                && admitted.scopes().allow(act, "Location") instanceof Grant.Whole);
    }
}
