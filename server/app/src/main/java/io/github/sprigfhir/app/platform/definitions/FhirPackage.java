package io.github.sprigfhir.app.platform.definitions;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The definitions of the FHIR package that this server was built with, and the digest that tells it from others. */
@Component
public final class FhirPackage {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PACKAGE = "sprig-ig/package.tgz";

    private final String digest;
    private final List<MetadataResource> definitions;
    private final List<ObservationDefinition> measures;
    private final List<View> views = new ArrayList<>();

    FhirPackage(FhirContext fhir) {
        try {
            var bytes = new ClassPathResource(PACKAGE).getContentAsByteArray();
            digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            var found = read(fhir, bytes);
            definitions = all(MetadataResource.class, found);
            measures = all(ObservationDefinition.class, found);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The FHIR package cannot be read from the class path", unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String digest() {
        return digest;
    }

    /** Every definition with a canonical URL, profiles with their snapshots; examples are left out. */
    public List<MetadataResource> definitions() {
        return definitions;
    }

    /** The definitions of scores, which R4 gives no canonical URL. */
    public List<ObservationDefinition> measures() {
        return measures;
    }

    /** The view that is meant by a reference: by its canonical address, or as {@code ViewDefinition/unmet-need}. */
    public Optional<View> view(String reference) {
        return views.stream().filter(view -> view.isMeantBy(reference)).findFirst();
    }

    /** Every view, in the order of their addresses. */
    public List<View> views() {
        return List.copyOf(views);
    }

    private static <T> List<T> all(Class<T> type, List<Resource> found) {
        return found.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private List<Resource> read(FhirContext fhir, byte[] bytes) throws IOException {
        var parser = fhir.newJsonParser();
        var found = new ArrayList<Resource>();
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (isView(entry.getName())) {
                    views.add(view(tar.readAllBytes()));
                } else if (isDefinition(entry.getName())) {
                    var json = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                    if (parser.parseResource(json) instanceof Resource definition) {
                        found.add(definition);
                    }
                }
            }
        }
        return found;
    }

    private static View view(byte[] bytes) throws IOException {
        var read = JSON.readTree(bytes);
        return new View(
                read.path("name").asText(),
                read.path("url").asText(),
                read.path("resource").asText(),
                new String(bytes, StandardCharsets.UTF_8));
    }

    private static boolean isView(String name) {
        return name.startsWith("package/other/ViewDefinition-");
    }

    private static boolean isDefinition(String name) {
        return name.matches("package/[A-Z][^/]*\\.json");
    }
}
