package org.seism.inference;

import java.util.Arrays;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.motif.ActivationMatrix;
import org.seism.selection.AssociationScore;
import org.seism.selection.OrthonormalBasis;
import org.seism.selection.RefinedEvent;
import org.seism.selection.SelectionPath;

/**
 * The permutation null (METHOD, sections 9 and 10): y' = P_N y + a permutation of the residual (Freedman, Lane 1983; with
 * the intercept alone that is a permutation of y), restricted to the selection event. A move exchanges two entries and is
 * taken back where it leaves the event; a step is a sweep of n/2 exchanges over a random pairing of the sequences, which is
 * as likely as its reverse. Exact for the first motif without covariates, approximate otherwise.
 */
final class SwapChain implements Chain {
    private static final int CHUNK = 2048;
    private static final float[] ZEROS = new float[CHUNK];
    private static final int RECENT = 32;
    private static final int REFRESH = 64;
    private static final double FLOAT_ERROR = 4e-6;

    /** One step of the event: |x_g + offset_g - sum_l loading_lg tau_l| / s_g against the same of the winner. */
    private record Step(int index, OrthonormalBasis basis, int winner, double[] winnerResidual, double inverseWinnerScale,
        float[] offset, float[] scale, double margin) {
    }

    private final NullGeometry m_geometry;
    private final SelectionPath m_path;
    private final ActivationMatrix m_phi;
    private final Progress m_progress;
    private final UniformRandomProvider m_random;
    private final Step[] m_steps;
    /** The part of the event that follows the words' one, null for words. */
    private final RefinedEvent m_refined;
    /** {@code [basis vector][candidate]}: phi_g^T b_l; the constant vector's entry is null, its tau is always 0. */
    private final float[][] m_loadings;
    private final OrthonormalBasis m_basis;
    private final double[] m_e;
    private final double[] m_tau;
    private final double[] m_trialTau;
    private final double[] m_winners;
    private final int[] m_order;
    private float[] m_x;
    private float[] m_trialX;
    private final float[] m_projected;
    /** Zero where a candidate is certainly inside, in the part looked at last. */
    private final float[] m_excess;
    private final float[][] m_tables = new float[2][];
    private final int[] m_recent = new int[RECENT];
    private int m_recentSize;
    private final double m_negligible;
    private double m_statistic;
    private long m_trials;
    private long m_moves;
    private long m_sweeps;

    SwapChain(final NullGeometry geometry, final UniformRandomProvider random, final Progress progress) {
        this(geometry, geometry.residual(), random, progress);
    }

    SwapChain(final NullGeometry geometry, final double[] start, final UniformRandomProvider random, final Progress progress) {
        m_geometry = geometry;
        m_path = geometry.path();
        m_phi = m_path.grid().activations();
        m_progress = progress;
        m_random = random;
        m_e = start.clone();
        m_negligible = 1e-12 * Arrays.stream(m_e).map(Math::abs).max().orElse(0);
        m_basis = m_path.basis(geometry.steps() - 1);
        m_tau = new double[m_basis.rank()];
        m_trialTau = new double[m_basis.rank()];
        m_loadings = new float[m_basis.rank()][];
        for (int l = 1; l < m_loadings.length; l++) {
            m_loadings[l] = toFloat(m_phi.transposeTimes(m_basis.vector(l), TaskRunner.sequential()));
        }
        m_refined = m_path.isRefined() ? new RefinedEvent(m_path, geometry.steps()) : null;
        m_steps = new Step[m_path.keepsSeeds() ? geometry.steps() : 0];
        for (int s = 0; s < m_steps.length; s++) {
            m_steps[s] = step(StepGeometry.of(geometry, s, TaskRunner.sequential()));
        }
        m_winners = new double[m_steps.length];
        m_order = PermutationSampler.natural(m_e.length);
        m_trialX = new float[m_phi.candidates()];
        m_projected = new float[m_trialX.length];
        m_excess = new float[m_trialX.length];
        m_tables[0] = new float[256];
        m_tables[1] = new float[256];
        refresh();
        summarise();
    }

    private Step step(final StepGeometry geometry) {
        final int p = m_phi.candidates();
        final double[] offset = m_phi.transposeTimes(geometry.basis().residual(m_geometry.fit()), TaskRunner.sequential());
        final float[] scale = new float[p];
        double margin = 0;
        for (int g = 0; g < p; g++) {
            scale[g] = (float)Math.min(geometry.scale(g), EventShape.UNBOUNDED);
            if (scale[g] < EventShape.UNBOUNDED) {
                margin = Math.max(margin, FLOAT_ERROR * (Math.sqrt(m_path.norm(g)) + Math.abs(offset[g])) / scale[g]);
            }
        }
        final double[] residual = geometry.basis().residual(m_phi.column(geometry.winner()));
        return new Step(geometry.step(), geometry.basis(), geometry.winner(), residual, 1 / geometry.winnerScale(m_path),
            toFloat(offset), scale, margin);
    }

