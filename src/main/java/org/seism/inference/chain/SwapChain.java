package org.seism.inference.chain;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.seism.Progress;
import org.seism.candidate.ActivationMatrix;
import org.seism.inference.event.ExchangeProducts;
import org.seism.inference.event.NullGeometry;
import org.seism.inference.event.PermutationScan;
import org.seism.inference.event.PermutationShape;
import org.seism.linear.OrthonormalBasis;

/**
 * The permutation null (METHOD, sections 9 and 10): y' = P_N y + a permutation of the residual (Freedman, Lane 1983; with
 * the intercept alone that is a permutation of y), restricted to the selection event. A move pairs the sequences of a small
 * block at random and exchanges the entries of some of the pairs, or now and then shuffles the block; it is as likely as its
 * reverse, and is taken back where it leaves the event. Blocks hold about 5% of the sequences: a single exchange is nearly
 * always accepted, and several cost one scan. A step is a sweep (several for small data), in which every block of a random
 * division of the sequences moves once, and now and then the order of the entries is reversed, which joins parts of the
 * event that exchanges seldom join. Exact for the first motif without covariates, approximate otherwise.
 */
public final class SwapChain implements Chain {
    private static final int REFRESH = 256;
    /** Blocks in a sweep, if the sequences suffice: half of the moves or so are then accepted. */
    private static final double BLOCKS = 20;
    /** Small data have fewer blocks, whose sweeps cost little: a step then makes several, of so many moves together. */
    private static final int MOVES = 36;
    /** One move in so many shuffles its block, which reaches more arrangements than exchanges do. */
    private static final int SHUFFLE = 8;
    /** One step in so many, and every one of small data, reverses the entries, which costs a product with the whole matrix. */
    private static final int REVERSAL = 8;

    private final NullGeometry m_geometry;
    private final ActivationMatrix m_phi;
    private final Progress m_progress;
    private final UniformRandomProvider m_random;
    private final PermutationScan m_scan;
    private final ExchangeProducts m_products;
    private double[] m_e;
    private final int[] m_groups;
    private final int m_blocks;
    private final int m_sweeps;
    private final int[] m_rows;
    private final int[] m_drawn;
    private final int[] m_source;
    private final double[] m_entries;
    private final double[] m_change;
    private final double m_negligible;
    private double m_statistic;
    private long m_moves;
    private long m_steps;

    public SwapChain(final PermutationShape shape, final UniformRandomProvider random, final Progress progress) {
        this(shape, shape.geometry().residual(), random, progress);
    }

    public SwapChain(final PermutationShape shape, final double[] start, final UniformRandomProvider random,
        final Progress progress) {
        m_geometry = shape.geometry();
        m_phi = shape.activations();
        m_progress = progress;
        m_random = random;
        m_e = start.clone();
        m_negligible = 1e-12 * Arrays.stream(m_e).map(Math::abs).max().orElse(0);
        m_groups = PermutationSampler.natural(m_phi.groups());
        // two groups at least: entries have to move from one to another
        final int perBlock =
            Math.min(m_groups.length, Math.max(2, (int)Math.round(m_e.length / (BLOCKS * m_phi.groupSize()))));
        m_blocks = Math.max(1, m_groups.length / perBlock);
        m_sweeps = Math.max(1, MOVES / m_blocks);
        final int most = (m_groups.length + m_blocks - 1) / m_blocks;
        m_rows = new int[most * m_phi.groupSize()];
        m_drawn = new int[m_rows.length];
        m_source = new int[m_rows.length];
        m_entries = new double[m_rows.length];
        m_change = new double[m_rows.length];
        m_products = new ExchangeProducts(m_phi, most);
        m_scan = new PermutationScan(shape, m_e);
        summarise();
    }

    private void summarise() {
        m_scan.summarise(m_e);
        final double length = OrthonormalBasis.norm(m_geometry.nuisance().residual(m_e));
        // a permutation that N explains altogether leaves nothing for the motif to go with
        m_statistic = length > 1e-9 ? Math.min(1, Math.abs(OrthonormalBasis.dot(m_geometry.direction(), m_e)) / length) : 0;
    }

