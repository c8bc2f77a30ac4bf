package org.seism.knime.port;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.seism.candidate.library.LibraryCandidates;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.compare.LibraryMotif;
import org.seism.motif.compare.MotifLibrary;
import org.seism.sequence.Alphabet;

/** A library that motifs were selected from, all of it: the tests make its matrices candidates again. */
final class LibraryCodec {
    private LibraryCodec() {
    }

    static void write(final Optional<LibraryCandidates> library, final DataOutputStream out) throws IOException {
        out.writeBoolean(library.isPresent());
        if (library.isEmpty()) {
            return;
        }
        final MotifLibrary motifs = library.get().motifs();
        out.writeBoolean(library.get().besideWords());
        StudyCodec.writeText(motifs.name(), out);
        out.writeInt(motifs.motifs().size());
        for (final LibraryMotif motif : motifs.motifs()) {
            StudyCodec.writeText(motif.matrix().alphabet().name(), out);
            writeMatrix(motif.matrix(), out);
            StudyCodec.writeText(motif.family(), out);
        }
    }

    static Optional<LibraryCandidates> read(final DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return Optional.empty();
        }
        final boolean besideWords = in.readBoolean();
        final String name = StudyCodec.readText(in);
        final int size = in.readInt();
        final List<LibraryMotif> motifs = new ArrayList<>();
        for (int m = 0; m < size; m++) {
            final Alphabet alphabet = Alphabet.valueOf(StudyCodec.readText(in));
            final FrequencyMatrix matrix = readMatrix(alphabet, in);
            motifs.add(new LibraryMotif(matrix, StudyCodec.readText(in)));
        }
        return Optional.of(new LibraryCandidates(new MotifLibrary(name, motifs), besideWords));
    }

    /** A matrix as its file had it. */
    static void writeMatrix(final FrequencyMatrix matrix, final DataOutputStream out) throws IOException {
        StudyCodec.writeText(matrix.name(), out);
        StudyCodec.writeText(matrix.description(), out);
        StudyCodec.writeText(matrix.url(), out);
        writeRows(matrix.frequencies(), out);
        out.writeDouble(matrix.sites());
        StudyCodec.writeDoubles(matrix.background() == null ? new double[0] : matrix.background(), out);
    }

    static FrequencyMatrix readMatrix(final Alphabet alphabet, final DataInputStream in) throws IOException {
        final String name = StudyCodec.readText(in);
        final String description = StudyCodec.readText(in);
        final String url = StudyCodec.readText(in);
        final double[][] frequencies = readRows(in);
        final double sites = in.readDouble();
        final double[] background = StudyCodec.readDoubles(in);
        return new FrequencyMatrix(name, description, alphabet, frequencies, sites, background.length == 0 ? null : background,
            url);
    }

    static void writeRows(final double[][] rows, final DataOutputStream out) throws IOException {
        out.writeShort(rows.length);
        for (final double[] row : rows) {
            StudyCodec.writeDoubles(row, out);
        }
    }

    static double[][] readRows(final DataInputStream in) throws IOException {
        final double[][] rows = new double[in.readUnsignedShort()][];
        for (int c = 0; c < rows.length; c++) {
            rows[c] = StudyCodec.readDoubles(in);
        }
        return rows;
    }
}
