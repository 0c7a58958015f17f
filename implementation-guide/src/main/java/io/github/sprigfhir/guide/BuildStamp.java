package io.github.sprigfhir.guide;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Remembers, as one digest, everything the last guide was made of, so that an unchanged guide is not made again. */
final class BuildStamp {

    private final BuildPlan plan;

    BuildStamp(BuildPlan plan) {
        this.plan = plan;
    }

    boolean isCurrent() throws IOException {
        return Files.exists(plan.stamp())
                && Files.exists(plan.packageFile())
                && Files.exists(plan.site())
                && Files.readString(plan.stamp()).equals(digest());
    }

    /** To be called before a build, so that one which fails half-way is not taken for a finished one. */
    void remove() throws IOException {
        Files.deleteIfExists(plan.stamp());
    }

    void write() throws IOException {
        Files.writeString(plan.stamp(), digest());
    }

    private String digest() throws IOException {
        MessageDigest digest = sha256();
        add(digest, plan.version() + plan.timestamp());
        List<Path> roots = new ArrayList<>(plan.artefactFolders());
        roots.add(plan.views());
        roots.add(plan.pages());
        roots.add(builderClasses());
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    add(digest, root.relativize(file).toString());
                    add(digest, Integer.toString((int) Files.size(file)));
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /** The builder is an input too: a changed page layout must rebuild the guide. */
    private static Path builderClasses() {
        try {
            Path classes = Path.of(BuildStamp.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.resolve(BuildStamp.class.getPackageName().replace('.', '/'));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
