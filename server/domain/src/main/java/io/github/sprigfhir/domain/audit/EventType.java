package io.github.sprigfhir.domain.audit;

/** The families of events: FHIR's own for requests, DICOM's for what no request is (PS3.15, A.5.3). */
public enum EventType {
    REST("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "RESTful Operation"),
    APPLICATION_ACTIVITY(Interaction.DICOM, "110100", "Application Activity"),
    USER_AUTHENTICATION(Interaction.DICOM, "110114", "User Authentication"),
    SECURITY_ALERT(Interaction.DICOM, "110113", "Security Alert");

    private final String system;
    private final String code;
    private final String display;

    EventType(String system, String code, String display) {
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
