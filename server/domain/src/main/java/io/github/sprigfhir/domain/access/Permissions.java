package io.github.sprigfhir.domain.access;

import static io.github.sprigfhir.domain.access.Act.CREATE;
import static io.github.sprigfhir.domain.access.Act.DELETE;
import static io.github.sprigfhir.domain.access.Act.READ;
import static io.github.sprigfhir.domain.access.Act.SEARCH;
import static io.github.sprigfhir.domain.access.Act.UPDATE;
import static io.github.sprigfhir.domain.access.Kind.AUDIT_EVENT;
import static io.github.sprigfhir.domain.access.Kind.CARE_PLAN;
import static io.github.sprigfhir.domain.access.Kind.COMMUNICATION;
import static io.github.sprigfhir.domain.access.Kind.COMPOSITION;
import static io.github.sprigfhir.domain.access.Kind.CONDITION;
import static io.github.sprigfhir.domain.access.Kind.CONSENT;
import static io.github.sprigfhir.domain.access.Kind.DEFINITION;
import static io.github.sprigfhir.domain.access.Kind.ENCOUNTER;
import static io.github.sprigfhir.domain.access.Kind.FLAG;
import static io.github.sprigfhir.domain.access.Kind.GOAL;
import static io.github.sprigfhir.domain.access.Kind.HEALTHCARE_SERVICE;
import static io.github.sprigfhir.domain.access.Kind.LOCATION;
import static io.github.sprigfhir.domain.access.Kind.OBSERVATION;
import static io.github.sprigfhir.domain.access.Kind.ORGANIZATION;
import static io.github.sprigfhir.domain.access.Kind.PATIENT;
import static io.github.sprigfhir.domain.access.Kind.PRACTITIONER;
import static io.github.sprigfhir.domain.access.Kind.PRACTITIONER_ROLE;
import static io.github.sprigfhir.domain.access.Kind.PROVENANCE;
import static io.github.sprigfhir.domain.access.Kind.QUESTIONNAIRE_RESPONSE;
import static io.github.sprigfhir.domain.access.Kind.SERVICE_REQUEST;
import static io.github.sprigfhir.domain.access.Kind.SUBSCRIPTION;
import static io.github.sprigfhir.domain.access.Kind.TASK;
import static io.github.sprigfhir.domain.access.Reach.ALL;
import static io.github.sprigfhir.domain.access.Reach.CIRCLE;
import static io.github.sprigfhir.domain.access.Reach.NONE;
import static io.github.sprigfhir.domain.access.Reach.OWN;
import static io.github.sprigfhir.domain.kernel.Role.ADMINISTRATOR;
import static io.github.sprigfhir.domain.kernel.Role.COMMISSIONER;
import static io.github.sprigfhir.domain.kernel.Role.CONTROLLER;
import static io.github.sprigfhir.domain.kernel.Role.DIRECTORY_EDITOR;
import static io.github.sprigfhir.domain.kernel.Role.LINK_WORKER;
import static io.github.sprigfhir.domain.kernel.Role.PROVIDER;
import static io.github.sprigfhir.domain.kernel.Role.REFERRER;
import static io.github.sprigfhir.domain.kernel.Role.RESEARCHER;

import io.github.sprigfhir.domain.kernel.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which role may do what to which kind of resource at most (domain facts, section 12; spec decision 31). What is not in
 * it nobody may do. A record is never deleted, but marked as ended or as entered in error.
 */
public final class Permissions {

    private static final Set<Kind> ENTRIES = Set.of(HEALTHCARE_SERVICE, LOCATION, PRACTITIONER, PRACTITIONER_ROLE);
    private static final Set<Role> EDITORS = Set.of(DIRECTORY_EDITOR, LINK_WORKER);
    private static final Set<Kind> DIRECTORY =
            Stream.of(Kind.values()).filter(Kind::isDirectory).collect(Collectors.toUnmodifiableSet());

