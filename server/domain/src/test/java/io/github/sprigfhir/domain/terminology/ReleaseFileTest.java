package io.github.sprigfhir.domain.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.terminology.ReleaseFile.Line;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseFileTest {

    private static final String MODULE = "\t20260401\t1\t999000011000000103\t";

    @ParameterizedTest
    @CsvSource({
        "CONCEPT, id effectiveTime active moduleId definitionStatusId",
        "DESCRIPTION, id effectiveTime active moduleId conceptId languageCode typeId term caseSignificanceId",
        "RELATIONSHIP, id effectiveTime active moduleId sourceId destinationId relationshipGroup typeId characteristicTypeId modifierId",
        "MEMBER, id effectiveTime active moduleId refsetId referencedComponentId",
        "LANGUAGE, id effectiveTime active moduleId refsetId referencedComponentId acceptabilityId",
        "ASSOCIATION, id effectiveTime active moduleId refsetId referencedComponentId targetComponentId",
    })
    void aFileIsKnownByItsFirstLine(ReleaseFile kind, String columns) {
        assertThat(ReleaseFile.of(columns.replace(' ', '\t'))).contains(kind);
    }

    @Test
    void ofOtherFilesNothingIsKept() {
        assertThat(ReleaseFile.of("id\teffectiveTime\tactive\tmoduleId\trefsetId\treferencedComponentId\tvalueId"))
                .isEmpty();
        assertThat(ReleaseFile.of("")).isEmpty();
    }

    @Test
    void everyConceptIsKeptWhetherActiveOrNot() {
        assertThat(ReleaseFile.CONCEPT.read("404684003" + MODULE + "900000000000074008"))
                .isEqualTo(new Line.Kept(List.of("404684003", "1", "20260401")));
        assertThat(ReleaseFile.CONCEPT.read("404684003\t20260401\t0\t999000011000000103\t900000000000074008"))
                .isEqualTo(new Line.Kept(List.of("404684003", "0", "20260401")));
    }

    @Test
    void namesAreKeptAndDefinitionsAreNot() {
        assertThat(ReleaseFile.DESCRIPTION.read("37436014" + MODULE
                        + "404684003\ten\t900000000000013009\tClinical finding\t900000000000448009"))
                .isEqualTo(new Line.Kept(
                        List.of("37436014", "404684003", "en", "900000000000013009", "Clinical finding")));
        assertThat(ReleaseFile.DESCRIPTION.read(
                        "37436014" + MODULE + "404684003\ten\t900000000000003001\tIt (finding)\t900000000000448009"))
                .isInstanceOf(Line.Kept.class);
        assertThat(ReleaseFile.DESCRIPTION.read(
                        "37436014" + MODULE + "404684003\ten\t900000000000550004\tWords\t900000000000448009"))
                .isEqualTo(new Line.LeftOut());
        assertThat(ReleaseFile.DESCRIPTION.read("37436014\t20260401\t0\t999000011000000103\t404684003\ten"
                        + "\t900000000000013009\tClinical finding\t900000000000448009"))
                .isEqualTo(new Line.LeftOut());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 116680003, 900000000000011006, true",
        "0, 116680003, 900000000000011006, false",
        "1, 363698007, 900000000000011006, false",
        "1, 116680003, 900000000000010007, false",
    })
    void ofRelationshipsThoseAreKeptThatSayWhatIsAKindOfWhat(
            String active, String type, String characteristic, boolean kept) {
        var line = "100022\t20260401\t%s\t999000011000000103\t64572001\t404684003\t0\t%s\t%s\t900000000000451002"
                .formatted(active, type, characteristic);

        assertThat(ReleaseFile.RELATIONSHIP.read(line))
                .isEqualTo(kept ? new Line.Kept(List.of("64572001", "404684003")) : new Line.LeftOut());
    }

    @Test
    void membersPreferencesAndReplacementsAreKeptWhileTheyAreActive() {
        var row = "80007a3d-6d5c-5e0c-b5d4-eb3b0e0b0b4c\t20260401\t%s\t999000011000000103\t%s\t422650009";
        assertThat(ReleaseFile.MEMBER.read(row.formatted("1", "1373501000000105")))
                .isEqualTo(new Line.Kept(List.of("1373501000000105", "422650009")));
        assertThat(ReleaseFile.MEMBER.read(row.formatted("0", "1373501000000105")))
                .isEqualTo(new Line.LeftOut());
        assertThat(ReleaseFile.LANGUAGE.read(row.formatted("1", "999001261000000100") + "\t900000000000548007"))
                .isEqualTo(new Line.Kept(List.of("999001261000000100", "422650009")));
        assertThat(ReleaseFile.LANGUAGE.read(row.formatted("1", "999001261000000100") + "\t900000000000549004"))
                .isEqualTo(new Line.LeftOut());
        assertThat(ReleaseFile.LANGUAGE.read(row.formatted("0", "999001261000000100") + "\t900000000000548007"))
                .isEqualTo(new Line.LeftOut());
        assertThat(ReleaseFile.ASSOCIATION.read(row.formatted("1", "900000000000527005") + "\t404684003"))
                .isEqualTo(new Line.Kept(List.of("900000000000527005", "422650009", "404684003")));
        assertThat(ReleaseFile.ASSOCIATION.read(row.formatted("0", "900000000000527005") + "\t404684003"))
                .isEqualTo(new Line.LeftOut());
        assertThat(ReleaseFile.ASSOCIATION.read(row.formatted("1", "900000000000525002") + "\t404684003"))
                .isEqualTo(new Line.LeftOut());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "404684003 20260401 1 999000011000000103; 4 columns in place of 5",
                "404684003 20260401 yes 999000011000000103 900000000000074008; neither active",
                "404684003 20260401 1 1234567890123456789 900000000000074008; no id in its column moduleId",
                "40468400x 20260401 1 999000011000000103 900000000000074008; no id in its column id",
                "40468 20260401 1 999000011000000103 900000000000074008; no id in its column id",
                "404684003 20260401 1 999000011000000103 /; no id in its column definitionStatusId",
                "404684003 20260401 1 999000011000000103 12345:; no id in its column definitionStatusId",
            })
    void aLineThatIsNotOfItsKindIsFaulty(String line, String why) {
        assertThat(ReleaseFile.CONCEPT.read(line.replace(' ', '\t')))
                .isInstanceOfSatisfying(
                        Line.Faulty.class, faulty -> assertThat(faulty.why()).contains(why));
    }
}
