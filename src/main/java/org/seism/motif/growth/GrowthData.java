package org.seism.motif.growth;

import java.util.Arrays;

import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * Sequences and phenotype as growing needs them: letters of every strand that is scanned, letter frequencies, and how alike the
 * sequences are position by position. Made once for all motifs of a study. Immutable.
 */
public final class GrowthData {
    /** Sequences that share more letters at the same places are mutants of one parent, into which a matrix would grow. */
    private static final double SAME_PARENT = 0.5;

    private final Alphabet m_alphabet;
    /** {@code [strand][sequence][position]}: codes, -1 for letters outside the alphabet; the other strand is read backwards. */
    private final byte[][][] m_letters;
    private final double[] m_background;
    private final double[] m_y;
    private final double m_mean;
    private final double m_norm;
    private final double m_centre;
    private final boolean m_classes;
    private final boolean m_oneParent;

    /**
     * @param sequences the sequences
     * @param strands which strands are scanned
     * @param y phenotype, one value per sequence
     * @param classes whether the phenotype has two values only
     */
    public GrowthData(final SequenceSet sequences, final Strands strands, final double[] y, final boolean classes) {
        m_alphabet = sequences.alphabet();
        m_y = y.clone();
        m_classes = classes;
        m_letters = new byte[strands == Strands.BOTH ? 2 : 1][sequences.size()][];
        for (int i = 0; i < sequences.size(); i++) {
            m_letters[0][i] = sequences.codes(i);
            if (m_letters.length == 2) {
                m_letters[1][i] = turned(m_letters[0][i]);
            }
        }
        m_background = frequencies();
        m_mean = Arrays.stream(y).average().orElse(0);
        m_norm = Math.sqrt(Arrays.stream(y).map(v -> (v - m_mean) * (v - m_mean)).sum());
        m_centre = classes ? m_mean : median(y);
        m_oneParent = identity(m_letters[0]) > SAME_PARENT;
    }

    private byte[] turned(final byte[] letters) {
        final byte[] other = new byte[letters.length];
        for (int k = 0; k < letters.length; k++) {
            final int code = letters[letters.length - 1 - k];
            other[k] = (byte)(code < 0 ? -1 : m_alphabet.complement(code));
        }
        return other;
    }

    private double[] frequencies() {
        final double[] counts = new double[m_alphabet.size()];
        double total = 0;
        for (final byte[][] strand : m_letters) {
            for (final byte[] letters : strand) {
                for (final byte code : letters) {
                    if (code >= 0) {
                        counts[code]++;
                        total++;
                    }
                }
            }
        }
        for (int a = 0; a < counts.length; a++) {
            // a letter that never occurs still needs a logarithm
            counts[a] = Math.max(counts[a], 1e-3) / Math.max(1, total);
        }
        return counts;
    }

    private static double median(final double[] y) {
        final double[] sorted = y.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Share of equal letters at the same places, over all pairs of sequences. */
    static double identity(final byte[][] sequences) {
        final int longest = Arrays.stream(sequences).mapToInt(s -> s.length).max().orElse(0);
        double same = 0;
        double pairs = 0;
        for (int k = 0; k < longest; k++) {
            final long[] counts = new long[64];
            long n = 0;
            for (final byte[] s : sequences) {
                if (k < s.length && s[k] >= 0) {
                    counts[s[k]]++;
                    n++;
                }
            }
            for (final long c : counts) {
                same += (double)c * (c - 1);
            }
            pairs += (double)n * (n - 1);
        }
        return pairs == 0 ? 0 : same / pairs;
    }

    Alphabet alphabet() {
        return m_alphabet;
    }

    int size() {
        return m_y.length;
    }

    int strands() {
        return m_letters.length;
    }

    byte[] letters(final int strand, final int sequence) {
        return m_letters[strand][sequence];
    }

    double[] background() {
        return m_background;
    }

    double y(final int sequence) {
        return m_y[sequence];
    }

    double mean() {
        return m_mean;
    }

    /** Length of the centred phenotype. */
    double norm() {
        return m_norm;
    }

    boolean hasClasses() {
        return m_classes;
    }

    boolean isOneParent() {
        return m_oneParent;
    }

    /** Whether a sequence is on the side of the phenotype that the motif goes with. */
    boolean isOnSide(final int sequence, final int sign) {
        return sign * (m_y[sequence] - m_centre) > 0;
    }
}
