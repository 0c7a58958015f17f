package io.github.sprigfhir.guide;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** Writes the FHIR package: the same artefacts, version and moment give the same bytes. */
final class PackageWriter {

    static final String CANONICAL_BASE = "https://sprig-fhir.github.io/ig";
    static final String PACKAGE_ID = "io.github.sprigfhir.r4";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BuildPlan plan;

    PackageWriter(BuildPlan plan) {
        this.plan = plan;
    }

    void write(Artefacts artefacts, Tables tables) throws IOException {
        try (OutputStream file = Files.newOutputStream(plan.packageFile());
                OutputStream zip = new GzipCompressorOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(zip)) {
            for (Map.Entry<String, String> entry : entries(artefacts, tables).entrySet()) {
                add(tar, entry.getKey(), entry.getValue());
            }
        }
    }

    private Map<String, String> entries(Artefacts artefacts, Tables tables) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        entries.put("package/package.json", manifest());
        List<Artefact> definitions =
                artefacts.all().stream().filter(Artefact::isDefinition).toList();
        List<Artefact> examples = artefacts.all().stream()
                .filter(artefact -> !artefact.isDefinition())
                .toList();
        addFolder(entries, "package/", definitions);
        addFolder(entries, "package/example/", examples);
        // FHIR R4 knows no ViewDefinition: readers of packages would stumble over it among the resources. The SQL goes
        // with them.
        tables.files().forEach((file, json) -> entries.put("package/other/" + file, json));
        return entries;
    }

    private static void addFolder(Map<String, String> entries, String folder, List<Artefact> artefacts)
            throws IOException {
        entries.put(folder + ".index.json", pretty(PackageIndex.of(artefacts)));
        artefacts.forEach(artefact -> entries.put(folder + artefact.jsonFile(), artefact.json()));
    }

    private String manifest() throws IOException {
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("name", PACKAGE_ID);
        manifest.put("version", plan.version());
        manifest.put("tools-version", 3);
        manifest.put("type", "Conformance");
        manifest.put(
                "date",
                DateTimeFormatter.ofPattern("yyyyMMddHHmmss")
                        .format(plan.timestamp().atOffset(ZoneOffset.UTC)));
        manifest.put("license", "Apache-2.0");
        manifest.put("canonical", CANONICAL_BASE);
        manifest.put("url", CANONICAL_BASE);
        manifest.put("title", "Sprig: social prescribing in FHIR R4");
        manifest.put("description", "Profiles, terminology and examples for UK social prescribing.");
        manifest.put("author", "The Sprig authors");
        manifest.putArray("fhirVersions").add("4.0.1");
        manifest.putObject("dependencies").put("hl7.fhir.r4.core", "4.0.1");
        manifest.putObject("directories").put("lib", "package").put("example", "example");
        return pretty(manifest);
    }

    /** Line breaks and indents that do not depend on the machine. */
    private static String pretty(ObjectNode node) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
                        .writeValueAsString(node)
                + "\n";
    }

    private void add(TarArchiveOutputStream tar, String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        entry.setModTime(plan.timestamp().toEpochMilli());
        entry.setIds(0, 0);
        entry.setNames("", "");
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }
}
