package io.github.sprigfhir.domain.directory;

/**
 * What a service is judged by, with the most points that it can earn there. The points are ours: no standard says what
 * matters more. They say that room and nearness outweigh convenience.
 */
public enum Criterion {
    NEED("need", 20),
    TEXT("text", 10),
    DISTANCE("distance", 30),
    AREA("area", 5),
    ROOM("capacity", 20),
    LEVEL("level", 10),
    AGE("age", 5),
    LANGUAGE("language", 10),
    TIME("time", 10),
    ACCESSIBILITY("accessibility", 10),
    MODE("mode", 5),
    FREE("free", 10);

    private final String code;
    private final int points;

    Criterion(String code, int points) {
        this.code = code;
        this.points = points;
    }

    /** As in the value set match-criterion; where one may ask for it, also the name of the parameter. */
    public String code() {
        return code;
    }

    /** The most that a service can earn here. */
    public int points() {
        return points;
    }
}
