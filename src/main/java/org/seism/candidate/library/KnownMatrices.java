package org.seism.candidate.library;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.MatrixActivation;
import org.seism.motif.MatrixMotif;
import org.seism.motif.compare.LibraryMotif;
import org.seism.motif.compare.MotifLibrary;
import org.seism.motif.scan.LogOddsMatrix;
import org.seism.motif.scan.MatrixScanner;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * Makes candidates of a library's matrices: exact p-values of their scores in these sequences, and the levels
 * that follow from them.
 */
public final class KnownMatrices {
    /** -log10 P of the best window runs from what a sequence of median length has by chance over so many powers of ten. */
    private static final double POWERS = 4;

    private KnownMatrices() {
    }

    /**
     * @param library known motifs
     * @param set the sequences, whose letters are the background and whose median length is what chance is measured by
     * @param strands which strands are scanned
     * @param runner runs the parts
     * @param progress cancellation
     * @return one motif per matrix, in the library's order
     * @throws org.seism.InputException if the library is of another kind of sequence
     */
    public static List<MatrixMotif> of(final MotifLibrary library, final SequenceSet set, final Strands strands,
        final TaskRunner runner,
        final Progress progress) {
        final Alphabet alphabet = set.alphabet();
        library.require(alphabet);
        final double[] background = background(set, strands);
        final double chance = Math.log10(windows(set, strands));
        return runner.runAll(library.motifs().stream().<Callable<MatrixMotif>> map(m -> () -> {
            progress.checkCancelled();
            return motif(m, alphabet, background, chance);
        }).toList());
    }

    private static double[] background(final SequenceSet set, final Strands strands) {
        final Alphabet alphabet = set.alphabet();
        final long[] counts = new long[alphabet.size()];
        for (int i = 0; i < set.size(); i++) {
            for (final byte code : set.codes(i)) {
                if (code >= 0) {
                    counts[code]++;
                }
            }
        }
        final int[] complements = new int[counts.length];
        if (strands == Strands.BOTH) {
            Arrays.setAll(complements, alphabet::complement);
        }
        return MatrixScanner.background(counts, strands == Strands.BOTH ? complements : null);
    }

    /** m of METHOD section 4b: strands times the median length. */
    private static double windows(final SequenceSet set, final Strands strands) {
        final int[] lengths = set.lengths();
        Arrays.sort(lengths);
        final double median = (lengths[(lengths.length - 1) / 2] + lengths[lengths.length / 2]) / 2.0;
        return Math.max(1, (strands == Strands.BOTH ? 2 : 1) * median);
    }

    private static MatrixMotif motif(final LibraryMotif known, final Alphabet alphabet, final double[] background,
        final double chance) {
        final FrequencyMatrix m = known.matrix();
        final FrequencyMatrix matrix = m.alphabet() == alphabet ? m
            : new FrequencyMatrix(m.name(), m.description(), alphabet, m.frequencies(), m.sites(), null).withUrl(m.url());
        final LogOddsMatrix odds = LogOddsMatrix.of(matrix, background);
        final double[][] costs = odds.scores();
        for (final double[] column : costs) {
            final double best = Arrays.stream(column).max().orElse(0);
            Arrays.setAll(column, a -> best - column[a]);
        }
        return new MatrixMotif(matrix, known.factor(), new MatrixActivation(costs, levels(odds, chance)));
    }

    private static byte[] levels(final LogOddsMatrix odds, final double chance) {
        final byte[] levels = new byte[odds.best() - odds.threshold(1) + 1];
        // the farther from the best score, the larger p: behind the first level of 0 are zeros alone
        for (int d = 0; d < levels.length; d++) {
            final double x = (-Math.log10(odds.pValue(odds.best() - d)) - chance) / POWERS;
            levels[d] = (byte)Math.round(MatrixActivation.TOP * Math.max(0, Math.min(1, x)));
            if (levels[d] == 0) {
                return Arrays.copyOf(levels, d);
            }
        }
        return levels;
    }
}
