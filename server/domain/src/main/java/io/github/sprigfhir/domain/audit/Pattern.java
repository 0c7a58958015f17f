package io.github.sprigfhir.domain.audit;

/**
 * IHE's Basic Audit Log Patterns 1.1.3, section 3:5.7.3: who is the source of the data and who its destination, and what
 * somebody who uses the client is called.
 */
public enum Pattern {
    CREATE("Create", Role.SOURCE, Role.DESTINATION, Role.AUTHOR),
    READ("Read", Role.DESTINATION, Role.SOURCE, Role.RECIPIENT),
    UPDATE("Update", Role.SOURCE, Role.DESTINATION, Role.AUTHOR),
    DELETE("Delete", Role.APPLICATION, Role.CUSTODIAN, Role.AUTHOR),
    /** The question flows from the client to the server, and that is what counts. */
    QUERY("Query", Role.SOURCE, Role.DESTINATION, Role.RECIPIENT),
    /** What IHE has no pattern for. */
    NONE("", Role.APPLICATION, Role.CUSTODIAN, Role.AUTHOR);

    private static final String BASE = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

    private final String name;
    private final Role client;
    private final Role server;
    private final Role user;

    Pattern(String name, Role client, Role server, Role user) {
        this.name = name;
        this.client = client;
        this.server = server;
        this.user = user;
    }

    /** What an agent is in an event: {@code AuditEvent.agent.type}. */
    public enum Role {
        SOURCE(Interaction.DICOM, "110153", "Source Role ID"),
        DESTINATION(Interaction.DICOM, "110152", "Destination Role ID"),
        APPLICATION(Interaction.DICOM, "110150", "Application"),
        CUSTODIAN("http://terminology.hl7.org/CodeSystem/provenance-participant-type", "custodian", "Custodian"),
        AUTHOR("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "AUT", "author (originator)"),
        RECIPIENT("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP", "information recipient"),
        /** IHE's own word for the organisation of a user. */
        ORGANISATION("http://terminology.hl7.org/CodeSystem/v3-RoleClass", "PROV", "healthcare provider");

        private final String system;
        private final String code;
        private final String display;

        Role(String system, String code, String display) {
            this.system = system;
            this.code = code;
            this.display = display;
        }

        public String system() {
            return system;
        }

        public String code() {
            return code;
        }

        public String display() {
            return display;
        }
    }

    /**
     * The profile that an event of one thing may claim.
     *
     * @param aboutAPerson whether exactly one person is concerned
     */
    public String profile(boolean aboutAPerson) {
        return BASE + (aboutAPerson ? "Patient" : "") + name;
    }

    public Role client() {
        return client;
    }

    public Role server() {
        return server;
    }

    public Role user() {
        return user;
    }
}
