package io.github.sprigfhir.domain.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything that is recorded, as a table: the action, the type, the subtype and IHE's pattern of each. */
public enum Interaction {
    READ(Action.READ, "read", Pattern.READ),
    VREAD(Action.READ, "vread", Pattern.READ),
    HISTORY_INSTANCE(Action.READ, "history-instance", Pattern.NONE),
    HISTORY_TYPE(Action.READ, "history-type", Pattern.NONE),
    HISTORY_SYSTEM(Action.READ, "history-system", Pattern.NONE),
    SEARCH_TYPE(Action.EXECUTE, "search-type", Pattern.QUERY),
    SEARCH_SYSTEM(Action.EXECUTE, "search-system", Pattern.QUERY),
    CREATE(Action.CREATE, "create", Pattern.CREATE),
    UPDATE(Action.UPDATE, "update", Pattern.UPDATE),
    PATCH(Action.UPDATE, "patch", Pattern.UPDATE),
    DELETE(Action.DELETE, "delete", Pattern.DELETE),
    TRANSACTION(Action.EXECUTE, "transaction", Pattern.NONE),
    BATCH(Action.EXECUTE, "batch", Pattern.NONE),
    OPERATION(Action.EXECUTE, "operation", Pattern.NONE),
    CAPABILITIES(Action.READ, "capabilities", Pattern.NONE),
    /** A token was asked for. */
    LOGIN(EventType.USER_AUTHENTICATION, "110122", "Login"),
    /** A token was given back. */
    LOGOUT(EventType.USER_AUTHENTICATION, "110123", "Logout"),
    /** A client was registered, changed or removed. */
    CLIENT_CHANGE(EventType.SECURITY_ALERT, "110137", "User Security Attributes Changed"),
    START(EventType.APPLICATION_ACTIVITY, "110120", "Application Start"),
    STOP(EventType.APPLICATION_ACTIVITY, "110121", "Application Stop"),
    /** A request that is none of FHIR's. */
    UNKNOWN(Action.EXECUTE, "", Pattern.NONE);

    static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String RESTFUL = "http://hl7.org/fhir/restful-interaction";

    private final Action action;
    private final EventType type;
    private final String system;
    private final String code;
    private final String display;
    private final Pattern pattern;

    Interaction(Action action, String code, Pattern pattern) {
        this.action = action;
        this.type = EventType.REST;
        this.system = RESTFUL;
        this.code = code;
        this.display = code;
        this.pattern = pattern;
    }

    Interaction(EventType type, String code, String display) {
        this.action = Action.EXECUTE;
        this.type = type;
        this.system = DICOM;
        this.code = code;
        this.display = display;
        this.pattern = Pattern.NONE;
    }

    /**
     * What a request asks for, as its method and address say.
     *
     * @param path the segments below the FHIR base; none for the base itself
     */
    public static Interaction asked(String method, List<String> path) {
        if (path.stream().anyMatch(segment -> segment.startsWith("$"))) {
            return OPERATION;
        }
        return switch (method.toUpperCase(Locale.ROOT)) {
            case "GET", "HEAD" -> reading(path);
            case "POST" ->
                switch (path.size()) {
                    case 0 -> TRANSACTION;
                    case 1 -> path.get(0).equals("_search") ? SEARCH_SYSTEM : CREATE;
                    case 2 -> path.get(1).equals("_search") ? SEARCH_TYPE : UNKNOWN;
                    default -> UNKNOWN;
                };
            case "PUT" -> UPDATE;
            case "PATCH" -> PATCH;
            case "DELETE" -> DELETE;
            // A browser asks what it may ask.
            case "OPTIONS" -> CAPABILITIES;
            default -> UNKNOWN;
        };
    }

    private static Interaction reading(List<String> path) {
        return switch (path.size()) {
            case 0 -> SEARCH_SYSTEM;
            case 1 ->
                switch (path.get(0)) {
                    case "metadata", ".well-known" -> CAPABILITIES;
                    case "_history" -> HISTORY_SYSTEM;
                    default -> SEARCH_TYPE;
                };
            case 2 ->
                path.get(0).equals(".well-known") ? CAPABILITIES : path.get(1).equals("_history") ? HISTORY_TYPE : READ;
            case 3 -> path.get(2).equals("_history") ? HISTORY_INSTANCE : UNKNOWN;
            case 4 -> path.get(2).equals("_history") ? VREAD : UNKNOWN;
            default -> UNKNOWN;
        };
    }

    /** The interactions with that code of subtype, whatever its system. */
    public static List<Interaction> ofSubtype(String code) {
        return Arrays.stream(values())
                .filter(interaction -> interaction.code.equals(code))
                .toList();
    }

    public Action action() {
        return action;
    }

    public EventType type() {
        return type;
    }

    /** The system of the subtype's code. */
    public String system() {
        return system;
    }

    /** The code of the subtype; empty where there is none. */
    public String code() {
        return code;
    }

    public String display() {
        return display;
    }

    /** Whether the addresses of such a request hold a question. */
    public boolean isSearch() {
        return pattern == Pattern.QUERY;
    }

    /** IHE's pattern for such an event where it is a success, if there is one. */
    public Optional<Pattern> pattern() {
        return pattern == Pattern.NONE ? Optional.empty() : Optional.of(pattern);
    }
}
