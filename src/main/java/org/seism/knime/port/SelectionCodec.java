package org.seism.knime.port;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.SelectedMotif;
import org.seism.analysis.SelectionSettings;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.motif.SoftMotif;
import org.seism.motif.WordMotif;
import org.seism.selection.AssociationScore;
import org.seism.selection.RefinementSettings;
import org.seism.sequence.Alphabet;
import org.seism.study.Study;

/** Selected motifs, words or what they were refined to, and the settings they were selected with. */
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
    }

    static SelectionSettings readSettings(final ModelContentRO model) throws InvalidSettingsException {
        return new SelectionSettings(
            new GridSettings(model.getInt("minWidth"), model.getInt("maxWidth"), model.getInt("degeneracy"),
                Arrays.stream(model.getDoubleArray("bandwidths")).boxed().toList(), model.getInt("minSupport"),
                model.getInt("maxGridSize")),
            new AssociationScore(AssociationScore.Kind.valueOf(model.getString("score")), model.getDouble("lambda"),
                AssociationScore.Sign.valueOf(model.getString("sign", AssociationScore.Sign.ANY.name()))),
            model.getInt("motifs"),
            new RefinementSettings(RefinementSettings.Mode.valueOf(model.getString("refinement")), model.getInt("resolution"),
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
            writeWord(motif.word(), out);
            out.writeInt(motif.members().size());
            for (final WordMotif member : motif.members()) {
                writeWord(member, out);
            }
            out.writeDouble(motif.score());
            out.writeDouble(motif.r2());
            out.writeDouble(motif.effect());
            out.writeInt(motif.support());
            writeRefined(motif.refined(), out);
        }
    }

    static MotifSelection read(final Study study, final SelectionSettings settings, final DataInputStream in) throws IOException {
        final int candidates = in.readInt();
        final long leftOut = in.readLong();
        final int count = in.readInt();
        final Alphabet alphabet = study.sequences().alphabet();
        final List<SelectedMotif> motifs = new ArrayList<>();
        for (int j = 0; j < count; j++) {
            final int rank = in.readInt();
            final WordMotif word = readWord(alphabet, in);
            final int size = in.readInt();
            final List<WordMotif> members = new ArrayList<>();
            for (int m = 0; m < size; m++) {
                members.add(readWord(alphabet, in));
            }
            motifs.add(new SelectedMotif(rank, word, members, in.readDouble(), in.readDouble(), in.readDouble(), in.readInt(),
                readRefined(alphabet, in)));
        }
        return new MotifSelection(study, settings, motifs, candidates, leftOut);
    }

    /** Number of columns, 0 where the word was not refined, then all columns and the bandwidth. */
    private static void writeRefined(final SoftMotif motif, final DataOutputStream out) throws IOException {
        out.writeShort(motif == null ? 0 : motif.width());
        if (motif != null) {
            for (final double[] column : motif.columns()) {
                for (final double x : column) {
                    out.writeDouble(x);
                }
            }
            out.writeDouble(motif.bandwidth());
        }
    }

    private static SoftMotif readRefined(final Alphabet alphabet, final DataInputStream in) throws IOException {
        final double[][] columns = new double[in.readUnsignedShort()][alphabet.size()];
        for (final double[] column : columns) {
            for (int a = 0; a < column.length; a++) {
                column[a] = in.readDouble();
            }
        }
        return columns.length == 0 ? null : new SoftMotif(alphabet, columns, in.readDouble());
    }

    private static void writeWord(final WordMotif word, final DataOutputStream out) throws IOException {
        out.writeShort(word.width());
        for (int c = 0; c < word.width(); c++) {
            out.writeInt(word.mask(c));
        }
        out.writeDouble(word.bandwidth());
    }

    private static WordMotif readWord(final Alphabet alphabet, final DataInputStream in) throws IOException {
        final int[] masks = new int[in.readUnsignedShort()];
        for (int c = 0; c < masks.length; c++) {
            masks[c] = in.readInt();
        }
        return new WordMotif(alphabet, masks, in.readDouble());
    }
}
