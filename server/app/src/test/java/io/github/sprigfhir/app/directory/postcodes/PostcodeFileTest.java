package io.github.sprigfhir.app.directory.postcodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sprigfhir.app.directory.postcodes.PostcodeFile.Line;
import io.github.sprigfhir.domain.directory.Position;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostcodeFileTest {

    private static List<Line> read(String file) throws IOException {
        var lines = new ArrayList<Line>();
        PostcodeFile.read(new StringReader(file), lines::add);
        return lines;
    }

    @Test
    void columnsAreKnownByTheirNamesOldOrNew() throws IOException {
        var old = read("""
                \uFEFFpcd,pcds,doterm,oslaua,LAT,long
                "ZZ993CZ","ZZ99 3CZ",,E06999901,54.5,-2.5
                ZZ993AZ,ZZ99 3AZ,201812,E99999999,54.4,-2.4
                """);
        var recent = read("""
                pcd7,pcds,lad25cd,wd25cd,lat,long
                ZZ993CZ,zz993cz,E06999901,E05999901,54.5,-2.5
                """);

        assertThat(old).hasSize(2);
        assertThat(old.get(0).postcode().value()).isEqualTo("ZZ99 3CZ");
        assertThat(old.get(0).position()).isEqualTo(new Position(54.5, -2.5));
        assertThat(old.get(0).areas()).containsExactly("E06999901");
        assertThat(old.get(1).ended()).isEqualTo(Optional.of("2018-12-01"));
        assertThat(old.get(1).areas()).isEmpty();
        assertThat(recent.get(0).areas()).containsExactly("E06999901", "E05999901");
        assertThat(recent.get(0).ended()).isEmpty();
    }

    @Test
    void aPostcodeWithoutAPlaceIsLeftOut() throws IOException {
        assertThat(read("pcds,lat,long\nZZ99 3CZ,54.5,-2.5\nZZ99 3DZ,99.999999,0\n"))
                .hasSize(1);
    }

    @Test
    void aFewLinesMayMakeNoSense() throws IOException {
        var good = "ZZ99 3CZ,54.5,-2.5\n".repeat(200);
        assertThat(read("pcds,lat,long\n" + good + "nonsense,1,2\nZZ99 3DZ,north,east\n"))
                .hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pcds,lat,long\n",
                "postcode,latitude,longitude\nZZ99 3CZ,54.5,-2.5\n",
                "pcds,lat,long\nZZ99 3CZ,54.5,-2.5\nnonsense,1,2\n",
                "pcds,lat,long\nZZ99 3CZ,54.5,-2.5\n\"never ends",
            })
    void aFileThatIsSomethingElseIsRefused(String file) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(PostcodeFile.Unreadable.class);
    }

    @Test
    void aLineThatNeverEndsIsGivenUp() {
        assertThatThrownBy(() -> read("pcds,lat,long\n" + "x".repeat(20_000)))
                .isInstanceOf(PostcodeFile.Unreadable.class)
                .hasMessageContaining("longer than 10000");
    }
}
