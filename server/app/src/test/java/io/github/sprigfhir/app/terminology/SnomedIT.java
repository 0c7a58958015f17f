package io.github.sprigfhir.app.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.sprigfhir.app.terminology.Concepts.Concept;
import io.github.sprigfhir.app.terminology.Concepts.Name;
import io.github.sprigfhir.domain.kernel.Parsed;
import io.github.sprigfhir.domain.kernel.SnomedCode;
import io.github.sprigfhir.domain.terminology.Constraint;
import io.github.sprigfhir.domain.terminology.ConstraintReader;
import io.github.sprigfhir.domain.terminology.ConstraintReader.Reading;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an edition answers, on one that we made up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnomedIT {

    private static final SnomedCode LONELY = code("39999999107");
    private static final SnomedCode SOLITUDE = code("69999999101");
    private static final Constraint EVERYTHING = new Constraint.Any();

    private final EmbeddedPostgres postgres;
    private final HikariDataSource database = new HikariDataSource();
    private final Snomed snomed;

    SnomedIT() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        database.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        MadeUpEdition.load(database);
        snomed = new Snomed(database, new Editions(database).current().orElseThrow());
    }

    @AfterAll
    void stop() throws IOException {
        database.close();
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "39999999107",
                "<< 29999999105",
                "< 29999999105",
                "<! 29999999105",
                "<<! 29999999105",
                "^ 1373501000000105",
                "^ *",
                "<< ^ 1373501000000105",
                "<< 29999999105 AND ^ 1373501000000105",
                "^ 1373501000000105 OR << 79999999109",
                "<< 29999999105 MINUS << 49999999102",
                "<< 138875005 MINUS (<< 29999999105 OR << 79999999109)",
                "<< (39999999107 AND 49999999102)",
                "<< (39999999107 OR 79999999109) AND << 138875005",
                "<! (<! 138875005)",
                "404684003"
            })
    void theDatabaseFindsWhatTheDomainMeans(String text) {
        var sound = (Reading.Sound) ConstraintReader.read(text);
        var all = snomed.expand(EVERYTHING, false, List.of(), 0, 100).concepts();

        var found = snomed.expand(sound.constraint(), false, List.of(), 0, 100);

        assertThat(all).hasSize(11);
        assertThat(found.concepts())
                .containsExactlyElementsOf(all.stream()
                        .filter(one -> sound.constraint().holds(code(one.code()), snomed))
                        .toList());
        assertThat(found.total()).isEqualTo(found.concepts().size());
    }

    @Test
    void aConceptHasItsNames() {
        assertThat(snomed.find(LONELY))
                .contains(new Concept(LONELY.value(), true, "Alone, as made up", "Lonely, as made up (finding)"));
        assertThat(snomed.names(List.of(LONELY.value())).getOrDefault(LONELY.value(), List.of()))
                .extracting(Name::text)
                .contains("Alone, as made up", "Unig", "Naïve \\ lonely")
                .doesNotContain("Forlorn");
        assertThat(snomed.find(code("404684003"))).isEmpty();
    }

    @Test
    void anInactiveConceptSaysWhatStandsInItsPlace() {
        assertThat(snomed.find(SOLITUDE))
                .hasValueSatisfying(one -> assertThat(one.isActive()).isFalse());
        assertThat(snomed.replacements(SOLITUDE)).extracting(Concept::code).containsExactly(LONELY.value());
        assertThat(snomed.expand(EVERYTHING, true, List.of(), 0, 100).concepts())
                .hasSize(10)
                .allMatch(Concept::isActive);
    }

    @Test
    void wordsAreFoundByTheirBeginningsInAnyName() {
        assertThat(found("lone", "mad")).containsExactly("39999999107", "59999999104");
        assertThat(found("UNIG")).containsExactly("39999999107");
        assertThat(found("o'clock")).isEmpty();
        assertThat(found("\\")).isEmpty();
        assertThat(found("' | 'mad")).isEqualTo(found("mad"));
        assertThat(found("forlorn")).isEmpty();
    }

    @Test
    void pagesFollowEachOther() {
        var first = snomed.expand(EVERYTHING, false, List.of(), 0, 4);
        var second = snomed.expand(EVERYTHING, false, List.of(), 4, 4);

        assertThat(first.total()).isEqualTo(11);
        assertThat(second.concepts()).hasSize(4).doesNotContainAnyElementsOf(first.concepts());
    }

    private List<String> found(String... words) {
        return snomed.expand(EVERYTHING, false, List.of(words), 0, 100).concepts().stream()
                .map(Concept::code)
                .toList();
    }

    private static SnomedCode code(String text) {
        return ((Parsed.Valid<SnomedCode>) SnomedCode.parse(text)).value();
    }
}
