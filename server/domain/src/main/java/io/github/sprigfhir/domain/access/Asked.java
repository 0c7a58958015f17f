package io.github.sprigfhir.domain.access;

import java.util.Optional;

/**
 * One thing that a search asks for.
 *
 * @param parameter its name, such as {@code patient}
 * @param chain what is asked of the resource referred to, such as {@code name}; none where the parameter stands alone
 * @param targetType the type that the chain names, if it does
 */
public record Asked(Use use, String parameter, Optional<String> chain, Optional<String> targetType) {

    /** What it is asked for. */
    public enum Use {
        /** By values as they are given. */
        FILTER,
        /** By anything else: by what something is not, by a system alone, by a set of codes. */
        LOOSE_FILTER,
        /** A condition on what refers to the resource ({@code _has}); the target type is that of what refers. */
        REVERSE,
        SORT,
        INCLUDE,
        REVINCLUDE
    }

    /** A parameter that stands alone. */
    public static Asked plain(Use use, String parameter) {
        return new Asked(use, parameter, Optional.empty(), Optional.empty());
    }

    /** As the sender wrote it, without the value. */
    String written() {
        return switch (use) {
            case REVERSE -> "_has" + targetType.map(type -> ":" + type).orElse("") + ":" + parameter;
            case SORT -> "_sort=" + name();
            case INCLUDE -> "_include=" + name();
            case REVINCLUDE -> "_revinclude=" + name();
            case FILTER, LOOSE_FILTER -> name();
        };
    }

    private String name() {
        return parameter
                + targetType.map(type -> ":" + type).orElse("")
                + chain.map(step -> "." + step).orElse("");
    }
}
