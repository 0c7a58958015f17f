package io.github.sprigfhir.domain.kernel;

import java.util.Arrays;
import java.util.Optional;

/** What somebody is here, and so what they may see and do at most (domain facts, section 12). */
public enum Role {
    /** Sends referrals, and reads what it sent and the feedback on it. */
    REFERRER("referrer"),
    /** Works all referrals of its own service. */
    LINK_WORKER("link-worker"),
    /** Sees the handovers it owns, and the minimum about those people. */
    PROVIDER("provider"),
    /** Reads pseudonymised records of people who agreed to it. */
    RESEARCHER("researcher"),
    /** Reads aggregates, and no records. */
    COMMISSIONER("commissioner"),
    /** Maintains its own organisation's entries of the directory. */
    DIRECTORY_EDITOR("directory-editor"),
    /** Configures the server and reviews the audit; reads no records of people. */
    ADMINISTRATOR("administrator"),
    /** Answers for all records here, and takes them away as a whole; reads none one by one. */
    CONTROLLER("controller");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether somebody in this role may act for that party: a researcher for a project, everybody else for an organisation. */
    public boolean actsFor(Party party) {
        var type = this == RESEARCHER ? "ResearchStudy/" : "Organization/";
        return party.name().startsWith(type) && party.name().length() > type.length();
    }

    /** The role of that code; none where no role has it. */
    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
