package io.github.sprigfhir.app.platform.validation;

import ca.uhn.fhir.util.VersionUtil;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/** A file of definitions, each compressed by itself, so that one can be had without reading the others. */
final class CoreArchive {

    /** Stands at the start of the file; another release of HAPI may have other definitions. */
    static final String STAMP = "Sprig core definitions 1, HAPI FHIR " + VersionUtil.getVersion();

    /**
     * What can be known of a definition without unpacking it.
     *
     * @param resourceType StructureDefinition, ValueSet or CodeSystem
     * @param isType whether it defines a data type or resource type, and does not merely constrain one
     */
    record Entry(
            String resourceType,
            String url,
            String name,
            String type,
            String kind,
            String base,
            boolean isType,
            boolean isAbstract,
            int offset,
            int packedLength,
            int length) {}

    private final List<Entry> entries;
    private final byte[] content;

    private CoreArchive(List<Entry> entries, byte[] content) {
        this.entries = entries;
        this.content = content;
    }

    List<Entry> entries() {
        return entries;
    }

    static CoreArchive read(InputStream in) throws IOException {
        var data = new DataInputStream(new BufferedInputStream(in));
        if (!STAMP.equals(data.readUTF())) {
            throw new IOException("Not an archive of " + STAMP);
        }
        int count = data.readInt();
        var entries = new ArrayList<Entry>(count);
        for (int i = 0; i < count; i++) {
            entries.add(new Entry(
                    data.readUTF(),
                    data.readUTF(),
                    data.readUTF(),
                    data.readUTF(),
                    data.readUTF(),
                    data.readUTF(),
                    data.readBoolean(),
                    data.readBoolean(),
                    data.readInt(),
                    data.readInt(),
                    data.readInt()));
        }
        return new CoreArchive(entries, data.readAllBytes());
    }

    byte[] unpack(Entry entry) {
        var inflater = new Inflater();
        try {
            inflater.setInput(content, entry.offset(), entry.packedLength());
            var unpacked = new byte[entry.length()];
            int length = inflater.inflate(unpacked);
            if (length != unpacked.length) {
                throw new IllegalStateException("Cut short: " + entry.url());
            }
            return unpacked;
        } catch (DataFormatException damaged) {
            throw new IllegalStateException("Damaged: " + entry.url(), damaged);
        } finally {
            inflater.end();
        }
    }

    /** Collects definitions and writes them as an archive. */
    static final class Writer {
        private final List<Entry> entries = new ArrayList<>();
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        /** The entry says what is known of the definition; its place and lengths are found here. */
        void add(Entry about, byte[] json) throws IOException {
            int offset = content.size();
            var deflater = new Deflater(Deflater.BEST_COMPRESSION);
            try (var packed = new DeflaterOutputStream(content, deflater)) {
                packed.write(json);
            } finally {
                deflater.end();
            }
            entries.add(new Entry(
                    about.resourceType(),
                    about.url(),
                    about.name(),
                    about.type(),
                    about.kind(),
                    about.base(),
                    about.isType(),
                    about.isAbstract(),
                    offset,
                    content.size() - offset,
                    json.length));
        }

        void writeTo(OutputStream out) throws IOException {
            var data = new DataOutputStream(out);
            data.writeUTF(STAMP);
            data.writeInt(entries.size());
            for (var entry : entries) {
                data.writeUTF(entry.resourceType());
                data.writeUTF(entry.url());
                data.writeUTF(entry.name());
                data.writeUTF(entry.type());
                data.writeUTF(entry.kind());
                data.writeUTF(entry.base());
                data.writeBoolean(entry.isType());
                data.writeBoolean(entry.isAbstract());
                data.writeInt(entry.offset());
                data.writeInt(entry.packedLength());
                data.writeInt(entry.length());
            }
            content.writeTo(data);
            data.flush();
        }
    }
}
