package org.seism.knime.port;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.SelectedMotif;
import org.seism.analysis.SelectionSettings;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.library.LibraryCandidates;
import org.seism.candidate.shape.Positions;
import org.seism.candidate.shape.WordForms;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.MatrixActivation;
import org.seism.motif.MatrixMotif;
import org.seism.motif.Motif;
import org.seism.motif.RefinedWord;
import org.seism.motif.SoftMotif;
import org.seism.motif.WordMotif;
import org.seism.selection.AssociationScore;
import org.seism.selection.RefinementSettings;
import org.seism.sequence.Alphabet;
import org.seism.sequence.WindowShape;
import org.seism.study.Study;

/**
 * Selected motifs, words or what they were refined to or matrices of a library, and the settings they were
 * selected with.
 */
final class SelectionCodec {
    private SelectionCodec() {
    }

    static void writeSettings(final SelectionSettings settings, final ModelContentWO model) {
        final GridSettings grid = settings.grid();
        model.addInt("minWidth", grid.minWidth());
        model.addInt("maxWidth", grid.maxWidth());
        model.addInt("degeneracy", grid.degeneracy());
        model.addDoubleArray("bandwidths", grid.bandwidths().stream().mapToDouble(Double::doubleValue).toArray());
        model.addInt("minSupport", grid.minSupport());
        model.addInt("maxGridSize", grid.maxGridSize());
        model.addString("score", settings.score().kind().name());
        model.addDouble("lambda", settings.score().lambda());
        model.addInt("motifs", settings.motifs());
        final RefinementSettings refinement = settings.refinement();
        model.addString("refinement", refinement.mode().name());
        model.addInt("resolution", refinement.resolution());
        model.addInt("maxSweeps", refinement.maxSweeps());
        model.addInt("starts", refinement.starts());
        model.addString("sign", settings.score().sign().name());
        model.addBoolean("erase", settings.erasing().on());
        model.addInt("eraseMismatches", settings.erasing().fixedMismatches());
        model.addInt("eraseOverlap", settings.erasing().fixedOverlap());
        model.addString("positions", grid.forms().positions().text());
        model.addBoolean("gapped", grid.forms().gapped());
    }

    static SelectionSettings readSettings(final ModelContentRO model) throws InvalidSettingsException {
        return new SelectionSettings(
            new GridSettings(model.getInt("minWidth"), model.getInt("maxWidth"), model.getInt("degeneracy"),
                Arrays.stream(model.getDoubleArray("bandwidths")).boxed().toList(), model.getInt("minSupport"),
                model.getInt("maxGridSize")).withForms(new WordForms(Positions.parse(model.getString("positions", Positions.NONE.text())),
                    model.getBoolean("gapped", false))),
            new AssociationScore(AssociationScore.Kind.valueOf(model.getString("score")), model.getDouble("lambda"),
                AssociationScore.Sign.valueOf(model.getString("sign", AssociationScore.Sign.ANY.name()))),
            model.getInt("motifs"),
            new RefinementSettings(RefinementSettings.Mode.valueOf(model.getString("refinement")),
            model.getInt("resolution"),
                model.getInt("maxSweeps"), model.getInt("starts")),
            // motifs saved before there was erasing were selected without it
            new Erasing(model.getBoolean("erase", false), model.getInt("eraseMismatches", Erasing.BY_WIDTH),
                model.getInt("eraseOverlap", Erasing.BY_WIDTH)));
    }

    static void write(final MotifSelection selection, final DataOutputStream out) throws IOException {
        out.writeInt(selection.candidates());
        out.writeLong(selection.leftOut());
        out.writeInt(selection.motifs().size());
        for (final SelectedMotif motif : selection.motifs()) {
            out.writeInt(motif.rank());
            writeMotif(motif.motif(), out);
            out.writeInt(motif.members().size());
            for (final Motif member : motif.members()) {
                writeMotif(member, out);
            }
            out.writeDouble(motif.score());
            out.writeDouble(motif.r2());
            out.writeDouble(motif.effect());
            out.writeInt(motif.support());
            writeColumns(motif.motif(), out);
        }
        LibraryCodec.write(selection.settings().grid().library(), out);
    }

