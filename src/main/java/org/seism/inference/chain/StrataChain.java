package org.seism.inference.chain;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.seism.Progress;
import org.seism.inference.event.PermutationNull;
import org.seism.inference.event.PermutationScan;
import org.seism.inference.event.PermutationShape;

/**
 * The permutation null (METHOD, sections 9 and 10): entries exchanged within groups of sequences, restricted to the selection
 * event and weighted where the null says so. A move exchanges the entries of some random pairs of sequences, each pair of one
 * group, or now and then shuffles a few entries of each group, or reverses the order of the entries of groups, which joins
 * parts of the event that exchanges seldom join. Every move is as likely as its reverse and is taken back where it leaves the
 * event (Metropolis). The number of pairs is drawn from one to an eighth of the sequences, uniform in its logarithm: the event
 * may be wide or narrow.
 * <p>
 * Where all arrangements weigh the same, a step first tries one that is drawn independently of the present one, and only where
 * that is not in the event it makes moves. With q the share of arrangements in the event, the kernel is q times independent draws
 * from it plus 1 - q times the moves: a mixture, with weights that depend on nothing, of two kernels that are reversible. In a wide
 * event (behind strong earlier motifs) replicates are then independent and cost one look at the candidates; in a narrow one the
 * draw fails at one of the first candidates asked.
 */
public final class StrataChain implements Chain {
    private static final int REFRESH = 256;
    /** At most one sequence in so many is in a pair of a move. */
    private static final int PART = 4;
    private static final int LEAST_MOVES = 12;
    private static final int MOST_MOVES = 40;
    /** One move in so many shuffles, which reaches more arrangements than exchanges do. */
    private static final int SHUFFLE = 8;
    /** One step in so many, and every one of small data, reverses the entries, which costs products with whole matrices. */
    private static final int REVERSAL = 8;
    private static final int SMALL = 200;
    /** Table look-ups that the moves of a step may take, about, and one of them. */
    private static final double WORK = 3e7;
    private static final double WORK_OF_A_MOVE = 5e6;

    private final PermutationNull m_null;
    private final PermutationScan m_scan;
    private final boolean m_free;
    private final Progress m_progress;
    private final UniformRandomProvider m_random;
    private double[] m_e;
    private final double[] m_tilt;
    private final double m_floor;
    /** Sequences in groups that hold different entries; the others never move. */
    private final int[] m_movable;
    private final int[] m_groupOf;
    private final int[][] m_members;
    private final int m_mostPairs;
    private final int m_movesPerStep;
    private final long[] m_stamp;
    private long m_now;
    private final int[] m_rows;
    private final double[] m_entries;
    private final double[] m_change;
    private int m_size;
    private final double m_negligible;
    private long m_moves;
    private long m_steps;

    /**
     * @param shape null and event
     * @param law what the chain's law is beside the event
     * @param start an arrangement inside the event, its statistic at least the law's floor; copied
     * @param random the chain's own stream
     * @param progress cancellation
     */
    public StrataChain(final PermutationShape shape, final ChainLaw law, final double[] start,
        final UniformRandomProvider random, final Progress progress) {
        m_null = shape.nullOf();
        m_free = shape.isFree();
        m_progress = progress;
        m_random = random;
        m_e = start.clone();
        m_tilt = law.tilt();
        m_floor = law.floor();
        m_negligible = 1e-12 * Arrays.stream(m_e).map(Math::abs).max().orElse(0);
        m_members = m_null.groups().members();
        m_groupOf = IntStream.range(0, m_e.length).map(m_null.groups()::of).toArray();
        m_movable = IntStream.range(0, m_e.length).filter(i -> varies(m_members[m_groupOf[i]])).toArray();
        int pairs = Math.max(1, m_movable.length / (2 * PART));
        while (pairs > 1 && 2 * mean(pairs) * shape.candidates() > WORK_OF_A_MOVE) {
            pairs = pairs * 7 / 8;
        }
        m_mostPairs = pairs;
        final double moves = Math.max(LEAST_MOVES, Math.min(MOST_MOVES, m_movable.length / (4 * mean(pairs))));
        m_movesPerStep = (int)Math.max(1, Math.min(moves, WORK / (2 * mean(pairs) * Math.max(1, shape.candidates()))));
        m_stamp = new long[m_e.length];
        m_rows = new int[Math.max(2, 2 * m_mostPairs)];
        m_entries = new double[m_rows.length];
        m_change = new double[m_rows.length];
        m_scan = new PermutationScan(shape, m_e, m_rows.length);
    }

