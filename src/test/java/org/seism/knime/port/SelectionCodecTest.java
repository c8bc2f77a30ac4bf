package org.seism.knime.port;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.SelectedMotif;
import org.seism.analysis.SelectionSettings;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
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
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.study.Covariates;
import org.seism.study.Phenotype;
import org.seism.study.Study;

class SelectionCodecTest {
    private static final SelectionSettings SETTINGS = new SelectionSettings(GridSettings.DEFAULT,
        new AssociationScore(AssociationScore.Kind.RIDGE, 0.1, AssociationScore.Sign.ANY), 3, RefinementSettings.NONE,
        Erasing.NONE);

    private static Study study() {
        return new Study(SequenceSet.ofCodes(Alphabet.DNA, List.of("a", "b"), new int[]{3, 3}, new byte[]{0, 1, 2, 3, 2, 1}),
            Strands.SINGLE, new Phenotype("y", new double[]{1, 2}, ""), new Covariates(List.of(), new double[0][]));
    }

    private static MatrixMotif matrix(final String name, final String factor, final double[] background) {
        final double[][] frequencies = {{0.7, 0.1, 0.1, 0.1}, {0.25, 0.3, 0.2, 0.25}};
        return new MatrixMotif(new FrequencyMatrix(name, "\u03b2 of " + name, Alphabet.DNA, frequencies, 41.5,
            background, "about:" + name),
            factor, new MatrixActivation(new double[][]{{0, 7, 7, 9}, {2, 0, 5, 2}}, new byte[]{15, 15, 9, 8, 1}));
    }

    private static SelectedMotif selected(final int rank, final Motif motif, final Motif... members) {
        return new SelectedMotif(rank, motif, List.of(members), 3.5 + rank, 0.25, -1.5, 7);
    }

    @Test
    @DisplayName("matrices of a library, words and refined words come back side by side, matrices with all that is known of them")
    void matrices() throws IOException {
        final MatrixMotif known = matrix("MA0001.1", "USF1", new double[]{0.3, 0.2, 0.2, 0.3});
        final MatrixMotif twin = matrix("MA0002.2", "MA0002.2", null);
        final WordMotif word = WordMotif.parse(Alphabet.DNA, "ACR", 1.4);
        final RefinedWord refined = new RefinedWord(word,
            new SoftMotif(Alphabet.DNA, new double[][]{{0.5, 0.5, 0, 0}, {0, 1, 0, 0}, {0.25, 0, 0.75, 0}}, 0.7));
        final WordMotif placed = WordMotif.parse(Alphabet.DNA, "GT@26-30", 1);
        final WordMotif gapped = WordMotif.parse(Alphabet.DNA, "TTG-N17-TATA", 1);
        final List<SelectedMotif> motifs = List.of(selected(1, known, known, twin), selected(2, word, word),
            selected(3, refined, word), selected(4, placed, gapped, placed));
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SelectionCodec.write(new MotifSelection(study(), SETTINGS, motifs, 877, 12), new DataOutputStream(bytes));
        final DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        final MotifSelection read = SelectionCodec.read(study(), SETTINGS, in, VersionedEntries.VERSION);
        assertEquals(-1, in.read());
        assertEquals(motifs, read.motifs());
        assertEquals(877, read.candidates());
        final MatrixMotif first = (MatrixMotif)read.motifs().get(0).motif();
        assertEquals("USF1", first.factor());
        assertEquals("\u03b2 of MA0001.1", first.matrix().description());
        assertEquals("about:MA0001.1", first.matrix().url());
        assertEquals(41.5, first.matrix().sites());
        assertArrayEquals(new double[]{0.3, 0.2, 0.2, 0.3}, first.matrix().background());
        assertArrayEquals(known.matrix().frequencies(), first.matrix().frequencies());
        assertNull(((MatrixMotif)read.motifs().get(0).members().get(1)).matrix().background());
    }

    @Test
    @DisplayName("words of versions that knew no matrices are read")
    void older() throws IOException {
        final WordMotif word = WordMotif.parse(Alphabet.DNA, "ACR", 1.4);
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(99);
        out.writeLong(5);
        out.writeInt(1);
        out.writeInt(1);
        writeWord(word, out);
        out.writeInt(1);
        writeWord(word, out);
        for (final double value : new double[]{4.5, 0.25, -1.5}) {
            out.writeDouble(value);
        }
        out.writeInt(7);
        out.writeShort(0);
        final DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        assertEquals(List.of(selected(1, word, word)), SelectionCodec.read(study(), SETTINGS, in,
            VersionedEntries.MATRICES - 1).motifs());
        assertEquals(-1, in.read());
    }

    private static void writeWord(final WordMotif word, final DataOutputStream out) throws IOException {
        out.writeShort(word.width());
        for (int c = 0; c < word.width(); c++) {
            out.writeInt(word.mask(c));
        }
        out.writeDouble(word.bandwidth());
    }
}
