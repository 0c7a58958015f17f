package io.github.sprigfhir.domain.referral;

/**
 * The SNOMED CT codes that a GP's record carries about a person's social prescribing, each once in an episode.
 *
 * <p>Source: the codes published for primary care networks; {@code 871711000000103} and {@code 871731000000106} are
 * confirmed by several public sources, the others by one.
 */
public enum LifecycleCode {
    OFFERED("871691000000100", "Social prescribing offered"),
    DECLINED("871711000000103", "Social prescribing declined"),
    REFERRED("871731000000106", "Referral to social prescribing service"),
    SIGNPOSTED("1084281000000109", "Signposting to social prescribing service"),
    SEEN("1362931000000106", "Seen by social prescribing link worker"),
    CLOSED("1362721000000106", "Social prescribing case closed");

    private final String snomed;
    private final String display;

    LifecycleCode(String snomed, String display) {
        this.snomed = snomed;
        this.display = display;
    }

    /** The concept's id. */
    public String snomed() {
        return snomed;
    }

    /** The concept's preferred term. */
    public String display() {
        return display;
    }
}
