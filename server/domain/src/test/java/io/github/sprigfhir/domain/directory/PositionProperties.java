package io.github.sprigfhir.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of distance, on Earth and on the map. */
class PositionProperties {

    private static final double HALF_THE_EARTH = 20_015_200;
    private static final Position LEEDS = new Position(53.7997, -1.5492);
    private static final Position LONDON = new Position(51.5074, -0.1278);

    @Provide
    Arbitrary<Position> anywhere() {
        return between(-90, 90, -180, 180);
    }

    @Provide
    Arbitrary<Position> inTheUnitedKingdom() {
        return between(49.8, 60.9, -8.2, 1.8);
    }

    private static Arbitrary<Position> between(double south, double north, double west, double east) {
        return Combinators.combine(
                        Arbitraries.doubles().between(south, north),
                        Arbitraries.doubles().between(west, east))
                .as(Position::new);
    }

    @Property
    void thereIsAsFarAsBack(@ForAll("anywhere") Position one, @ForAll("anywhere") Position other) {
        assertThat(one.metresTo(other))
                .isCloseTo(other.metresTo(one), within(0.001))
                .isBetween(0.0, HALF_THE_EARTH);
    }

    @Property
    void nothingIsNearerThanHere(@ForAll("anywhere") Position here) {
        assertThat(here.metresTo(here)).isZero();
    }

    @Property
    void noDetourIsShorter(
            @ForAll("anywhere") Position from, @ForAll("anywhere") Position over, @ForAll("anywhere") Position to) {
        assertThat(from.metresTo(to)).isLessThanOrEqualTo(from.metresTo(over) + over.metresTo(to) + 0.01);
    }

    @Property
    void theMapTellsDistancesInTheUnitedKingdom(
            @ForAll("inTheUnitedKingdom") Position one, @ForAll("inTheUnitedKingdom") Position other) {
        var here = one.onMap();
        var there = other.onMap();

        assertThat(Math.hypot(here.east() - there.east(), here.north() - there.north()))
                .isCloseTo(one.metresTo(other), within(1 + one.metresTo(other) * 0.005));
    }

    @Property
    void everyPlaceIsOnTheMap(@ForAll("anywhere") Position place) {
        assertThat(Math.abs(place.onMap().east())).isLessThan(6_500_000);
        assertThat(Math.abs(place.onMap().north())).isLessThanOrEqualTo(HALF_THE_EARTH);
    }

    @Example
    void londonIs273KilometresFromLeeds() {
        assertThat(LEEDS.metresTo(LONDON)).isCloseTo(273_000, within(1_000.0));
        assertThat(LEEDS.onMap().east()).isCloseTo(29_600, within(200.0));
        assertThat(LEEDS.onMap().north()).isGreaterThan(LONDON.onMap().north());
    }

    @Example
    void whatIsNoPlaceIsNone() {
        assertThat(Position.of(90, 180)).isPresent();
        assertThat(Position.of(90.1, 0)).isEmpty();
        assertThat(Position.of(0, -180.1)).isEmpty();
        assertThat(Position.of(Double.NaN, 0)).isEmpty();
        assertThat(Position.of(0, Double.NaN)).isEmpty();
        assertThatThrownBy(() -> new Position(91, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
