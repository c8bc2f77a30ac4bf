package org.seism.motif.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.seism.Progress;
import org.seism.motif.MatrixActivation;
import org.seism.motif.Motif;
import org.seism.motif.Strand;
import org.seism.motif.WordMotif;
import org.seism.sequence.WindowShape;

/**
 * Grows a matrix from a word (METHOD, section 13b): count letters around the word's sites on the motif's side of the phenotype, keep
 * the informative columns, score all sequences, move the cut to where sites tell the phenotype best, and count again.
 */
public final class MatrixGrowth {
    /** Columns of less information are not part of a motif, in bits. */
    private static final double INFORMATIVE = 0.1;
    private static final int EXTRA = 8;
    private static final int WIDEST = 25;
    /** Columns that a word as wide as that may still gain. */
    private static final int ROOM = 4;
    private static final int LARGEST_GAP = 4;
    private static final double PSEUDOCOUNT = 1;
    private static final int ROUNDS = 11;
    private static final int PATIENCE = 3;
    private static final int RECOUNTS = 3;
    private static final int LARGEST_STEP = 3;
    private static final double WORTH = 0.005;

    private final GrowthData m_data;
    private final Motif m_motif;
    private final WordMotif m_word;
    private final int m_sign;
    private final Progress m_progress;
    private final int m_least;
    private final int m_widest;

    /** A state of growth; the matrix begins at a column of the word, which only means something where the word has a place. */
    private record State(int offset, int[][] counts, double[][] logOdds, BestWindows windows, BestWindows.Cut cut) {
    }

    private MatrixGrowth(final GrowthData data, final Motif motif, final int sign, final Progress progress) {
        m_data = data;
        m_motif = motif;
        m_word = motif.letters();
        m_sign = sign < 0 ? -1 : 1;
        m_progress = progress;
        m_widest = Math.max(WIDEST, m_word.width() + ROOM);
        m_least = (int)Math.max(3, Math.ceil(0.01 * data.size()));
    }

    /**
     * @param data the study's sequences and phenotype
     * @param motif the selected motif
     * @param sign sign of its association with the phenotype
     * @param progress cancellation
     * @return the matrix, on the strand on which the motif was given
     */
    public static GrownMatrix grow(final GrowthData data, final Motif motif, final int sign, final Progress progress) {
        return new MatrixGrowth(data, motif, sign, progress).grow();
    }

    /** Scores of letters that add up to minus the number of mismatches. */
    static double[][] mismatches(final WordMotif word) {
        final double[][] mismatches = new double[word.width()][word.alphabet().size()];
        for (int c = 0; c < mismatches.length; c++) {
            for (int a = 0; a < mismatches[c].length; a++) {
                mismatches[c][a] = (word.mask(c) >> a & 1) != 0 ? 0 : -1;
            }
        }
        return mismatches;
    }

    private GrownMatrix grow() {
        final MotifWindows start = MotifWindows.of(m_data, m_motif);
        final BestWindows words = start.windows();
        // a word's first sites may have a mismatch; a matrix of a library knows what a site is
        final boolean[] sites = sites(words, m_motif.activation() instanceof MatrixActivation ? start.holds() : start.near());
        if (m_data.isOneParent()) {
            return result(state(0, words.counts(sites, 0)), false);
        }
        State best = null;
        BestWindows windows = words;
        boolean[] chosen = sites;
        int offset = 0;
        for (int round = 0, since = 0; round < ROUNDS && since < PATIENCE; round++) {
            m_progress.checkCancelled();
            final int[][] counts = windows.counts(chosen, EXTRA);
            final int[] columns = window(counts);
            offset += columns[0] - EXTRA;
            final State state = state(offset, Arrays.copyOfRange(counts, columns[0], columns[1]));
            if (best == null || state.cut().correlation() > best.cut().correlation()) {
                best = state;
                since = 0;
            } else {
                since++;
            }
            windows = state.windows();
            chosen = sites(windows, state.cut().score());
        }
        return result(m_data.hasClasses() ? best : widened(best), true);
    }

    private boolean[] sites(final BestWindows windows, final double cut) {
        final boolean[] sites = new boolean[m_data.size()];
        for (int i = 0; i < sites.length; i++) {
            sites[i] = m_data.isOnSide(i, m_sign) && windows.score(i) >= cut && windows.score(i) > Double.NEGATIVE_INFINITY;
        }
        return sites;
    }

    private State state(final int offset, final int[][] counts) {
        final double[][] logOdds = new double[counts.length][];
        for (int c = 0; c < counts.length; c++) {
            final double[] p = smoothed(counts[c]);
            logOdds[c] = new double[p.length];
            for (int a = 0; a < p.length; a++) {
                logOdds[c][a] = log2(p[a] / m_data.background()[a]);
            }
        }
        final BestWindows windows = BestWindows.of(m_data, logOdds, MatrixPlace.of(m_word.windows(), offset, counts.length));
        return new State(offset, counts, logOdds, windows, windows.bestCut(m_sign, m_least));
    }

    private double[] smoothed(final int[] counts) {
        final double total = Arrays.stream(counts).sum() + PSEUDOCOUNT;
        final double[] p = new double[counts.length];
        for (int a = 0; a < p.length; a++) {
            p[a] = (counts[a] + PSEUDOCOUNT * m_data.background()[a]) / total;
        }
        return p;
    }