    @Override
    public void step() {
        // the order of the moves is as likely as its reverse, which keeps the step reversible
        final boolean reversal = m_sweeps > 1 || m_random.nextInt(REVERSAL) == 0;
        final boolean reversalFirst = m_random.nextBoolean();
        if (reversal && reversalFirst) {
            reverse();
        }
        for (int k = 0; k < m_sweeps; k++) {
            sweep();
        }
        if (reversal && !reversalFirst) {
            reverse();
        }
        if (++m_steps % REFRESH == 0) {
            m_scan.refresh(m_e);
        }
        summarise();
    }

    private void sweep() {
        PermutationSampler.shuffle(m_random, m_groups);
        // blocks may differ in size by one, so their order of sizes needs a coin to be as likely as its reverse
        final boolean forward = m_random.nextBoolean();
        for (int k = 0; k < m_blocks; k++) {
            m_progress.checkCancelled();
            final int block = forward ? k : m_blocks - 1 - k;
            rearrange((int)((long)m_groups.length * block / m_blocks), (int)((long)m_groups.length * (block + 1) / m_blocks));
        }
    }

    private void rearrange(final int from, final int to) {
        final int size = m_phi.members(m_groups, from, to, m_rows);
        arrange(size);
        boolean any = false;
        for (int k = 0; k < size; k++) {
            m_entries[k] = m_e[m_rows[m_source[k]]];
            final double change = m_entries[k] - m_e[m_rows[k]];
            m_change[k] = Math.abs(change) > m_negligible ? change : 0;
            any |= m_change[k] != 0;
        }
        if (!any) {
            return;
        }
        m_moves++;
        m_products.fill(m_groups, from, to, m_change);
        if (m_scan.inside(m_rows, m_change, size, m_products, m_e)) {
            m_scan.accept();
            for (int k = 0; k < size; k++) {
                // the entries themselves, so that they stay the same numbers forever
                m_e[m_rows[k]] = m_entries[k];
            }
        }
    }

    /** Draws from where in the block every place gets its entry; no arrangement is likelier than its reverse. */
    private void arrange(final int size) {
        for (int k = 0; k < size; k++) {
            m_drawn[k] = k;
        }
        PermutationSampler.shuffle(m_random, m_drawn, size - 1, true);
        if (m_random.nextInt(SHUFFLE) == 0) {
            System.arraycopy(m_drawn, 0, m_source, 0, size);
            return;
        }
        final int exchanged = 2 * (1 + m_random.nextInt(size / 2));
        for (int k = 0; k < size; k++) {
            final boolean partner = (k ^ 1) < exchanged;
            m_source[m_drawn[k]] = m_drawn[partner ? k ^ 1 : k];
        }
    }

    /**
     * The smallest entry changes places with the largest, and so on; which of equal entries is which is drawn at random. As
     * near to e becoming -e as permutations come. Its own reverse where entries differ, and draws among equal entries are as
     * likely as their reverse.
     */
    private void reverse() {
        final int n = m_e.length;
        final int[] drawn = PermutationSampler.natural(n);
        PermutationSampler.shuffle(m_random, drawn);
        final double[] e = m_e;
        // the sort is stable, so equal entries keep their random order
        final int[] order = IntStream.of(drawn).boxed().sorted((i, j) -> Double.compare(e[i], e[j])).mapToInt(i -> i).toArray();
        final double[] reversed = new double[n];
        for (int k = 0; k < n; k++) {
            reversed[order[k]] = e[order[n - 1 - k]];
        }
        m_moves++;
        if (m_scan.inside(reversed)) {
            m_scan.accept();
            m_e = reversed;
        }
    }

    @Override
    public double statistic() {
        return m_statistic;
    }

    @Override
    public double[] residual() {
        return m_e;
    }

    @Override
    public long trials() {
        return m_scan.trials();
    }

    @Override
    public long moves() {
        return m_moves;
    }
}
