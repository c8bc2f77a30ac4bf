package org.seism.inference.chain;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.seism.inference.event.EventScan;
import org.seism.inference.event.EventShape;
import org.seism.inference.event.NullGeometry;
import org.seism.linear.OrthonormalBasis;

/**
 * Hypersphere directions under the gaussian null (Slim et al., kernelPSI, ICML 2019): v moves along the great circle through
 * itself and a uniform direction of the complement of N. A step is one such move and costs a full product.
 */
public final class HypersphereChain implements Chain {
    private static final int REFRESH = 256;

    private final NullGeometry m_geometry;
    private final UniformRandomProvider m_random;
    private final SharedStateContinuousSampler m_normal;
    private final double[] m_v;
    private final int[] m_rows;
    private final EventScan m_scan;
    private long m_moves;

    public HypersphereChain(final EventShape shape, final UniformRandomProvider random) {
        this(shape, shape.geometry().residual(), random);
    }

    public HypersphereChain(final EventShape shape, final double[] start, final UniformRandomProvider random) {
        m_geometry = shape.geometry();
        m_random = random;
        m_normal = ZigguratSampler.NormalizedGaussian.of(random);
        m_v = start.clone();
        m_rows = java.util.stream.IntStream.range(0, m_v.length).toArray();
        m_scan = new EventScan(shape, m_v);
    }

    @Override
    public void step() {
        final int n = m_v.length;
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            w[i] = m_normal.sample();
        }
        w = m_geometry.nuisance().residual(w);
        OrthonormalBasis.addScaled(w, m_v, -OrthonormalBasis.dot(w, m_v));
        OrthonormalBasis.addScaled(w, m_v, -OrthonormalBasis.dot(w, m_v));
        final double length = OrthonormalBasis.norm(w);
        for (int i = 0; i < n; i++) {
            w[i] /= length;
        }
        m_scan.setSecondDirection(w);
        final EventScan.Move move = new EventScan.Move(m_v, m_rows, n, m_v, w);
        final SliceRotation slice = new SliceRotation(m_random);
        boolean inside = m_scan.inside(move, true, slice.cosMinusOne(), slice.sin());
        while (!inside && slice.shrink()) {
            inside = m_scan.inside(move, true, slice.cosMinusOne(), slice.sin());
        }
        m_moves++;
        if (inside) {
            m_scan.accept(true, slice.cosMinusOne(), slice.sin());
            for (int i = 0; i < n; i++) {
                m_v[i] += slice.cosMinusOne() * m_v[i] + slice.sin() * w[i];
            }
        }
        if (m_moves % REFRESH == 0) {
            BlockRotationChain.restore(m_geometry, m_v);
            m_scan.refresh(m_v);
        }
        m_scan.summarise(m_v);
    }

    @Override
    public double statistic() {
        return Math.min(1, m_geometry.path().sign().magnitude(m_scan.tau()));
    }

    @Override
    public double[] residual() {
        return m_v;
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
