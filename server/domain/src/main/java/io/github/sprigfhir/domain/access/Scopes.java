package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.access.Scope.Level;
import io.github.sprigfhir.domain.access.ScopeReading.OnResources;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.Collection;
import java.util.List;

/** The scopes of one token, in one level: what none of them speaks of is not allowed. */
public record Scopes(Level level, List<Scope> granted) {

    /** The same as no scope: nothing. */
    public static final Scopes NONE = new Scopes(Level.SYSTEM, List.of());

    public Scopes {
        granted = granted.stream().filter(scope -> scope.level() == level).toList();
    }

    /** Those of the level among the texts; what cannot be read, or is of another level, grants nothing. */
    public static Scopes of(Level level, Collection<String> texts) {
        return new Scopes(
                level,
                texts.stream()
                        .map(Scope::read)
                        .flatMap(reading -> reading instanceof OnResources good
                                ? List.of(good.scope()).stream()
                                : List.<Scope>of().stream())
                        .toList());
    }

    /** The most that a client or a user of a role may be registered for; the rules of each record come on top. */
    public static Scopes most(Level level, Role role) {
        var letters =
                switch (role) {
                    case REFERRER, LINK_WORKER, PROVIDER, DIRECTORY_EDITOR, ADMINISTRATOR -> "cruds";
                    case RESEARCHER, COMMISSIONER, CONTROLLER -> "rs";
                };
        return switch (level) {
            case SYSTEM -> of(level, List.of("system/*." + letters));
            case USER -> of(level, List.of("user/*." + letters));
            case PATIENT -> new Scopes(level, List.of());
        };
    }

    /** Whether an act on resources of a type is allowed. */
    public Grant allow(Act act, String type) {
        var speaking =
                granted.stream().filter(scope -> scope.speaksOf(act, type)).toList();
        if (level == Level.PATIENT || speaking.isEmpty()) {
            return new Grant.Nothing(TokenRule.SCOPE_MISSING);
        }
        return speaking.stream().anyMatch(Scope::isWhole)
                ? new Grant.Whole()
                : new Grant.PartOnly(speaking.stream().map(Scope::part).toList());
    }

    /** Whether somebody who has these may be given that one: it reaches no further in any of its acts. */
    public boolean cover(Scope asked) {
        return asked.level() == level
                && asked.acts().stream().allMatch(act -> granted.stream()
                        .filter(own -> own.speaksOf(act, asked.type()))
                        .anyMatch(own -> own.isWhole() || own.part().equals(asked.part())));
    }
}
