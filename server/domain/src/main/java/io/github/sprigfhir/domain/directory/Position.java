package io.github.sprigfhir.domain.directory;

import java.util.Optional;

/**
 * A place on Earth in degrees of WGS 84.
 *
 * @param latitude −90 to 90
 * @param longitude −180 to 180
 */
public record Position(double latitude, double longitude) {

    private static final double EARTH_RADIUS_METRES = 6_371_008.8;
    private static final double HIGHEST_LATITUDE = 90;
    private static final double HIGHEST_LONGITUDE = 180;
    private static final double CENTRAL_MERIDIAN = -2;
    /** Nearer to 1 the map has no end; this is 6,000 km from the meridian. */
    private static final double EDGE_OF_MAP = 0.75;

    /** @throws IllegalArgumentException where there is no such place; ask {@link #of} first */
    public Position {
        if (!isPlace(latitude, longitude)) {
            throw new IllegalArgumentException("no such place");
        }
    }

    /** None where there is no such place. */
    public static Optional<Position> of(double latitude, double longitude) {
        return isPlace(latitude, longitude) ? Optional.of(new Position(latitude, longitude)) : Optional.empty();
    }

    /** Not a number is no place either. */
    private static boolean isPlace(double latitude, double longitude) {
        return Math.abs(latitude) <= HIGHEST_LATITUDE && Math.abs(longitude) <= HIGHEST_LONGITUDE;
    }

    /** As the crow flies, in metres: the great circle on a sphere, by the haversine formula; right to half a percent. */
    public double metresTo(Position other) {
        var northward = sineOfHalf(other.latitude - latitude);
        var eastward = sineOfHalf(other.longitude - longitude);
        var chord = northward * northward + cosine(latitude) * cosine(other.latitude) * eastward * eastward;
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }

    /**
     * Where it lies on a plane map in metres: the transverse Mercator projection of a sphere on 2° west, the meridian of
     * the National Grid. Anywhere in the United Kingdom, two places are as far from each other on the map as on Earth, to
     * half a percent; so an index that knows only planes finds what is near.
     */
    public Spot onMap() {
        var aside = Math.toRadians(longitude - CENTRAL_MERIDIAN);
        var sine = Math.max(-EDGE_OF_MAP, Math.min(EDGE_OF_MAP, cosine(latitude) * Math.sin(aside)));
        var east = Math.log((1 + sine) / (1 - sine)) / 2;
        var north = Math.atan2(Math.tan(Math.toRadians(latitude)), Math.cos(aside));
        return new Spot(EARTH_RADIUS_METRES * east, EARTH_RADIUS_METRES * north);
    }

    private static double sineOfHalf(double degrees) {
        return Math.sin(Math.toRadians(degrees) / 2);
    }

    private static double cosine(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }

    /**
     * A spot on the map, in metres.
     *
     * @param east of 2° west
     * @param north of the equator
     */
    public record Spot(double east, double north) {}
}