    private static float[] toFloat(final double[] values) {
        final float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float)values[i];
        }
        return floats;
    }

    private void refresh() {
        m_x = toFloat(m_phi.transposeTimes(m_e, TaskRunner.sequential()));
    }

    /** Everything that follows from the present permutation, free of accumulated rounding errors. */
    private void summarise() {
        for (int l = 0; l < m_tau.length; l++) {
            m_tau[l] = OrthonormalBasis.dot(m_basis.vector(l), m_e);
        }
        for (int s = 0; s < m_steps.length; s++) {
            final double[] f = m_steps[s].winnerResidual();
            m_winners[s] = OrthonormalBasis.dot(f, m_geometry.fit()) + OrthonormalBasis.dot(f, m_e);
        }
        final double length = OrthonormalBasis.norm(m_geometry.nuisance().residual(m_e));
        // a permutation that N explains altogether leaves nothing for the motif to go with
        m_statistic = length > 1e-9 ? Math.min(1, Math.abs(OrthonormalBasis.dot(m_geometry.direction(), m_e)) / length) : 0;
    }

    @Override
    public void step() {
        PermutationSampler.shuffle(m_random, m_order);
        for (int k = 0; k + 1 < m_order.length; k += 2) {
            final int a = m_order[k];
            final int b = m_order[k + 1];
            final double d = m_e[b] - m_e[a];
            if (Math.abs(d) > m_negligible) {
                if ((m_moves & 15) == 0) {
                    m_progress.checkCancelled();
                }
                m_moves++;
                exchange(a, b, d);
            }
        }
        if (++m_sweeps % REFRESH == 0) {
            refresh();
        }
        summarise();
    }

    private void exchange(final int a, final int b, final double d) {
        m_trials++;
        for (int l = 1; l < m_tau.length; l++) {
            m_trialTau[l] = m_tau[l] + d * (m_basis.vector(l)[a] - m_basis.vector(l)[b]);
        }
        final double[] ratios = new double[m_steps.length];
        for (int s = 0; s < m_steps.length; s++) {
            final double[] f = m_steps[s].winnerResidual();
            ratios[s] = Math.abs(m_winners[s] + d * (f[a] - f[b])) * m_steps[s].inverseWinnerScale();
        }
        if (!inside(a, b, d, ratios)) {
            return;
        }
        final float[] x = m_x;
        m_x = m_trialX;
        m_trialX = x;
        System.arraycopy(m_trialTau, 0, m_tau, 0, m_tau.length);
        for (int s = 0; s < m_steps.length; s++) {
            final double[] f = m_steps[s].winnerResidual();
            m_winners[s] += d * (f[a] - f[b]);
        }
        m_e[a] += d;
        m_e[b] -= d;
    }

    private boolean inside(final int a, final int b, final double d, final double[] ratios) {
        for (int k = 0; k < m_recentSize; k++) {
            final int g = m_recent[k];
            final double x = m_x[g] + d * (activation(a, g) - activation(b, g));
            if (verdict(g, x, ratios) < 0) {
                moveToFront(k, g);
                return false;
            }
        }
        double[] trial = null;
        for (int c = 0; c < m_phi.classes(); c++) {
            fill(m_tables[0], c, m_phi.slotOf(a), (float)d);
            fill(m_tables[1], c, m_phi.slotOf(b), (float)-d);
            final byte[] codesA = m_phi.codes(m_phi.groupOf(a));
            final byte[] codesB = m_phi.codes(m_phi.groupOf(b));
            for (int from = m_phi.classStart(c); from < m_phi.classStart(c + 1); from += CHUNK) {
                final int to = Math.min(m_phi.classStart(c + 1), from + CHUNK);
                move(m_x, m_trialX, codesA, m_tables[0], codesB, m_tables[1], from, to);
                if (!suspicious(ratios, from, to)) {
                    continue;
                }
                for (int g = from; g < to; g++) {
                    final int verdict = verdict(g, m_trialX[g], ratios);
                    if (verdict == 0 && trial == null) {
                        trial = trial(a, b, d);
                    }
                    if (verdict < 0 || verdict == 0 && !obeys(g, trial, ratios)) {
                        moveToFront(Math.min(m_recentSize, RECENT - 1), g);
                        m_recentSize = Math.min(RECENT, m_recentSize + 1);
                        return false;
                    }
                }
            }
        }
        return m_refined == null || m_refined.contains(trial == null ? trial(a, b, d) : trial);
    }

    private double[] trial(final int a, final int b, final double d) {
        final double[] trial = m_e.clone();
        trial[a] += d;
        trial[b] -= d;
        for (int i = 0; i < trial.length; i++) {
            trial[i] += m_geometry.fit()[i];
        }
        return trial;
    }

    private double activation(final int i, final int g) {
        int c = 0;
        while (g >= m_phi.classStart(c + 1)) {
            c++;
        }
        return m_phi.activation(c, m_phi.level(m_phi.slotOf(i), m_phi.codes(m_phi.groupOf(i))[g] & 0xff));
    }

    private void fill(final float[] table, final int c, final int slot, final float factor) {
        for (int code = 0; code < m_phi.codesPerTable(); code++) {
            table[code] = factor * (float)m_phi.activation(c, m_phi.level(slot, code));
        }
    }

    private static void move(final float[] x, final float[] out, final byte[] codesA, final float[] tableA,
        final byte[] codesB, final float[] tableB, final int from, final int to) {
        for (int g = from; g < to; g++) {
            out[g] = x[g] + tableA[codesA[g] & 0xff] + tableB[codesB[g] & 0xff];
        }
    }

    private boolean suspicious(final double[] ratios, final int from, final int to) {
        float[] values = m_trialX;
        int used = 1;
        for (int s = 0; s < m_steps.length; s++) {
            final Step step = m_steps[s];
            for (; used < step.basis().rank(); used++) {
                project(values, m_projected, m_loadings[used], (float)m_trialTau[used], from, to);
                values = m_projected;
            }
            final float m = (float)(ratios[s] - step.margin());
            if (!(m > 0)) {
                return true;
            }
            excess(values, step.offset(), m, step.scale(), m_excess, from, to);
            if (!Arrays.equals(m_excess, from, to, ZEROS, 0, to - from)) {
                return true;
            }
        }
        return false;
    }

    // As in EventScan: no branch, no reduction and every array at the same index, which the JIT vectorises.

    private static void project(final float[] in, final float[] out, final float[] loading, final float tau, final int from,
        final int to) {
        for (int g = from; g < to; g++) {
            out[g] = in[g] - loading[g] * tau;
        }
    }

    private static void excess(final float[] values, final float[] offset, final float m, final float[] scale,
        final float[] excess, final int from, final int to) {
        for (int g = from; g < to; g++) {
            final float slack = m * scale[g] - Math.abs(values[g] + offset[g]);
            excess[g] = Math.abs(slack) - slack;
        }
    }

    /** 1 certainly inside, -1 certainly outside, 0 too close to tell in float. */
    private int verdict(final int g, final double x, final double[] ratios) {
        int verdict = 1;
        double a = x;
        int used = 1;
        for (int s = 0; s < m_steps.length; s++) {
            final Step step = m_steps[s];
            for (; used < step.basis().rank(); used++) {
                a -= m_loadings[used][g] * m_trialTau[used];
            }
            if (step.scale()[g] < EventShape.UNBOUNDED) {
                final double slack = ratios[s] - Math.abs(a + step.offset()[g]) / step.scale()[g];
                verdict = Math.min(verdict, slack > step.margin() ? 1 : slack < -step.margin() ? -1 : 0);
            }
        }
        return verdict;
    }

    /** The definition with the tie rule, in double precision. */
    private boolean obeys(final int g, final double[] y, final double[] ratios) {
        for (int s = 0; s < m_steps.length; s++) {
            final Step step = m_steps[s];
            if (step.scale()[g] < EventShape.UNBOUNDED) {
                final double[] f = step.basis().residual(m_phi.column(g));
                final double ratio =
                    Math.abs(OrthonormalBasis.dot(f, y)) / m_path.score().scale(m_path.residualNorm(step.index(), g));
                if (AssociationScore.takesStep(m_path.grid(), g, ratio, step.winner(), ratios[s])) {
                    return false;
                }
            }
        }
        return true;
    }

    private void moveToFront(final int from, final int g) {
        System.arraycopy(m_recent, 0, m_recent, 1, from);
        m_recent[0] = g;
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
        return m_trials;
    }

    @Override
    public long moves() {
        return m_moves;
    }
}
