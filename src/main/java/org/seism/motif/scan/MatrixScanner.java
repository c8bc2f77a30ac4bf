package org.seism.motif.scan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

import org.seism.motif.FrequencyMatrix;
import org.seism.motif.Strand;
import org.seism.sequence.Alphabet;

/**
 * Finds the sites of a matrix: all windows whose score has a p-value at or below a threshold, or reaches a cut, or the best window.
 * Columns are looked at in the order of what they can decide, and a window is given up as soon as it can't reach the threshold any
 * more (Wu, Nevill-Manning, Brutlag, <em>Fast probabilistic analysis of sequence function using scoring matrices</em>, Bioinformatics
 * 2000). Holds no more than the matrix, so a sequence of any length can be scanned. Immutable and safe for several threads.
 */
public final class MatrixScanner {
    /** Sums of the same numbers in another order differ by less. */
    private static final double ROUNDING = 1e-6;

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

    /** The scores of one strand. */
    private final class Reading {
        private final double[][] m_scores;
        /** Columns, the ones that decide most first. */
        private final int[] m_order;
        /** {@code [k]}: the most that the columns behind the first k of the order can add. */
        private final double[] m_rest;

        Reading(final double[][] scores) {
            m_scores = scores;
            m_order = IntStream.range(0, scores.length).boxed()
                .sorted(Comparator.comparingDouble((final Integer c) -> -spread(scores[c])).thenComparing(c -> c)).mapToInt(c -> c).toArray();
            m_rest = new double[scores.length + 1];
            for (int k = scores.length - 1; k >= 0; k--) {
                m_rest[k] = m_rest[k + 1] + Arrays.stream(scores[m_order[k]]).max().orElse(0);
            }
        }

        /** How far the mean letter falls short of the best. */
        private static double spread(final double[] column) {
            return Arrays.stream(column).max().orElse(0) - Arrays.stream(column).average().orElse(0);
        }

        /** The window's score, or negative infinity where it is below the threshold or holds a letter outside the alphabet. */
        double score(final byte[] letters, final int from, final double threshold) {
            final double least = threshold - ROUNDING;
            double sum = 0;
            for (int k = 0; k < m_order.length; k++) {
                final int letter = letters[from + m_order[k]];
                if (letter < 0) {
                    return Double.NEGATIVE_INFINITY;
                }
                sum += m_scores[m_order[k]][letter];
                if (sum + m_rest[k + 1] < least) {
                    return Double.NEGATIVE_INFINITY;
                }
            }
            return sum;
        }
    }

    private final LogOddsMatrix m_pValues;
    private final Reading m_forward;
    /** The matrix read on the other strand, or null for one strand. */
    private final Reading m_reverse;
    /** In hundredths of a bit. */
    private final double m_threshold;

    /**
     * @param matrix the matrix
     * @param background probability of every letter, see {@link #background}
     * @param bothStrands whether the other strand is scanned; only for nucleotides
     * @param p largest p-value of a site, in (0, 1]
     */
    public MatrixScanner(final FrequencyMatrix matrix, final double[] background, final boolean bothStrands, final double p) {
        m_pValues = LogOddsMatrix.of(matrix, background);
        m_forward = new Reading(m_pValues.scores());
        m_reverse = bothStrands ? new Reading(LogOddsMatrix.of(matrix.reverseComplement(), background).scores()) : null;
        m_threshold = m_pValues.threshold(p);
    }

    private MatrixScanner(final LogOddsMatrix pValues, final double[][] forward, final double[][] reverse, final double threshold) {
        m_pValues = pValues;
        m_forward = new Reading(forward);
        m_reverse = reverse == null ? null : new Reading(reverse);
        m_threshold = threshold;
    }

    /**
     * A scanner for a matrix with a cut of its own, such as one grown from a word.
     *
     * @param alphabet of the matrix
     * @param bits {@code [column][letter]}: log-odds scores in bits
     * @param cut score of a site in bits
     * @param background probability of every letter; for the p-values, whose scores are rounded to hundredths per letter
     * @param bothStrands whether the other strand is scanned; only for nucleotides
     * @return the scanner
     */
    public static MatrixScanner ofCut(final Alphabet alphabet, final double[][] bits, final double cut, final double[] background,
        final boolean bothStrands) {
        final double[][] forward = new double[bits.length][];
        for (int c = 0; c < bits.length; c++) {
            forward[c] = Arrays.stream(bits[c]).map(x -> LogOddsMatrix.PER_BIT * x).toArray();
        }
        double[][] reverse = null;
        if (bothStrands) {
            reverse = new double[bits.length][alphabet.size()];
            for (int c = 0; c < bits.length; c++) {
                for (int a = 0; a < alphabet.size(); a++) {
                    reverse[c][alphabet.complement(a)] = forward[bits.length - 1 - c][a];
                }
            }
        }
        return new MatrixScanner(LogOddsMatrix.ofBits(bits, background), forward, reverse, LogOddsMatrix.PER_BIT * cut);
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
        return m_pValues.width();
    }

    /** @return whether any window can reach the threshold */
    public boolean canHit() {
        return m_threshold <= m_forward.m_rest[0] + ROUNDING;
    }

    /**
     * @param letters codes of letters; others than the alphabet's make a window unusable
     * @param from first letter to begin a window at
     * @param to behind the last letter
     * @param sink takes all sites, from left to right, forward before reverse
     */
    public void scan(final byte[] letters, final int from, final int to, final HitSink sink) {
        for (int start = from; start + width() <= to; start++) {
            final double forward = m_forward.score(letters, start, m_threshold);
            if (forward != Double.NEGATIVE_INFINITY) {
                sink.accept(hit(start, Strand.FORWARD, forward));
            }
            if (m_reverse != null) {
                final double reverse = m_reverse.score(letters, start, m_threshold);
                if (reverse != Double.NEGATIVE_INFINITY) {
                    sink.accept(hit(start, Strand.REVERSE, reverse));
                }
            }
        }
    }

    private Hit hit(final int start, final Strand strand, final double sum) {
        final int score = (int)Math.round(sum);
        return new Hit(start, strand, score, m_pValues.pValue(score));
    }

    /**
     * @param letters codes of letters
     * @return the best window whether or not it reaches the threshold, leftmost and forward among equals; empty where none is usable
     */
    public Optional<Hit> best(final byte[] letters) {
        return best(letters, 0, letters.length);
    }

    /**
     * @param letters codes of letters
     * @param from first letter to begin a window at
     * @param to behind the last letter
     * @return the best of these windows whether or not it reaches the threshold, leftmost and forward among equals (as far as hundredths
     *         of a bit tell); empty where none is usable
     */
    public Optional<Hit> best(final byte[] letters, final int from, final int to) {
        Hit best = null;
        double least = Double.NEGATIVE_INFINITY;
        for (int at = from; at + width() <= to; at++) {
            final double forward = m_forward.score(letters, at, least);
            if (forward != Double.NEGATIVE_INFINITY && (best == null || Math.round(forward) > best.score)) {
                best = hit(at, Strand.FORWARD, forward);
                least = best.score;
            }
            final double reverse = m_reverse == null ? Double.NEGATIVE_INFINITY : m_reverse.score(letters, at, least);
            if (reverse != Double.NEGATIVE_INFINITY && (best == null || Math.round(reverse) > best.score)) {
                best = hit(at, Strand.REVERSE, reverse);
                least = best.score;
            }
        }
        return Optional.ofNullable(best);
    }
}
