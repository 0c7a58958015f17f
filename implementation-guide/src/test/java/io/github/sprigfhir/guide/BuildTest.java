package io.github.sprigfhir.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build itself: the same input gives the same bytes, and unchanged input is not built again. */
class BuildTest {

    private static final String CODE_SYSTEM = """
            {"resourceType":"CodeSystem","id":"%s","url":"https://example.org/CodeSystem/%s","name":"X",
             "status":"draft","content":"complete","concept":[{"code":"a"}]}
            """;
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2000-01-01T00:00:00Z"));

    @TempDir
    Path folder = Path.of("");

    @Test
    void theSameArtefactsGiveTheSamePackage() throws IOException {
        BuildPlan plan = BuiltGuide.planInto(folder);

        GuideBuilder.build(plan);

        assertThat(plan.packageFile()).hasSameBinaryContentAs(BuiltGuide.PACKAGE);
    }

    @Test
    void anUnchangedGuideIsNotBuiltAgain() throws IOException {
        BuildPlan plan = smallPlan();
        run();
        Files.setLastModifiedTime(plan.packageFile(), LONG_AGO);

        run();

        assertThat(Files.getLastModifiedTime(plan.packageFile())).isEqualTo(LONG_AGO);
    }

    @Test
    void aChangedArtefactIsBuiltAndADroppedOneLeavesNoPageBehind() throws IOException {
        BuildPlan plan = smallPlan();
        run();
        assertThat(plan.site().resolve("CodeSystem-one.html")).exists();

        Files.delete(source().resolve("CodeSystem-one.json"));
        Files.writeString(source().resolve("CodeSystem-two.json"), CODE_SYSTEM.formatted("two", "two"));
        run();

        assertThat(plan.site().resolve("CodeSystem-two.html")).exists();
        assertThat(plan.site().resolve("CodeSystem-one.html")).doesNotExist();
    }

    @Test
    void nothingToBuildFromIsAnError() throws IOException {
        Files.createDirectories(source());

        assertThatThrownBy(this::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No compiled artefacts");
    }

    @Test
    void aProfileOnSomethingUnknownIsAnError() throws IOException {
        smallPlan();
        Files.writeString(source().resolve("StructureDefinition-lost.json"), """
                {"resourceType":"StructureDefinition","id":"lost","url":"https://example.org/StructureDefinition/lost",
                 "name":"Lost","status":"draft","kind":"resource","abstract":false,"type":"Patient",
                 "baseDefinition":"https://example.org/StructureDefinition/nowhere","derivation":"constraint",
                 "differential":{"element":[{"id":"Patient","path":"Patient"}]}}
                """);

        assertThatThrownBy(this::run).isInstanceOf(IllegalStateException.class).hasMessageContaining("nowhere");
    }

    private BuildPlan smallPlan() throws IOException {
        Files.createDirectories(source());
        Files.writeString(source().resolve("CodeSystem-one.json"), CODE_SYSTEM.formatted("one", "one"));
        return new BuildPlan("1", Instant.EPOCH, BuiltGuide.PAGES, target(), BuiltGuide.VIEWS, List.of(source()));
    }

    private Path source() {
        return folder.resolve("source");
    }

    private Path target() {
        return folder.resolve("target");
    }

    private void run() throws IOException {
        GuideBuilder.main(new String[] {
            "1",
            Instant.EPOCH.toString(),
            BuiltGuide.PAGES.toString(),
            target().toString(),
            BuiltGuide.VIEWS.toString(),
            source().toString()
        });
    }
}
