package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.List;
import java.util.Optional;

/**
 * What stands on a record of a person: callers in that role of that organisation may see it; of a copy for research,
 * those of that project.
 *
 * @param organisation such as {@code Organization/42}; for researchers such as {@code ResearchStudy/loneliness}
 */
public record Label(Role role, Party organisation) {

    private static final List<String> TYPES = List.of("Organization/", "ResearchStudy/");

    /** The code under which it is stored, such as {@code provider.42}. */
    public String code() {
        var name = organisation.name();
        return role.code() + "." + name.substring(name.indexOf('/') + 1);
    }

    /** The label of that code; none where no label has it. */
    public static Optional<Label> of(String code) {
        var dot = code.indexOf('.');
        return dot < 0 || dot == code.length() - 1
                ? Optional.empty()
                : Role.of(code.substring(0, dot)).flatMap(role -> TYPES.stream()
                        .map(type -> new Party(type + code.substring(dot + 1)))
                        .filter(role::actsFor)
                        .findFirst()
                        .map(party -> new Label(role, party)));
    }

    /**
     * Takes those that go together.
     *
     * @throws IllegalArgumentException if nobody in the role acts for that party
     */
    public Label {
        if (!role.actsFor(organisation)) {
            throw new IllegalArgumentException("%s cannot act for %s".formatted(role.code(), organisation));
        }
    }
}