    /** Information of a column in bits, less what counting so few letters gives by chance. */
    private double information(final int[] counts) {
        final int n = Arrays.stream(counts).sum();
        if (n == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        final double[] p = smoothed(counts);
        double bits = -(p.length - 1) / (2 * Math.log(2) * n);
        for (int a = 0; a < p.length; a++) {
            bits += p[a] > 0 ? p[a] * log2(p[a] / m_data.background()[a]) : 0;
        }
        return bits;
    }

    private static double log2(final double x) {
        return Math.log(x) / Math.log(2);
    }

    /** The columns of the motif among those counted: the first, and the one after the last. */
    private int[] window(final int[][] counts) {
        final double[] bits = Arrays.stream(counts).mapToDouble(this::information).toArray();
        final int least = Math.min(counts.length, Math.max(5, m_word.width() - 1));
        int from = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int start = 0; start + least <= bits.length; start++) {
            final double sum = Arrays.stream(bits, start, start + least).sum();
            if (sum > most) {
                most = sum;
                from = start;
            }
        }
        int to = from + least;
        for (boolean grows = true; grows;) {
            final int left = extension(bits, from, -1, m_widest - (to - from));
            from -= left;
            final int right = extension(bits, to - 1, 1, m_widest - (to - from));
            to += right;
            grows = left + right > 0;
        }
        while (to - from > least - 2 && bits[from] < INFORMATIVE) {
            from++;
        }
        while (to - from > least - 2 && bits[to - 1] < INFORMATIVE) {
            to--;
        }
        return new int[]{from, to};
    }

    /** Smallest number of columns beyond an end whose last is informative and whose mean is half so. */
    private static int extension(final double[] bits, final int end, final int direction, final int room) {
        double sum = 0;
        for (int g = 1; g <= Math.min(LARGEST_GAP, room); g++) {
            final int c = end + direction * g;
            if (c < 0 || c >= bits.length) {
                return 0;
            }
            sum += bits[c];
            if (bits[c] > INFORMATIVE && sum / g > INFORMATIVE / 2) {
                return g;
            }
        }
        return 0;
    }

    /** For numbers: a few columns more where the scores then go better with the phenotype. */
    private State widened(final State start) {
        State state = start;
        for (int recount = 0; recount < RECOUNTS; recount++) {
            m_progress.checkCancelled();
            final int[][] counts = state.windows().counts(sites(state.windows(), state.cut().score()), EXTRA);
            final double before = m_sign * state.windows().correlation();
            State best = null;
            double gain = 0;
            for (int side = 0; side < 2; side++) {
                for (int g = 1; g <= LARGEST_STEP && state.counts().length + g <= m_widest; g++) {
                    final int from = EXTRA - (side == 0 ? g : 0);
                    final int to = counts.length - EXTRA + (side == 1 ? g : 0);
                    if (Arrays.stream(counts, from, to).anyMatch(c -> Arrays.stream(c).sum() == 0)) {
                        continue;
                    }
                    final State wider = state(state.offset() + from - EXTRA, Arrays.copyOfRange(counts, from, to));
                    final double more = m_sign * wider.windows().correlation() - before - WORTH * Math.sqrt(g);
                    if (more > gain) {
                        gain = more;
                        best = wider;
                    }
                }
            }
            if (best == null) {
                return state;
            }
            state = best;
        }
        return state;
    }

    private GrownMatrix result(final State state, final boolean grown) {
        final boolean[] chosen = sites(state.windows(), state.cut().score());
        final List<MatrixSite> sites = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i]) {
                sites.add(state.windows().site(i));
            }
        }
        final WindowShape shape = m_word.windows();
        final int[] place = shape.isPlaced() ? new int[]{-state.offset(), 0} : wordPlace(state.logOdds());
        return new GrownMatrix(m_data.alphabet(), state.counts(), state.logOdds(), state.cut().score(), state.cut().correlation(),
            place[0], m_word.width(), place[1] == 0 ? Strand.FORWARD : Strand.REVERSE, sites, grown,
            MatrixPlace.of(shape, state.offset(), state.counts().length));
    }

    /** Offset and strand at which the word agrees best with the matrix. */
    private int[] wordPlace(final double[][] logOdds) {
        final int k = m_word.width();
        final int overlap = Math.min(k, logOdds.length);
        double best = Double.NEGATIVE_INFINITY;
        final int[] place = new int[2];
        for (int strand = 0; strand < m_data.strands(); strand++) {
            final WordMotif word = strand == 0 ? m_word : m_word.reverseComplement();
            for (int offset = Math.min(0, logOdds.length - k) - (overlap / 2); offset <= Math.max(0, logOdds.length - k) + overlap / 2;
                    offset++) {
                double sum = 0;
                for (int c = Math.max(0, -offset); c < k && offset + c < logOdds.length; c++) {
                    if (word.windows().isFree(c)) {
                        continue;
                    }
                    double highest = Double.NEGATIVE_INFINITY;
                    for (int a = 0; a < logOdds[offset + c].length; a++) {
                        highest = (word.mask(c) >> a & 1) != 0 ? Math.max(highest, logOdds[offset + c][a]) : highest;
                    }
                    sum += highest;
                }
                if (sum > best) {
                    best = sum;
                    place[0] = offset;
                    place[1] = strand;
                }
            }
        }
        return place;
    }
}
