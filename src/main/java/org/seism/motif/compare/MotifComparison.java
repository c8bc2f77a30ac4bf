package org.seism.motif.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.seism.Progress;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.Strand;

/**
 * Compares motifs with a library (METHOD, section 16; Gupta et al. 2007). Columns are compared by Euclidean distance, each score
 * relative to the median of its query column over all columns of the library; the score of an alignment is the sum over the aligned
 * columns, and its null distribution that of columns drawn at random from the library. Immutable and safe for several threads.
 */
public final class MotifComparison {
    private static final int BINS = 100;
    private static final int MIN_OVERLAP = 5;
    private static final double PSEUDOCOUNT = 0.1;
    /** Where a file does not say how many sites a matrix was counted on. */
    private static final double UNKNOWN_SITES = 20;

    private final MotifLibrary m_known;
    private final List<LibraryMotif> m_library;
    private final boolean m_bothStrands;
    /** {@code [strand][target][column][letter]}. */
    private final double[][][][] m_columns;
    private final int m_count;

    /**
     * @param known the known motifs
     * @param bothStrands whether a target may fit on its other strand; only for nucleotides
     */
    public MotifComparison(final MotifLibrary known, final boolean bothStrands) {
        final List<LibraryMotif> library = known.motifs();
        m_known = known;
        m_library = library;
        m_bothStrands = bothStrands && library.get(0).matrix().alphabet().hasComplement();
        m_columns = new double[m_bothStrands ? 2 : 1][library.size()][][];
        int count = 0;
        for (int t = 0; t < library.size(); t++) {
            final FrequencyMatrix matrix = library.get(t).matrix();
            m_columns[0][t] = smoothed(matrix);
            count += m_columns[0][t].length;
            if (m_bothStrands) {
                m_columns[1][t] = smoothed(matrix.reverseComplement());
            }
        }
        m_count = count * m_columns.length;
    }

    /** @return the known motifs */
    public MotifLibrary library() {
        return m_known;
    }

    static double[][] smoothed(final FrequencyMatrix matrix) {
        final int letters = matrix.alphabet().size();
        final double sites = matrix.sites() > 0 ? matrix.sites() : UNKNOWN_SITES;
        final double[][] columns = new double[matrix.width()][letters];
        for (int c = 0; c < columns.length; c++) {
            for (int a = 0; a < letters; a++) {
                columns[c][a] = (matrix.frequencies()[c][a] * sites + PSEUDOCOUNT / letters) / (sites + PSEUDOCOUNT);
            }
        }
        return columns;
    }

    /**
     * @param query a motif over the library's letters
     * @param progress cancellation
     * @return one match per motif of the library, smallest p-value first
     * @throws org.seism.InputException if the query is of another kind of sequence
     */
    public List<LibraryMatch> match(final FrequencyMatrix query, final Progress progress) {
        m_known.require(query.alphabet());
        final double[][] columns = smoothed(query);
        final int[][][][] scores = scores(columns);
        final RangeTails tails = new RangeTails(pooled(columns.length, scores));
        final List<Alignment> best = new ArrayList<>();
        for (int t = 0; t < m_library.size(); t++) {
            progress.checkCancelled();
            best.add(best(t, columns.length, scores, tails));
        }
        return ranked(best);
    }

    /**
     * @param matches of one motif, as {@link #match} gives them
     * @return what it resembles
     */
    public Resemblance resemblance(final List<LibraryMatch> matches) {
        return Resemblance.of(m_known, matches);
    }

