package org.seism.inference.event;

import java.util.Arrays;
import java.util.Optional;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.activation.ActivationMatrix;
import org.seism.candidate.activation.LevelSets;
import org.seism.linear.OrthonormalBasis;

/**
 * Products of one matrix with arrangements of a phenotype of two classes, by counting the cases at the levels of each candidate:
 * phi_g^T e' = base_g + factor x (sum of phi_g over the cases). Costs the same for any arrangement and touches no table.
 * Immutable and safe for several threads.
 */
final class CaseProducts {
    /** Entries of a matrix beyond which its level sets would take too much memory beside it. */
    private static final long LARGEST = 1_200_000_000L;

    private final LevelSets m_sets;
    private final double[] m_base;
    private final double m_factor;
    private final double[] m_threshold;

    private CaseProducts(final LevelSets sets, final double[] base, final double factor, final double[] threshold) {
        m_sets = sets;
        m_base = base;
        m_factor = factor;
        m_threshold = threshold;
    }

    /**
     * @param null_ the null that deals out the phenotype
     * @param phi the matrix
     * @param runner runs the preparations
     * @return empty where the phenotype has not two values, or the matrix is too large
     */
    static Optional<CaseProducts> of(final PermutationNull null_, final ActivationMatrix phi, final TaskRunner runner) {
        final double[] values = Arrays.stream(null_.design().y()).distinct().sorted().limit(3).toArray();
        if (values.length != 2 || (long)phi.sequences() * phi.candidates() > LARGEST || !dealsOutY(null_)) {
            return Optional.empty();
        }
        final double lower = values[0] / null_.radius();
        final double factor = (values[1] - values[0]) / null_.radius();
        final double[] threshold = new double[phi.sequences()];
        final double[] controls = new double[threshold.length];
        for (int i = 0; i < threshold.length; i++) {
            controls[i] = lower - null_.fit()[i];
            threshold[i] = controls[i] + factor / 2;
        }
        return Optional.of(
            new CaseProducts(phi.levelSets(runner, Progress.NONE), phi.transposeTimes(controls, runner), factor, threshold));
    }

    /** Whether exchanges move the values of y themselves: not where residuals of a fit are exchanged. */
    private static boolean dealsOutY(final PermutationNull null_) {
        final double[] fit = null_.fit();
        final double size = OrthonormalBasis.norm(fit) + 1;
        for (final int[] group : null_.groups().members()) {
            for (final int i : group) {
                if (Math.abs(fit[i] - fit[group[0]]) > 1e-9 * size) {
                    return false;
                }
            }
        }
        return true;
    }

    /** How long it takes, about as many table look-ups. */
    long work() {
        return m_sets.work();
    }

    /** Whether a sequence with this entry is a case. */
    boolean isCase(final int i, final double entry) {
        return entry > m_threshold[i];
    }

    long[] cases(final double[] e) {
        final long[] cases = new long[m_sets.words()];
        for (int i = 0; i < e.length; i++) {
            cases[i >> 6] |= isCase(i, e[i]) ? 1L << i : 0;
        }
        return cases;
    }

    int blocks() {
        return m_sets.blocks();
    }

    int blockStart(final int block) {
        return m_sets.blockStart(block);
    }

    /** phi_g^T e' of one candidate. */
    double of(final int g, final long[] cases) {
        return m_base[g] + m_factor * m_sets.sum(g, cases);
    }

    /**
     * phi_g^T e' of a block of candidates.
     *
     * @param block the block
     * @param cases {@code [arrangement]}: bits of the cases
     * @param x {@code [arrangement][candidate of the block]}
     */
    void of(final int block, final long[][] cases, final double[][] x) {
        m_sets.sums(block, cases, x);
        final int from = m_sets.blockStart(block);
        final int size = m_sets.blockStart(block + 1) - from;
        for (int k = 0; k < cases.length; k++) {
            for (int g = 0; g < size; g++) {
                x[k][g] = m_base[from + g] + m_factor * x[k][g];
            }
        }
    }
}