    /** Mean of a number from 1 to most, uniform in its logarithm. */
    private static double mean(final int most) {
        return most < 2 ? 1 : (most - 1) / Math.log(most);
    }

    private boolean varies(final int[] members) {
        return Arrays.stream(members).anyMatch(i -> Math.abs(m_e[i] - m_e[members[0]]) > m_negligible);
    }

    @Override
    public void step() {
        if (m_movable.length == 0) {
            return;
        }
        if (m_free && m_floor == Double.NEGATIVE_INFINITY) {
            exchangeFreely();
            return;
        }
        // such draws follow the null's own law and know of no floor
        if (m_tilt == null && m_floor == Double.NEGATIVE_INFINITY && drawAnew()) {
            return;
        }
        // the order of the moves is as likely as its reverse, which keeps the step reversible
        final boolean reversal = m_movable.length <= SMALL || m_random.nextInt(REVERSAL) == 0;
        final boolean reversalFirst = m_random.nextBoolean();
        if (reversal && reversalFirst) {
            reverse();
        }
        for (int k = 0; k < m_movesPerStep; k++) {
            m_progress.checkCancelled();
            move();
        }
        if (reversal && !reversalFirst) {
            reverse();
        }
        if (++m_steps % REFRESH == 0) {
            m_scan.refresh(m_e);
        }
        m_scan.summarise(m_e);
    }

    /** Tries an arrangement that has nothing to do with the present one. */
    private boolean drawAnew() {
        m_progress.checkCancelled();
        final double[] drawn = m_e.clone();
        for (final int[] group : m_members) {
            final int[] source = group.clone();
            PermutationSampler.shuffle(m_random, source);
            for (int k = 0; k < group.length; k++) {
                drawn[group[k]] = m_e[source[k]];
            }
        }
        m_moves++;
        if (!m_scan.inside(drawn)) {
            return false;
        }
        m_scan.accept();
        m_e = drawn;
        return true;
    }

    /** Every arrangement is in the event: single exchanges, which cost next to nothing. */
    private void exchangeFreely() {
        for (int k = 0; k < 2 * m_movable.length; k++) {
            final int i = m_movable[m_random.nextInt(m_movable.length)];
            final int[] group = m_members[m_groupOf[i]];
            final int j = group[m_random.nextInt(group.length)];
            final double d = m_e[j] - m_e[i];
            m_moves++;
            if (m_tilt == null || weighs(d * (m_tilt[i] - m_tilt[j]))) {
                final double entry = m_e[i];
                m_e[i] = m_e[j];
                m_e[j] = entry;
            }
        }
    }

    /** Metropolis. */
    private boolean weighs(final double logRatio) {
        return logRatio >= 0 || m_random.nextDouble() < Math.exp(logRatio);
    }

    private boolean reaches(final double[] e) {
        return m_floor == Double.NEGATIVE_INFINITY || m_null.statistic(e) >= m_floor;
    }

    private boolean reaches(final int[] rows, final double[] change, final int size) {
        if (m_floor == Double.NEGATIVE_INFINITY) {
            return true;
        }
        final double[] moved = m_e.clone();
        for (int k = 0; k < size; k++) {
            moved[rows[k]] += change[k];
        }
        return reaches(moved);
    }

    private void move() {
        final int pairs = m_mostPairs < 2 ? 1
            : Math.min(m_mostPairs, (int)Math.exp(m_random.nextDouble() * Math.log(m_mostPairs + 1)));
        m_size = 0;
        m_now++;
        if (m_random.nextInt(SHUFFLE) == 0) {
            drawShuffle(2 * pairs);
        } else {
            drawPairs(pairs);
        }
        if (m_size == 0) {
            return;
        }
        m_moves++;
        double logWeight = 0;
        for (int k = 0; k < m_size; k++) {
            m_change[k] = m_entries[k] - m_e[m_rows[k]];
            logWeight += m_tilt == null ? 0 : m_change[k] * m_tilt[m_rows[k]];
        }
        if ((m_tilt == null || weighs(logWeight)) && reaches(m_rows, m_change, m_size)
            && m_scan.inside(m_rows, m_change, m_size, m_e)) {
            m_scan.accept();
            for (int k = 0; k < m_size; k++) {
                // the entries themselves, so that they stay the same numbers forever
                m_e[m_rows[k]] = m_entries[k];
            }
        }
    }

