package org.seism.motif.scan;

import java.util.Optional;

import org.seism.motif.FrequencyMatrix;
import org.seism.motif.Strand;

/**
 * Finds the sites of a matrix: all windows whose score has a p-value at or below a threshold, or the best window. Holds no more
 * than the matrix, so a sequence of any length can be scanned. Immutable and safe for several threads.
 */
public final class MatrixScanner {

    /**
     * A site.
     *
     * @param start first letter, from 0
     * @param strand strand on which the matrix fits
     * @param score in hundredths of a bit
     * @param p probability that a window of background letters scores at least that
     */
    public record Hit(int start, Strand strand, int score, double p) {
    }

    /** Takes hits as they are found. */
    @FunctionalInterface
    public interface HitSink {
        /** @param hit a site */
        void accept(Hit hit);
    }

    private final LogOddsMatrix m_forward;
    /** The matrix read on the other strand, or null for one strand. */
    private final LogOddsMatrix m_reverse;
    private final int m_threshold;

    /**
     * @param matrix the matrix
     * @param background probability of every letter, see {@link #background}
     * @param bothStrands whether the other strand is scanned; only for nucleotides
     * @param p largest p-value of a site, in (0, 1]
     */
    public MatrixScanner(final FrequencyMatrix matrix, final double[] background, final boolean bothStrands, final double p) {
        m_forward = LogOddsMatrix.of(matrix, background);
        m_reverse = bothStrands ? LogOddsMatrix.of(matrix.reverseComplement(), background) : null;
        m_threshold = m_forward.threshold(p);
    }

    /**
     * Letter frequencies from counts.
     *
     * @param counts how often every letter occurs
     * @param complements code of every letter's complement where both strands are scanned, else null
     * @return probabilities, averaged over the strands where both are scanned; no letter is left without any
     */
    public static double[] background(final long[] counts, final int[] complements) {
        final double[] p = new double[counts.length];
        double total = 0;
        for (int a = 0; a < counts.length; a++) {
            // one more of each, so that a letter the sequences lack has a logarithm
            p[a] = 1 + (complements == null ? counts[a] : (counts[a] + counts[complements[a]]) / 2.0);
            total += p[a];
        }
        for (int a = 0; a < p.length; a++) {
            p[a] /= total;
        }
        return p;
    }

    /** @return number of columns of the matrix */
    public int width() {
        return m_forward.width();
    }

    /** @return whether any window can reach the threshold */
    public boolean canHit() {
        return m_threshold <= m_forward.best();
    }

    /**
     * @param letters codes of letters; others than the alphabet's make a window unusable
     * @param from first letter to begin a window at
     * @param to behind the last letter
     * @param sink takes all sites, from left to right, forward before reverse
     */
    public void scan(final byte[] letters, final int from, final int to, final HitSink sink) {
        for (int start = from; start + width() <= to; start++) {
            final int forward = m_forward.score(letters, start);
            if (forward >= m_threshold) {
                sink.accept(new Hit(start, Strand.FORWARD, forward, m_forward.pValue(forward)));
            }
            if (m_reverse != null) {
                final int reverse = m_reverse.score(letters, start);
                if (reverse >= m_threshold) {
                    sink.accept(new Hit(start, Strand.REVERSE, reverse, m_forward.pValue(reverse)));
                }
            }
        }
    }

    /**
     * @param letters codes of letters
     * @return the best window whether or not it reaches the threshold, leftmost and forward among equals; empty where none is usable
     */
    public Optional<Hit> best(final byte[] letters) {
        int best = Integer.MIN_VALUE;
        int start = -1;
        Strand strand = Strand.FORWARD;
        for (int at = 0; at + width() <= letters.length; at++) {
            final int forward = m_forward.score(letters, at);
            final int reverse = m_reverse == null ? Integer.MIN_VALUE : m_reverse.score(letters, at);
            if (Math.max(forward, reverse) > best) {
                best = Math.max(forward, reverse);
                start = at;
                strand = forward >= reverse ? Strand.FORWARD : Strand.REVERSE;
            }
        }
        return start < 0 ? Optional.empty() : Optional.of(new Hit(start, strand, best, m_forward.pValue(best)));
    }
}
