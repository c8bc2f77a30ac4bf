package org.seism.inference.chain;

import java.util.Arrays;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.seism.Progress;
import org.seism.candidate.activation.Activations;
import org.seism.inference.event.EventScan;
import org.seism.inference.event.EventShape;
import org.seism.inference.event.NullGeometry;
import org.seism.linear.OrthonormalBasis;
import org.seism.linear.Strata;

/**
 * Block rotation under the gaussian null (METHOD, section 10): within a few sequences, the part of v that may move without
 * leaving the complement of N is rotated towards a random direction of the same kind, by an angle drawn uniformly from the
 * arcs inside the selection event. A step rotates a quarter of the blocks of a random division of the sequences, which is
 * drawn anew and as likely as its reverse, and makes the {@link FreeMoves}; it is reversible as its moves are. It reads a
 * quarter of the activation matrix: the statistics after a quarter are far more than a quarter as independent as those
 * after a whole sweep.
 */
public final class BlockRotationChain implements Chain {
    private static final int REFRESH = 256;
    /** A step moves one in so many of all blocks, and at least so many as below. */
    private static final int PART = 4;
    private static final int LEAST = 8;

    private final NullGeometry m_geometry;
    private final Activations m_phi;
    private final Progress m_progress;
    private final UniformRandomProvider m_random;
    private final SharedStateContinuousSampler m_normal;
    private final double[] m_v;
    private final EventScan m_scan;
    private final int[] m_groups;
    private final int m_blocks;
    private final int m_blocksPerStep;
    private final OrthonormalBasis m_more;
    private final double[][] m_nuisanceRows;
    private final Strata m_strata;
    /** Of each sequence in the block, the stratum by its number within the block. */
    private final int[] m_stratumOf;
    private final int[] m_sizes;
    private final double[] m_sums;
    private final int[] m_numberOf;
    private int m_strataInBlock;
    private final int[] m_rows;
    private final double[] m_m;
    private final double[] m_w;
    private final FreeMoves m_free;
    private long m_moves;
    private long m_steps;

    public BlockRotationChain(final EventShape shape, final UniformRandomProvider random, final Progress progress) {
        this(shape, shape.geometry().residual(), random, progress);
    }

    public BlockRotationChain(final EventShape shape, final double[] start, final UniformRandomProvider random, final Progress progress) {
        m_geometry = shape.geometry();
        m_phi = shape.activations();
        m_progress = progress;
        m_random = random;
        m_normal = ZigguratSampler.NormalizedGaussian.of(random);
        m_v = start.clone();
        m_scan = new EventScan(shape, m_v);
        m_groups = PermutationSampler.natural(m_phi.groups());
        final int rank = m_geometry.nuisance().rank();
        final int blockSize = Math.max(16, 2 * rank + 2);
        final int perBlock = Math.min(m_groups.length, (blockSize + m_phi.groupSize() - 1) / m_phi.groupSize());
        m_blocks = Math.max(1, m_groups.length / perBlock);
        m_blocksPerStep = Math.max(Math.min(m_blocks, LEAST), (m_blocks + PART - 1) / PART);
        final int most = (m_groups.length + m_blocks - 1) / m_blocks;
        m_rows = new int[most * m_phi.groupSize()];
        m_m = new double[m_rows.length];
        m_w = new double[m_rows.length];
        m_more = m_geometry.nuisance().more();
        m_nuisanceRows = new double[m_more.rank()][m_rows.length];
        m_strata = m_geometry.nuisance().strata();
        m_stratumOf = new int[m_rows.length];
        m_sizes = new int[m_rows.length];
        m_sums = new double[m_rows.length];
        m_numberOf = new int[m_strata.count()];
        Arrays.fill(m_numberOf, -1);
        m_free = new FreeMoves(shape, m_scan, m_v, random);
    }

    /** Removes rounding errors: v orthogonal to N and of length 1. */
    public static void restore(final NullGeometry geometry, final double[] v) {
        final double[] clean = geometry.nuisance().residual(v);
        final double length = OrthonormalBasis.norm(clean);
        for (int i = 0; i < v.length; i++) {
            v[i] = clean[i] / length;
        }
    }

    @Override
    public void step() {
        // the order of the moves is as likely as its reverse, which keeps the step reversible
        final boolean reflectFirst = m_random.nextBoolean();
        m_free.turn();
        if (reflectFirst) {
            m_free.reflect();
        }
        blocks();
        if (!reflectFirst) {
            m_free.reflect();
        }
        m_free.turn();
    }

    private void blocks() {
        PermutationSampler.shuffle(m_random, m_groups);
        // blocks may differ in size by one, so their order of sizes needs a coin to be as likely as its reverse
        final boolean forward = m_random.nextBoolean();
        for (int k = 0; k < m_blocksPerStep; k++) {
            m_progress.checkCancelled();
            final int block = forward ? k : m_blocksPerStep - 1 - k;
            final int from = (int)((long)m_groups.length * block / m_blocks);
            final int to = (int)((long)m_groups.length * (block + 1) / m_blocks);
            rotate(from, to);
        }
        if (++m_steps % REFRESH == 0) {
            restore(m_geometry, m_v);
            m_scan.refresh(m_v);
        }
    }

