package io.github.sprigfhir.domain.referral;

/** How much of a link worker's time a person has had, counted in contacts that took place. */
public enum Engagement {
    LIGHT("light", "Light"),
    MEDIUM("medium", "Medium"),
    HOLISTIC("holistic", "Holistic");

    private static final int MOST_OF_LIGHT = 2;

    private final String code;
    private final String display;

    Engagement(String code, String display) {
        this.code = code;
        this.display = display;
    }

    public String code() {
        return code;
    }

    public String display() {
        return display;
    }

    /**
     * Light is one or two contacts (NHS England's description); where holistic begins is for the scheme to say.
     *
     * @param attended contacts that took place
     * @param holisticFrom the number of contacts from which engagement counts as holistic, above 2
     */
    public static Engagement of(int attended, int holisticFrom) {
        if (attended <= MOST_OF_LIGHT) {
            return LIGHT;
        }
        return attended < holisticFrom ? MEDIUM : HOLISTIC;
    }
}