    private static final List<Permission> TABLE = List.of(
            // A GP system sends, keeps what it sent up to date, withdraws it, and hears back.
            may(REFERRER, OWN, acts(CREATE), PATIENT, CONSENT, FLAG, SERVICE_REQUEST, TASK, SUBSCRIPTION),
            may(REFERRER, OWN, acts(UPDATE), PATIENT, FLAG, SERVICE_REQUEST, TASK),
            // What it knows of the person besides: its own entries, and scores that it took itself.
            may(REFERRER, OWN, acts(CREATE, UPDATE), CONDITION, COMPOSITION, OBSERVATION, QUESTIONNAIRE_RESPONSE),
            may(REFERRER, OWN, acts(CREATE, UPDATE), CARE_PLAN),
            may(REFERRER, CIRCLE, acts(READ, SEARCH), CONDITION, COMPOSITION, QUESTIONNAIRE_RESPONSE, CARE_PLAN),
            may(REFERRER, CIRCLE, acts(UPDATE), CONSENT, SUBSCRIPTION),
            may(REFERRER, CIRCLE, acts(READ, SEARCH), PATIENT, CONSENT, FLAG, SERVICE_REQUEST, TASK),
            may(REFERRER, CIRCLE, acts(READ, SEARCH), OBSERVATION, COMMUNICATION, SUBSCRIPTION, PROVENANCE),
            may(REFERRER, CIRCLE, acts(DELETE), SUBSCRIPTION),
            // A link worker works the whole of each episode, and leaves alone what others have observed.
            may(LINK_WORKER, OWN, acts(CREATE), PATIENT, CONSENT, FLAG, SERVICE_REQUEST, TASK, SUBSCRIPTION),
            may(LINK_WORKER, OWN, acts(CREATE, UPDATE), ENCOUNTER, OBSERVATION, COMMUNICATION, QUESTIONNAIRE_RESPONSE),
            may(LINK_WORKER, OWN, acts(CREATE, UPDATE), CONDITION, COMPOSITION),
            may(LINK_WORKER, CIRCLE, acts(READ, SEARCH), CONDITION, COMPOSITION),
            may(LINK_WORKER, OWN, acts(CREATE), GOAL, CARE_PLAN),
            may(LINK_WORKER, CIRCLE, acts(UPDATE), PATIENT, CONSENT, FLAG, SERVICE_REQUEST, TASK, GOAL, SUBSCRIPTION),
            may(LINK_WORKER, CIRCLE, acts(UPDATE), CARE_PLAN),
            may(LINK_WORKER, CIRCLE, acts(READ, SEARCH), PATIENT, CONSENT, FLAG, SERVICE_REQUEST, TASK, ENCOUNTER),
            may(LINK_WORKER, CIRCLE, acts(READ, SEARCH), OBSERVATION, GOAL, COMMUNICATION, SUBSCRIPTION, PROVENANCE),
            may(LINK_WORKER, CIRCLE, acts(READ, SEARCH), CARE_PLAN, QUESTIONNAIRE_RESPONSE),
            may(LINK_WORKER, CIRCLE, acts(DELETE), SUBSCRIPTION),
            // A community service moves the handovers that it owns, and reports on them.
            may(PROVIDER, CIRCLE, acts(UPDATE), TASK, SUBSCRIPTION),
            may(PROVIDER, OWN, acts(CREATE, UPDATE), ENCOUNTER, OBSERVATION),
            may(PROVIDER, OWN, acts(CREATE), SUBSCRIPTION),
            may(PROVIDER, CIRCLE, acts(READ, SEARCH), PATIENT, FLAG, SERVICE_REQUEST, TASK, ENCOUNTER, OBSERVATION),
            may(PROVIDER, CIRCLE, acts(READ, SEARCH), COMMUNICATION, SUBSCRIPTION, PROVENANCE),
            may(PROVIDER, CIRCLE, acts(DELETE), SUBSCRIPTION),
            // And says how much room it has (EntryParts).
            may(PROVIDER, OWN, acts(UPDATE), HEALTHCARE_SERVICE),
            // A researcher reads the copies that were made for their project.
            may(RESEARCHER, CIRCLE, acts(READ, SEARCH), PATIENT, SERVICE_REQUEST, TASK, ENCOUNTER, OBSERVATION),
            may(RESEARCHER, CIRCLE, acts(READ, SEARCH), GOAL, CARE_PLAN, QUESTIONNAIRE_RESPONSE),
            // The directory: read by everybody; kept by each organisation for itself, and by the administrator.
            new Permission(EnumSet.allOf(Role.class), ALL, acts(READ, SEARCH), DIRECTORY),
            new Permission(EDITORS, OWN, acts(CREATE, UPDATE), ENTRIES),
            new Permission(EDITORS, OWN, acts(UPDATE), Set.of(ORGANIZATION)),
            may(DIRECTORY_EDITOR, OWN, acts(DELETE), HEALTHCARE_SERVICE, LOCATION, PRACTITIONER_ROLE),
            new Permission(Set.of(ADMINISTRATOR), ALL, acts(CREATE, UPDATE, DELETE), DIRECTORY),
            // What came with the package, and what was done here.
            new Permission(EnumSet.allOf(Role.class), ALL, acts(READ, SEARCH), Set.of(DEFINITION)),
            may(ADMINISTRATOR, ALL, acts(READ, SEARCH), AUDIT_EVENT),
            // Who looked: for one person whom they see, and when that person asks (SightRules, spec decision 46).
            new Permission(Set.of(REFERRER, LINK_WORKER), CIRCLE, acts(SEARCH), Set.of(AUDIT_EVENT)));