    /** @return about how many steps read the activation matrix once */
    public int stepsPerSweep() {
        return Math.round((float)m_blocks / m_blocksPerStep);
    }

    private void rotate(final int from, final int to) {
        final int size = m_phi.members(m_groups, from, to, m_rows);
        if (!drawDirections(size)) {
            return;
        }
        final EventScan.Move move = new EventScan.Move(m_v, m_rows, size, m_m, m_w);
        final SliceRotation slice = new SliceRotation(m_random);
        boolean inside = m_scan.beginInside(move, slice.cosMinusOne(), slice.sin());
        while (!inside && slice.shrink()) {
            inside = m_scan.inside(move, false, slice.cosMinusOne(), slice.sin());
        }
        m_moves++;
        if (inside) {
            final double k1 = slice.cosMinusOne();
            final double k2 = slice.sin();
            m_scan.acceptLater(k1, k2);
            for (int k = 0; k < size; k++) {
                m_v[m_rows[k]] += k1 * m_m[k] + k2 * m_w[k];
            }
        }
    }

    /**
     * m, the part of v in the block that may move, and w, a random direction orthogonal to it and of the same length, both
     * orthogonal to the block's rows of N.
     *
     * @return false if the block leaves no room to move
     */
    private boolean drawDirections(final int size) {
        numberStrata(size);
        int rank = 0;
        for (int k = 0; k < m_nuisanceRows.length; k++) {
            final double[] u = m_nuisanceRows[rank];
            final double[] b = m_more.vector(k);
            for (int i = 0; i < size; i++) {
                u[i] = b[m_rows[i]];
            }
            final double before = length(u, size);
            orthogonalise(u, rank, size);
            final double after = length(u, size);
            if (after > 1e-9 * before && after > 0) {
                for (int i = 0; i < size; i++) {
                    u[i] /= after;
                }
                rank++;
            }
        }
        if (size - rank - m_strataInBlock < 2) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            m_m[i] = m_v[m_rows[i]];
            m_w[i] = m_normal.sample();
        }
        orthogonalise(m_m, rank, size);
        final double length = length(m_m, size);
        if (!(length > 1e-12)) {
            return false;
        }
        orthogonalise(m_w, rank, size);
        for (int pass = 0; pass < 2; pass++) {
            subtract(m_w, m_m, dot(m_w, m_m, size) / (length * length), size);
        }
        orthogonalise(m_w, rank, size);
        final double factor = length / length(m_w, size);
        for (int i = 0; i < size; i++) {
            m_w[i] *= factor;
        }
        return true;
    }

    private void orthogonalise(final double[] x, final int rank, final int size) {
        for (int pass = 0; pass < 2; pass++) {
            centre(x, size);
            for (int k = 0; k < rank; k++) {
                subtract(x, m_nuisanceRows[k], dot(x, m_nuisanceRows[k], size), size);
            }
        }
    }

    private void numberStrata(final int size) {
        m_strataInBlock = 0;
        if (m_strata.count() == 0) {
            return;
        }
        for (int i = 0; i < size; i++) {
            final int stratum = m_strata.of(m_rows[i]);
            if (m_numberOf[stratum] < 0) {
                m_numberOf[stratum] = m_strataInBlock;
                m_sizes[m_strataInBlock++] = 0;
            }
            m_stratumOf[i] = m_numberOf[stratum];
            m_sizes[m_stratumOf[i]]++;
        }
        for (int i = 0; i < size; i++) {
            m_numberOf[m_strata.of(m_rows[i])] = -1;
        }
    }

    /** Subtracts the mean of each stratum. */
    private void centre(final double[] x, final int size) {
        if (m_strataInBlock == 0) {
            return;
        }
        Arrays.fill(m_sums, 0, m_strataInBlock, 0);
        for (int i = 0; i < size; i++) {
            m_sums[m_stratumOf[i]] += x[i];
        }
        for (int i = 0; i < size; i++) {
            x[i] -= m_sums[m_stratumOf[i]] / m_sizes[m_stratumOf[i]];
        }
    }

    private static void subtract(final double[] x, final double[] y, final double factor, final int size) {
        for (int i = 0; i < size; i++) {
            x[i] -= factor * y[i];
        }
    }

    private static double dot(final double[] x, final double[] y, final int size) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static double length(final double[] x, final int size) {
        return Math.sqrt(dot(x, x, size));
    }

    @Override
    public double statistic() {
        return Math.min(1, m_geometry.path().sign().magnitude(m_scan.tau()));
    }

    @Override
    public double[] residual() {
        return m_v;
    }

    /** How many trial points the words' scan left to the refinement. */
    public long refinements() {
        return m_scan.refinements();
    }

    @Override
    public long trials() {
        return m_scan.trials();
    }

    @Override
    public long moves() {
        return m_moves + m_free.moves();
    }
}