    /**
     * Disjoint pairs with different entries, each drawn uniformly among those of its group. After the exchange the same pairs
     * are drawn with the same probability: what is left to draw from does not see them, and as many pairs differ as before.
     */
    private void drawPairs(final int pairs) {
        int tries = 100 * pairs + 1000;
        while (m_size < 2 * pairs && tries-- > 0) {
            final int i = m_movable[m_random.nextInt(m_movable.length)];
            final int[] group = m_members[m_groupOf[i]];
            final int j = group[m_random.nextInt(group.length)];
            if (m_stamp[i] == m_now || m_stamp[j] == m_now || !(Math.abs(m_e[i] - m_e[j]) > m_negligible)) {
                continue;
            }
            m_stamp[i] = m_now;
            m_stamp[j] = m_now;
            put(i, m_e[j]);
            put(j, m_e[i]);
        }
    }

    /** Random sequences, whatever their entries, whose entries are dealt out again within each group. */
    private void drawShuffle(final int size) {
        final int wanted = Math.min(size, m_movable.length);
        final int[] drawn = new int[wanted];
        for (int k = 0; k < wanted;) {
            final int i = m_movable[m_random.nextInt(m_movable.length)];
            if (m_stamp[i] != m_now) {
                m_stamp[i] = m_now;
                drawn[k++] = i;
            }
        }
        // by group, and within a group as drawn
        final long[] order = new long[wanted];
        for (int k = 0; k < wanted; k++) {
            order[k] = (long)m_groupOf[drawn[k]] << 32 | k;
        }
        Arrays.sort(order);
        final int[] byGroup = new int[wanted];
        for (int k = 0; k < wanted; k++) {
            byGroup[k] = drawn[(int)order[k]];
        }
        for (int from = 0; from < wanted;) {
            int to = from + 1;
            while (to < wanted && m_groupOf[byGroup[to]] == m_groupOf[byGroup[from]]) {
                to++;
            }
            final int[] source = Arrays.copyOfRange(byGroup, from, to);
            PermutationSampler.shuffle(m_random, source);
            for (int k = from; k < to; k++) {
                if (Math.abs(m_e[source[k - from]] - m_e[byGroup[k]]) > m_negligible) {
                    put(byGroup[k], m_e[source[k - from]]);
                }
            }
            from = to;
        }
    }

    private void put(final int row, final double entry) {
        m_rows[m_size] = row;
        m_entries[m_size++] = entry;
    }

    /**
     * In some groups, or all, the smallest entry changes places with the largest, and so on; which of equal entries is which
     * is drawn at random. Its own reverse where entries differ, and draws among equal entries are as likely as their reverse.
     */
    private void reverse() {
        final boolean all = m_random.nextBoolean();
        final double[] e = m_e;
        final double[] reversed = e.clone();
        for (final int[] group : m_members) {
            if (!all && m_random.nextBoolean()) {
                continue;
            }
            final int[] drawn = group.clone();
            PermutationSampler.shuffle(m_random, drawn);
            final int[] order = ascending(drawn, e);
            for (int k = 0; k < order.length; k++) {
                reversed[order[k]] = e[order[order.length - 1 - k]];
            }
        }
        m_moves++;
        double logWeight = 0;
        for (int i = 0; i < e.length && m_tilt != null; i++) {
            logWeight += (reversed[i] - e[i]) * m_tilt[i];
        }
        if ((m_tilt == null || weighs(logWeight)) && reaches(reversed) && m_scan.inside(reversed)) {
            m_scan.accept();
            m_e = reversed;
        }
    }

    /** The members by their entries; equal entries keep their order. */
    private static int[] ascending(final int[] members, final double[] e) {
        final double[] sorted = new double[members.length];
        for (int k = 0; k < sorted.length; k++) {
            sorted[k] = e[members[k]];
        }
        Arrays.sort(sorted);
        final int[] taken = new int[sorted.length];
        final int[] order = new int[sorted.length];
        for (final int i : members) {
            final int first = first(sorted, e[i]);
            order[first + taken[first]++] = i;
        }
        return order;
    }

    private static int first(final double[] sorted, final double value) {
        int from = 0;
        int to = sorted.length - 1;
        while (from < to) {
            final int middle = (from + to) >>> 1;
            if (Double.compare(sorted[middle], value) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    @Override
    public double statistic() {
        return m_null.statistic(m_e);
    }

    @Override
    public double[] residual() {
        return m_e;
    }

    @Override
    public long trials() {
        return m_free ? m_moves : m_scan.trials();
    }

    @Override
    public long moves() {
        return m_moves;
    }
}
