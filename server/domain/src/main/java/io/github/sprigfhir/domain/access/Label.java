package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.Optional;

/**
 * What stands on a record of a person: callers in that role of that organisation may see it.
 *
 * @param organisation such as {@code Organization/42}
 */
public record Label(Role role, Party organisation) {

    private static final String TYPE = "Organization/";

    /** The code under which it is stored, such as {@code provider.42}. */
    public String code() {
        return role.code() + "." + organisation.name().substring(TYPE.length());
    }

    /** The label of that code; none where no label has it. */
    public static Optional<Label> of(String code) {
        var dot = code.indexOf('.');
        return dot < 0 || dot == code.length() - 1
                ? Optional.empty()
                : Role.of(code.substring(0, dot))
                        .map(role -> new Label(role, new Party(TYPE + code.substring(dot + 1))));
    }

    public Label {
        if (!organisation.name().startsWith(TYPE) || organisation.name().length() == TYPE.length()) {
            throw new IllegalArgumentException("only an organisation has a label, not " + organisation);
        }
    }
}
