package org.seism.knime.port;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipEntry;

import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;

/** The file of a port object: an entry with the version of the format, then one with the data. */
final class VersionedEntries {
    /** To be raised whenever a codec writes something else; older versions must stay readable. */
    static final int VERSION = 10;
    /** The first version whose null samples have branches. */
    static final int BRANCHES = 2;
    /** The first version whose tests have a sample of the step, and samples say whether they are independent. */
    static final int STEPS = 3;
    /** The first version whose tests have intervals and estimates. */
    static final int EFFECTS = 4;
    /** The first version whose tests have checks. */
    static final int CHECKS = 5;
    /** The first version whose motifs may be matrices of a library. */
    static final int MATRICES = 6;
    /** The first version with a joint test. */
    static final int JOINT = 7;
    /** The first version whose words may have a place or a gap. */
    static final int SHAPES = 8;
    /** The first version whose motifs may have a library that they were selected from. */
    static final int LIBRARY = 9;
    /** The first version whose sequences may be related. */
    static final int KINSHIP = 10;

    private VersionedEntries() {
    }

    /** Writes the data. */
    interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    /** Reads the data. */
    interface Reader<T> {
        T read(DataInputStream in, int version) throws IOException;
    }

    static void write(final PortObjectZipOutputStream zip, final Writer writer) throws IOException {
        entry(zip, "version", out -> out.writeInt(VERSION));
        entry(zip, "data", writer);
    }

    static <T> T read(final PortObjectZipInputStream zip, final String what, final Reader<T> reader) throws IOException {
        try {
            next(zip, "version", what);
            final int version = new DataInputStream(zip).readInt();
            requireVersion(version, what);
            next(zip, "data", what);
            return reader.read(new DataInputStream(new BufferedInputStream(zip)), version);
        } catch (EOFException | IllegalArgumentException e) {
            throw new IOException("The saved " + what + " are damaged. Execute the node that made them again.", e);
        }
    }

    static void requireVersion(final int version, final String what) throws IOException {
        if (!isReadable(version)) {
            throw new IOException(unreadable(version, what));
        }
    }

    static boolean isReadable(final int version) {
        return version >= 1 && version <= VERSION;
    }

    static String unreadable(final int version, final String what) {
        return "The saved " + what + " have format version " + version + "; this version of SEISM reads versions up to " + VERSION
            + ". Update SEISM, or execute the node that made them again.";
    }

    /** The streams around the zip are flushed, not closed: closing them would close the zip. */
    private static void entry(final PortObjectZipOutputStream zip, final String name, final Writer writer) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        final DataOutputStream out = new DataOutputStream(new BufferedOutputStream(zip));
        writer.write(out);
        out.flush();
        zip.closeEntry();
    }

    private static void next(final PortObjectZipInputStream zip, final String name, final String what) throws IOException {
        final ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new IOException("The saved " + what + " are damaged: entry '" + name
                + "' is missing. Execute the node that made them again.");
        }
    }
}
