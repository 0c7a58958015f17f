package io.github.sprigfhir.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Builds the FHIR package and the static guide, unless nothing they are made of has changed. */
public final class GuideBuilder {

    private GuideBuilder() {}

    /** Takes the arguments of {@link BuildPlan#of}. */
    public static void main(String[] arguments) throws IOException {
        BuildPlan plan = BuildPlan.of(arguments);
        BuildStamp stamp = new BuildStamp(plan);
        if (stamp.isCurrent()) {
            return;
        }
        stamp.remove();
        build(plan);
        stamp.write();
    }

    static void build(BuildPlan plan) throws IOException {
        R4Core core = new R4Core();
        Artefacts artefacts = Artefacts.load(plan.artefactFolders(), core);
        Tables tables = Tables.load(plan.views());
        clear(plan.output());
        new PackageWriter(plan).write(artefacts, tables);
        new SiteWriter(plan, artefacts, tables, RecordRow.load(plan.pages()), core).write();
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder()).forEach(GuideBuilder::delete);
            }
        }
        Files.createDirectories(folder);
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
