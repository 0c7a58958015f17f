package io.github.sprigfhir.app.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.sprigfhir.app.terminology.ReleaseLoader.Order;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A release of SNOMED CT that we made up, loaded: what is kept, and what comes of stops, faults and newer ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseLoaderIT {

    private static final Path MADE_UP = Path.of("src/test/resources/snomed");
    private static final String EDITION = "http://snomed.info/sct/83821000000107";
    private static final String CONCEPTS = "sct2_Concept_Snapshot_XX9999999_20260401.txt";
    private static final long LONELY = 39999999107L;
    private static final long SHORT_OF_MONEY = 49999999102L;
    private static final long SOLITUDE = 69999999101L;

    private final EmbeddedPostgres postgres;
    private final HikariDataSource database = new HikariDataSource();
    private final JdbcClient sql;
    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    ReleaseLoaderIT() throws IOException {
        postgres = EmbeddedPostgres.start();
        database.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        sql = JdbcClient.create(database);
    }

    @AfterAll
    void stop() throws IOException {
        database.close();
        postgres.close();
    }

    @BeforeEach
    void copy() throws IOException {
        copy(MADE_UP, folder.resolve("release"));
    }

    @AfterEach
    void empty() {
        sql.sql("drop schema public cascade").update();
        sql.sql("create schema public").update();
        said.clear();
    }

    @Test
    void whatIsKeptIsWhatIsThereNow() throws IOException, SQLException {
        load(folder.resolve("release"));

        assertThat(rows("select version, concepts, inactive, reference_sets from sprig_edition"))
                .containsExactly(Map.of(
                        "version", EDITION + "/version/20260401",
                        "concepts", 11,
                        "inactive", 1,
                        "reference_sets", 1));
        assertThat(rows("select display, full_name from sprig_sct1_concept where id = " + LONELY))
                .containsExactly(Map.of(
                        "display", "Alone, as made up",
                        "full_name", "Lonely, as made up (finding)"));
        assertThat(texts("select term from sprig_sct1_term where concept = %d and language = 'en'".formatted(LONELY)))
                .containsExactlyInAnyOrder(
                        "Alone, as made up", "Lonely, as made up", "Lonely, as made up (finding)", "Naïve \\ lonely");
        assertThat(texts("select parent::text from sprig_sct1_kind where child = 59999999104"))
                .containsExactlyInAnyOrder("39999999107", "49999999102");
        assertThat(texts("select parent::text from sprig_sct1_kind where child = 89999999106"))
                .containsExactly("79999999109");
        assertThat(texts("select concept::text from sprig_sct1_member where set = 1373501000000105"))
                .containsExactlyInAnyOrder(Long.toString(LONELY), Long.toString(SHORT_OF_MONEY));
        assertThat(rows("select concept, target from sprig_sct1_replacement"))
                .containsExactly(Map.of("concept", SOLITUDE, "target", LONELY));
        assertThat(texts("select active::text from sprig_sct1_concept where id = " + SOLITUDE))
                .containsExactly("false");
        assertThat(tables()).noneMatch(table -> table.contains("_read_"));
    }

    @Test
    void aZipIsReadAsItsFolder() throws IOException, SQLException {
        var zip = folder.resolve("release.zip");
        try (var files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of("create", "true"))) {
            copy(MADE_UP, files.getPath("/SnomedCT_Release_XX9999999"));
        }

        load(zip);

        assertThat(rows("select concepts from sprig_edition")).containsExactly(Map.of("concepts", 11));
    }

    @Test
    void theSameIsNotLoadedTwice() throws IOException, SQLException {
        load(folder.resolve("release"));
        said.clear();

        load(folder.resolve("release"));

        assertThat(said).singleElement().asString().startsWith("It is loaded already");
    }

    @Test
    void afterAStopItGoesOnWhereItWas() throws IOException, SQLException {
        load(folder.resolve("other"), MADE_UP);
        sql.sql("""
                        create function sprig_test_stop() returns trigger language plpgsql as $$ begin
                            if (select count(*) from sprig_edition_file where edition = new.edition) >= 2 then
                                raise exception 'stopped'; end if;
                            return new; end $$
                        """).update();
        sql.sql(
                        "create trigger stop before insert on sprig_edition_file for each row execute function sprig_test_stop()")
                .update();

        assertThatThrownBy(() -> load(folder.resolve("release"))).hasMessageContaining("stopped");
        assertThat(texts("select version from sprig_edition where loaded is not null"))
                .hasSize(1);
        sql.sql("drop function sprig_test_stop cascade").update();
        said.clear();
        load(folder.resolve("release"));

        assertThat(said).filteredOn(line -> line.endsWith("read before")).hasSize(2);
        assertThat(rows("select concepts from sprig_edition where loaded is not null order by number desc limit 1"))
                .containsExactly(Map.of("concepts", 11));
    }

    @Test
    void aFaultyReleaseLeavesTheOneBeforeInItsPlace() throws IOException, SQLException {
        load(folder.resolve("release"));
        change(CONCEPTS, text -> text + "nothing\t20260401\r\n");

        assertThatThrownBy(() -> load(folder.resolve("release")))
                .isInstanceOf(IOException.class)
                .hasMessage("line 13 of " + CONCEPTS + " has 2 columns in place of 5");

        assertThat(new Editions(database).current())
                .hasValueSatisfying(edition -> assertThat(edition.number()).isEqualTo(1));
        change(CONCEPTS, text -> text.replace("nothing\t20260401\r\n", ""));
        load(folder.resolve("release"));
        assertThat(said).contains("Another release was begun and not finished; it is given up.");
        assertThat(texts("select number::text from sprig_edition order by number"))
                .containsExactly("1", "3");
        assertThat(tables()).noneMatch(table -> table.startsWith("sprig_sct2"));
    }

    @Test
    void ofOlderEditionsTheLastIsKeptWhileSomebodyMayStillAskIt() throws IOException, SQLException {
        load(folder.resolve("release"));
        for (var more : List.of("2", "3")) {
            change(
                    CONCEPTS,
                    text -> text + "%s9999999108\t20260401\t1\t99999999108\t900000000000074008\r\n".formatted(more));
            load(folder.resolve("release"));
        }

        assertThat(texts("select number::text from sprig_edition order by number"))
                .containsExactly("2", "3");
        assertThat(tables()).noneMatch(table -> table.startsWith("sprig_sct1"));
    }

    @Test
    void whatIsNoReleaseIsRefused() {
        assertThatThrownBy(() -> Release.open(folder.resolve("nowhere"))).hasMessageContaining("there is no file");
        assertThatThrownBy(() -> Release.open(Files.createDirectory(folder.resolve("empty"))))
                .hasMessageContaining("CONCEPT, DESCRIPTION, RELATIONSHIP");
    }

    private void load(Path release) throws IOException, SQLException {
        try (var opened = Release.open(release)) {
            new ReleaseLoader(
                            database,
                            new Order(EDITION, List.of("999001261000000100", "900000000000508004")),
                            said::add)
                    .load(opened);
        }
    }

    /** A copy of its own, which is another release. */
    private void load(Path to, Path of) throws IOException, SQLException {
        copy(of, to);
        load(to);
    }

    private void change(String file, UnaryOperator<String> change) throws IOException {
        var path = folder.resolve("release/Snapshot/Terminology").resolve(file);
        Files.writeString(path, change.apply(Files.readString(path)));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private List<Map<String, Object>> rows(String question) {
        return sql.sql(question).query().listOfRows();
    }

    private List<String> texts(String question) {
        return sql.sql(question).query(String.class).list();
    }

    private List<String> tables() {
        return texts("select table_name from information_schema.tables where table_schema = 'public'");
    }
}
