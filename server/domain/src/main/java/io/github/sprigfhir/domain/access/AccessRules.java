package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Refusal;
import io.github.sprigfhir.domain.kernel.Role;

/** Puts a wish to the table of permissions. */
public final class AccessRules {

    private AccessRules() {}

    /** Whether the caller's role may ever do that, to whichever resource of the kind. */
    public static Access decide(Identity caller, Act act, Kind kind) {
        return Permissions.of(caller.role(), act, kind) == Reach.NONE
                ? new Access.Refused(role(caller.role(), inWords(act) + " " + kind.type()))
                : new Access.Granted();
    }

    /** Whether the caller may do that to this resource; its role is judged first, so that a refusal gives nothing away. */
    public static Access decide(Identity caller, Act act, Kind kind, Relation relation) {
        var ever = decide(caller, act, kind);
        return ever instanceof Access.Granted
                ? within(Permissions.of(caller.role(), act, kind), kind.type(), relation)
                : ever;
    }

    /** Whether the caller may call that operation on this resource. */
    public static Access decide(Identity caller, Operation operation, Relation relation) {
        var reach = Permissions.of(caller.role(), operation);
        return reach == Reach.NONE
                ? new Access.Refused(role(caller.role(), "call $" + operation.code()))
                : within(reach, operation.kind().type(), relation);
    }

    /** Whether the caller may call that operation on its type. */
    public static Access decide(Identity caller, Operation operation) {
        return operation.isOnType() ? decide(caller, operation, Relation.VISIBLE) : unknownOperation(caller);
    }

    /** Decides about an operation that the table does not know: nobody may call it. */
    public static Access unknownOperation(Identity caller) {
        return new Access.Refused(role(caller.role(), "call that operation"));
    }

    /** Decides about a type that the table does not know: nobody may do anything to it. */
    public static Access unknownKind(Identity caller) {
        return new Access.Refused(role(caller.role(), "use resources of that type"));
    }

    private static Access within(Reach reach, String type, Relation relation) {
        return switch (reach) {
            case NONE -> new Access.Hidden();
            case OWN ->
                switch (relation) {
                    case OWN -> new Access.Granted();
                    case VISIBLE -> new Access.Refused(own(type));
                    case HIDDEN -> new Access.Hidden();
                };
            case CIRCLE -> relation == Relation.HIDDEN ? new Access.Hidden() : new Access.Granted();
            case ALL -> new Access.Granted();
        };
    }

    private static Refusal role(Role role, String wish) {
        return new Refusal(
                AccessRule.ROLE,
                "The role %s may not %s.".formatted(role.code(), wish),
                "The guide's page Permissions says who may do what.");
    }

    private static Refusal own(String type) {
        return new Refusal(
                AccessRule.OWN,
                "This %s is another organisation's, and only that organisation may do this to it.".formatted(type),
                "Ask that organisation to do it.");
    }

    private static String inWords(Act act) {
        return switch (act) {
            case CREATE -> "create";
            case READ -> "read";
            case UPDATE -> "change";
            case DELETE -> "delete";
            case SEARCH -> "search";
        };
    }
}
