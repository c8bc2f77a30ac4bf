package org.seism.motif.growth;

import java.util.Arrays;

import org.seism.motif.Strand;

/** The best window of every sequence: highest score, leftmost and forward among equals. */
final class BestWindows {
    private final GrowthData m_data;
    private final int m_width;
    private final double[] m_scores;
    /** First letter on the strand that fits. */
    private final int[] m_starts;
    private final byte[] m_strands;

    private BestWindows(final GrowthData data, final double[][] scores, final MatrixPlace place) {
        m_data = data;
        m_width = scores.length;
        m_scores = new double[data.size()];
        m_starts = new int[m_scores.length];
        m_strands = new byte[m_scores.length];
        Arrays.fill(m_scores, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < m_scores.length; i++) {
            final int last = data.letters(0, i).length - m_width;
            for (int at = 0; at <= last; at++) {
                for (byte strand = 0; strand < data.strands(); strand++) {
                    if (!place.allows(strand == 0 ? Strand.FORWARD : Strand.REVERSE, at)) {
                        continue;
                    }
                    final int start = strand == 0 ? at : last - at;
                    final double score = score(scores, data.letters(strand, i), start);
                    if (score > m_scores[i]) {
                        m_scores[i] = score;
                        m_starts[i] = start;
                        m_strands[i] = strand;
                    }
                }
            }
        }
    }

    /**
     * @param data the sequences
     * @param scores {@code [column][letter]}
     * @param place where windows may lie
     * @return their best windows
     */
    static BestWindows of(final GrowthData data, final double[][] scores, final MatrixPlace place) {
        return new BestWindows(data, scores, place);
    }

    static double score(final double[][] scores, final byte[] letters, final int start) {
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            final int letter = letters[start + c];
            if (letter < 0) {
                return Double.NEGATIVE_INFINITY;
            }
            sum += scores[c][letter];
        }
        return sum;
    }

    int width() {
        return m_width;
    }

    /** Score of a sequence, negative infinity where no window is usable. */
    double score(final int sequence) {
        return m_scores[sequence];
    }

    MatrixSite site(final int sequence) {
        final int length = m_data.letters(0, sequence).length;
        return m_strands[sequence] == 0
            ? new MatrixSite(sequence, m_starts[sequence], Strand.FORWARD, m_scores[sequence])
            : new MatrixSite(sequence, length - m_starts[sequence] - m_width, Strand.REVERSE, m_scores[sequence]);
    }

    /**
     * @param chosen which sequences
     * @param extra columns to count on either side of the windows
     * @return {@code [column][letter]}; letters beyond the ends are not counted
     */
    int[][] counts(final boolean[] chosen, final int extra) {
        final int[][] counts = new int[m_width + 2 * extra][m_data.alphabet().size()];
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i]) {
                final byte[] letters = m_data.letters(m_strands[i], i);
                for (int c = 0; c < counts.length; c++) {
                    final int at = m_starts[i] - extra + c;
                    if (at >= 0 && at < letters.length && letters[at] >= 0) {
                        counts[c][letters[at]]++;
                    }
                }
            }
        }
        return counts;
    }

    /** Correlation of the scores with the phenotype; sequences without a usable window count as the lowest score. */
    double correlation() {
        final double lowest = Arrays.stream(m_scores).filter(s -> s > Double.NEGATIVE_INFINITY).min().orElse(0);
        final double[] s = Arrays.stream(m_scores).map(v -> Math.max(v, lowest)).toArray();
        final double mean = Arrays.stream(s).average().orElse(0);
        double product = 0;
        double square = 0;
        for (int i = 0; i < s.length; i++) {
            product += (s[i] - mean) * (m_data.y(i) - m_data.mean());
            square += (s[i] - mean) * (s[i] - mean);
        }
        return square > 0 && m_data.norm() > 0 ? product / (Math.sqrt(square) * m_data.norm()) : 0;
    }

    /**
     * A cut of the scores.
     *
     * @param score lowest score above the cut
     * @param correlation correlation of "at or above" with the phenotype, times the sign
     */
    record Cut(double score, double correlation) {
    }

    /**
     * @param sign direction of the motif
     * @param least smallest number of sequences above the cut
     * @return the cut with the largest correlation, the highest of equals; a correlation of minus infinity where there is none
     */
    Cut bestCut(final int sign, final int least) {
        final Integer[] order = new Integer[m_scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(m_scores[b], m_scores[a]));
        Cut best = new Cut(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        final int n = order.length;
        double sum = 0;
        for (int m = 1; m < n && m_scores[order[m - 1]] > Double.NEGATIVE_INFINITY; m++) {
            sum += m_data.y(order[m - 1]) - m_data.mean();
            if (m >= least && m_scores[order[m]] < m_scores[order[m - 1]] && m_data.norm() > 0) {
                final double r = sign * sum / (Math.sqrt((double)m * (n - m) / n) * m_data.norm());
                if (r > best.correlation()) {
                    best = new Cut(m_scores[order[m - 1]], r);
                }
            }
        }
        return best;
    }
}