    static MotifSelection read(final Study study, final SelectionSettings settings, final DataInputStream in,
        final int version)
        throws IOException {
        final int candidates = in.readInt();
        final long leftOut = in.readLong();
        final int count = in.readInt();
        final Alphabet alphabet = study.sequences().alphabet();
        final List<SelectedMotif> motifs = new ArrayList<>();
        for (int j = 0; j < count; j++) {
            final int rank = in.readInt();
            final Motif motif = readMotif(alphabet, in, version);
            final int size = in.readInt();
            final List<Motif> members = new ArrayList<>();
            for (int m = 0; m < size; m++) {
                members.add(readMotif(alphabet, in, version));
            }
            final double score = in.readDouble();
            final double r2 = in.readDouble();
            final double effect = in.readDouble();
            final int support = in.readInt();
            motifs.add(new SelectedMotif(rank, readColumns(motif, in), members, score, r2, effect, support));
        }
        final GridSettings grid = settings.grid();
        final Optional<LibraryCandidates> library =
            version >= VersionedEntries.LIBRARY ? LibraryCodec.read(in) : Optional.empty();
        return new MotifSelection(study, settings.withGrid(library.map(grid::withLibrary).orElse(grid)), motifs, candidates,
            leftOut);
    }

    /** Number of columns, 0 where the word was not refined, then all columns and the bandwidth. */
    private static void writeColumns(final Motif motif, final DataOutputStream out) throws IOException {
        if (!(motif instanceof final RefinedWord refined)) {
            out.writeShort(0);
            return;
        }
        out.writeShort(refined.width());
        for (final double[] column : refined.columns()) {
            for (final double x : column) {
                out.writeDouble(x);
            }
        }
        out.writeDouble(refined.soft().bandwidth());
    }

    private static Motif readColumns(final Motif motif, final DataInputStream in) throws IOException {
        final double[][] columns = new double[in.readUnsignedShort()][motif.alphabet().size()];
        for (final double[] column : columns) {
            for (int a = 0; a < column.length; a++) {
                column[a] = in.readDouble();
            }
        }
        if (columns.length == 0) {
            return motif;
        }
        if (!(motif instanceof final WordMotif word)) {
            throw new IllegalArgumentException("a matrix of a library is not refined");
        }
        return new RefinedWord(word, new SoftMotif(word.alphabet(), columns, in.readDouble()));
    }

    /** Whether it is a matrix, and what it then needs; else the word. */
    private static void writeMotif(final Motif motif, final DataOutputStream out) throws IOException {
        out.writeBoolean(motif instanceof MatrixMotif);
        if (motif instanceof final MatrixMotif matrix) {
            writeMatrix(matrix, out);
        } else {
            writeWord(motif, out);
        }
    }

    private static Motif readMotif(final Alphabet alphabet, final DataInputStream in, final int version) throws IOException {
        return version >= VersionedEntries.MATRICES && in.readBoolean() ? readMatrix(alphabet, in) : readWord(alphabet, in, version);
    }

    /** The matrix as its file had it, then the costs and levels that it was given by the sequences it was selected on. */
    private static void writeMatrix(final MatrixMotif motif, final DataOutputStream out) throws IOException {
        StudyCodec.writeText(motif.factor(), out);
        LibraryCodec.writeMatrix(motif.matrix(), out);
        LibraryCodec.writeRows(motif.activation().costs(), out);
        final byte[] levels = motif.activation().levels();
        out.writeInt(levels.length);
        out.write(levels);
    }

    private static MatrixMotif readMatrix(final Alphabet alphabet, final DataInputStream in) throws IOException {
        final String factor = StudyCodec.readText(in);
        final FrequencyMatrix matrix = LibraryCodec.readMatrix(alphabet, in);
        final double[][] costs = LibraryCodec.readRows(in);
        final byte[] levels = new byte[in.readInt()];
        in.readFully(levels);
        return new MatrixMotif(matrix, factor, new MatrixActivation(costs, levels));
    }

    /** A word, of a refined motif the one that it was refined from. */
    private static void writeWord(final Motif motif, final DataOutputStream out) throws IOException {
        final WordMotif word = motif instanceof final RefinedWord refined ? refined.word() : (WordMotif)motif;
        final WindowShape shape = word.windows();
        out.writeShort(shape.letters());
        for (int k = 0; k < shape.letters(); k++) {
            out.writeInt(word.mask(shape.column(k)));
        }
        out.writeDouble(word.bandwidth());
        out.writeShort(shape.left());
        out.writeShort(shape.gap());
        out.writeInt(shape.from());
        out.writeInt(shape.to());
    }

    private static WordMotif readWord(final Alphabet alphabet, final DataInputStream in, final int version) throws IOException {
        final int[] masks = new int[in.readUnsignedShort()];
        for (int c = 0; c < masks.length; c++) {
            masks[c] = in.readInt();
        }
        final double bandwidth = in.readDouble();
        final WindowShape shape = version < VersionedEntries.SHAPES ? WindowShape.of(masks.length)
            : new WindowShape(masks.length, in.readUnsignedShort(), in.readUnsignedShort(), in.readInt(), in.readInt());
        return new WordMotif(alphabet, masks, shape, bandwidth);
    }
}