    /** Operations are called on what the caller may see, or on a type. */
    private static final Map<Operation, Set<Role>> OPERATIONS = Map.ofEntries(
            Map.entry(Operation.HANDOVER, Set.of(LINK_WORKER)),
            Map.entry(Operation.ESCALATE, Set.of(LINK_WORKER)),
            Map.entry(Operation.RETURN, Set.of(LINK_WORKER, PROVIDER)),
            Map.entry(Operation.COMPLETENESS, Set.of(REFERRER, LINK_WORKER)),
            Map.entry(Operation.STATUS, Set.of(REFERRER, LINK_WORKER, PROVIDER)),
            Map.entry(Operation.FIND_SERVICES, Set.of(REFERRER, LINK_WORKER, PROVIDER, DIRECTORY_EDITOR)),
            Map.entry(Operation.EVALUATE_MEASURE, Set.of(COMMISSIONER, LINK_WORKER, ADMINISTRATOR)),
            Map.entry(Operation.OUTCOMES, Set.of(REFERRER, LINK_WORKER, PROVIDER)),
            Map.entry(Operation.EVERYTHING, Set.of(REFERRER, LINK_WORKER)),
            // Whoever may read Observations; of these, what they may see.
            Map.entry(Operation.LASTN, Set.of(REFERRER, LINK_WORKER, PROVIDER, RESEARCHER)),
            Map.entry(Operation.EXTRACT, Set.of(LINK_WORKER)),
            // Of what was released to the project; of everything, where somebody answers for it.
            Map.entry(Operation.EXPORT, Set.of(RESEARCHER, CONTROLLER)),
            Map.entry(Operation.EXPORT_STATUS, Set.of(RESEARCHER, CONTROLLER)),
            Map.entry(Operation.EXPORT_FILE, Set.of(RESEARCHER, CONTROLLER)),
            Map.entry(Operation.VIEWDEFINITION_RUN, Set.of(RESEARCHER, CONTROLLER)),
            // What codes mean is nobody's secret.
            Map.entry(Operation.LOOKUP, EnumSet.allOf(Role.class)),
            Map.entry(Operation.SUBSUMES, EnumSet.allOf(Role.class)),
            Map.entry(Operation.VALIDATE_CODE, EnumSet.allOf(Role.class)),
            Map.entry(Operation.EXPAND, EnumSet.allOf(Role.class)),
            Map.entry(Operation.TRANSLATE, EnumSet.allOf(Role.class)));

    private Permissions() {}

    /** How far a role may do that; {@link Reach#NONE} where no row says more. */
    public static Reach of(Role role, Act act, Kind kind) {
        return TABLE.stream()
                .filter(permission -> permission.isOf(role, act, kind))
                .map(Permission::reach)
                .findFirst()
                .orElse(NONE);
    }

    /** How far a role may call an operation. */
    public static Reach of(Role role, Operation operation) {
        return OPERATIONS.getOrDefault(operation, Set.of()).contains(role) ? CIRCLE : NONE;
    }

    static List<Permission> table() {
        return TABLE;
    }

    private static Permission may(Role role, Reach reach, Set<Act> acts, Kind... kinds) {
        return new Permission(Set.of(role), reach, acts, Set.of(kinds));
    }

    private static Set<Act> acts(Act first, Act... more) {
        return EnumSet.of(first, more);
    }
}