    private List<LibraryMatch> ranked(final List<Alignment> best) {
        final Integer[] order = new Integer[best.size()];
        Arrays.setAll(order, t -> t);
        Arrays.sort(order, Comparator.comparingDouble((final Integer t) -> best.get(t).p)
            .thenComparing(Comparator.comparingDouble((final Integer t) -> -best.get(t).score)));
        final double[] q = new double[order.length];
        double smallest = 1;
        for (int k = order.length - 1; k >= 0; k--) {
            smallest = Math.min(smallest, best.get(order[k]).p * order.length / (k + 1));
            q[k] = smallest;
        }
        final List<LibraryMatch> matches = new ArrayList<>();
        for (int k = 0; k < order.length; k++) {
            final Alignment a = best.get(order[k]);
            matches.add(new LibraryMatch(m_library.get(order[k]), a.p, q[k], a.strand == 0 ? Strand.FORWARD : Strand.REVERSE,
                a.offset, a.overlap));
        }
        return matches;
    }

    private record Alignment(double score, double p, int strand, int offset, int overlap) {
    }

    /** Integer scores {@code [strand][target][query column][target column]}. */
    private int[][][][] scores(final double[][] query) {
        final double[][] medians = new double[query.length][];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        final double[] median = new double[query.length];
        for (int i = 0; i < query.length; i++) {
            medians[i] = new double[m_count];
            int k = 0;
            for (final double[][][] strand : m_columns) {
                for (final double[][] target : strand) {
                    for (final double[] column : target) {
                        medians[i][k++] = -distance(query[i], column);
                    }
                }
            }
            Arrays.sort(medians[i]);
            median[i] = (medians[i][(m_count - 1) / 2] + medians[i][m_count / 2]) / 2;
            low = Math.min(low, medians[i][0] - median[i]);
            high = Math.max(high, medians[i][m_count - 1] - median[i]);
        }
        final double factor = high > low ? BINS / (high - low) : 0;
        final int[][][][] scores = new int[m_columns.length][m_library.size()][query.length][];
        for (int s = 0; s < scores.length; s++) {
            for (int t = 0; t < scores[s].length; t++) {
                for (int i = 0; i < query.length; i++) {
                    scores[s][t][i] = new int[m_columns[s][t].length];
                    for (int c = 0; c < scores[s][t][i].length; c++) {
                        scores[s][t][i][c] = (int)Math.round((-distance(query[i], m_columns[s][t][c]) - median[i]) * factor);
                    }
                }
            }
        }
        return scores;
    }

    private static double distance(final double[] a, final double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return Math.sqrt(sum);
    }

    /** All scores of each query column. */
    private static int[][] pooled(final int width, final int[][][][] scores) {
        final int[][] pooled = new int[width][];
        for (int i = 0; i < width; i++) {
            final int column = i;
            pooled[i] = Arrays.stream(scores).flatMap(Arrays::stream).flatMapToInt(t -> Arrays.stream(t[column])).toArray();
        }
        return pooled;
    }

    private Alignment best(final int target, final int width, final int[][][][] scores, final RangeTails tails) {
        final int targetWidth = m_library.get(target).matrix().width();
        final int least = Math.min(MIN_OVERLAP, Math.min(width, targetWidth));
        int best = Integer.MIN_VALUE;
        int bestStrand = 0;
        int bestOffset = 0;
        for (int strand = 0; strand < scores.length; strand++) {
            for (int offset = least - targetWidth; offset <= width - least; offset++) {
                int sum = 0;
                for (int i = Math.max(0, offset); i < Math.min(width, offset + targetWidth); i++) {
                    sum += scores[strand][target][i][i - offset];
                }
                if (sum > best) {
                    best = sum;
                    bestStrand = strand;
                    bestOffset = offset;
                }
            }
        }
        double logNone = 0;
        for (int offset = least - targetWidth; offset <= width - least; offset++) {
            final double tail = tails.atLeast(Math.max(0, offset), Math.min(width, offset + targetWidth), best);
            logNone += scores.length * Math.log1p(-Math.min(1, tail));
        }
        return new Alignment(best, -Math.expm1(logNone), bestStrand, bestOffset,
            Math.min(width, bestOffset + targetWidth) - Math.max(0, bestOffset));
    }
}
