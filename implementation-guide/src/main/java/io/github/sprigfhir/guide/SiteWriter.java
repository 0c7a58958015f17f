package io.github.sprigfhir.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the static site: the narrative pages with their lists, and a page and the JSON for every artefact. */
final class SiteWriter {

    private static final String DOWNLOAD = "package.tgz";

    private final BuildPlan plan;
    private final Artefacts artefacts;
    private final Tables tables;
    private final PageTemplate template;
    private final ArtefactPages pages;
    private final SectionLists lists;

    SiteWriter(BuildPlan plan, Artefacts artefacts, Tables tables, List<RecordRow> record, R4Core core) {
        this.plan = plan;
        this.artefacts = artefacts;
        this.tables = tables;
        this.template = new PageTemplate(plan.version());
        Links links = new Links(artefacts, core);
        this.pages = new ArtefactPages(links);
        this.lists = new SectionLists(artefacts, tables, record, links);
    }

    void write() throws IOException {
        Files.createDirectories(plan.site());
        for (Section section : Section.values()) {
            writeSection(section);
        }
        for (Artefact artefact : artefacts.all()) {
            write(artefact.jsonFile(), artefact.json());
            write(artefact.pageFile(), template.page(Section.of(artefact), artefact.title(), pages.render(artefact)));
        }
        for (Map.Entry<String, String> table : tables.files().entrySet()) {
            write(table.getKey(), table.getValue());
        }
        copyAssets();
        Files.copy(plan.packageFile(), plan.site().resolve(DOWNLOAD), StandardCopyOption.REPLACE_EXISTING);
    }

    private void writeSection(Section section) throws IOException {
        String markdown = Files.readString(plan.pages().resolve(section.markdownFile()));
        Html body = Html.all(Markdown.render(markdown), lists.of(section));
        write(section.pageFile(), template.page(section, Markdown.title(markdown), body));
    }

    /** Whatever lies beside the Markdown, the style sheet for one, goes into the site as it is. */
    private void copyAssets() throws IOException {
        List<Path> assets;
        try (Stream<Path> files = Files.list(plan.pages())) {
            assets = files.filter(file -> !file.toString().endsWith(".md")).toList();
        }
        for (Path asset : assets) {
            Files.copy(asset, plan.site().resolve(asset.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(plan.site().resolve(file), content);
    }
}
