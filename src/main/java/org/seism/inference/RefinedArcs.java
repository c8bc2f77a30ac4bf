package org.seism.inference;

import java.util.ArrayList;
import java.util.List;

import org.seism.Progress;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.event.NullGeometry;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.selection.RefinedEvent;
import org.seism.selection.Refinement;
import org.seism.selection.SelectionPath;

/**
 * Cuts the seed words' event on the exact test's half circle down to where the refinement, run again, leads to the same
 * motifs.
 * <p>
 * Lattice refinement: at an angle the refinement runs with all three directions of the circle at once, so that each of its
 * decisions is known as a comparison of sinusoids, and with it the whole interval around the angle, the cell, in which not one
 * decision changes. Cells are laid side by side from end to end. The intervals are <em>certified</em>: within a cell the
 * result is proved, not probed, up to {@value #STEP} radians at the seams and the relative 1e-9 of the tie rule. (This is the
 * parametric line search of Le Duy and Takeuchi, 2021, in the angle.)
 * <p>
 * Training of a network has no such closed form: the event is asked at twice {@value #GRID} fixed angles, half of them where
 * the null's mass is, and at the observed one, and every change between two of them is bisected to {@value #BISECTION}. Ends
 * are certified, parts of the event narrower than the grid may be missed.
 */
final class RefinedArcs {
    /** Seams between cells are stepped over; nothing narrower is looked at. */
    static final double STEP = 1e-10;
    private static final int GRID = 250;
    private static final double BISECTION = 1e-12;
    /** Far above what occurs; beyond it the rest of the interval would be left out. */
    private static final int MOST_CELLS = 2_000_000;

    private final NullGeometry m_geometry;
    private final SelectionPath m_path;
    private final double[] m_e;
    private final double[] m_w;
    private final RefinedEvent m_event;
    /** {@code [step]{r0, rc, rs}}. */
    private final double[][][] m_circles;

    /**
     * @param geometry the null hypothesis of one motif
     * @param sign of the motif's direction at angle 0: 1 or -1
     * @param w unit direction of the residual orthogonal to the motif's direction
     */
    RefinedArcs(final NullGeometry geometry, final int sign, final double[] w) {
        m_geometry = geometry;
        m_path = geometry.path();
        m_w = w;
        m_e = geometry.direction().clone();
        for (int i = 0; i < m_e.length; i++) {
            m_e[i] *= sign;
        }
        m_event = new RefinedEvent(m_path, geometry.steps());
        m_circles = new double[geometry.steps()][][];
        for (int step = 0; step < m_circles.length; step++) {
            final Nuisance basis = m_path.step(step).nuisance();
            // at the motif's own step of the sequential hypothesis Q P_N y is 0; a product would leave rounding noise
            final double[] constant = geometry.hypothesis() == Hypothesis.SEQUENTIAL && step == geometry.motif()
                && basis.rank() == geometry.nuisance().rank() ? new double[w.length] : basis.residual(geometry.fit());
            m_circles[step] = new double[][]{constant, basis.residual(m_e), basis.residual(w)};
        }
    }

    /**
     * @param words ascending disjoint intervals in which the seed words are the same
     * @param observed the observed angle
     * @param progress cancellation
     * @return the intervals in which the motifs are the same too
     */
    double[][] within(final double[][] words, final double observed, final Progress progress) {
        final List<double[]> arcs = new ArrayList<>();
        final boolean cells = m_path.step(0).refiner() instanceof Refinement.CircleStep;
        for (final double[] interval : words) {
            if (cells) {
                addCells(interval, arcs, progress);
            } else {
                addBisected(interval, observed, arcs, progress);
            }
        }
        return arcs.toArray(double[][]::new);
    }

    private void addCells(final double[] interval, final List<double[]> arcs, final Progress progress) {
        double from = interval[0];
        double[] open = null;
        for (int k = 0; k < MOST_CELLS && from < interval[1]; k++) {
            if ((k & 15) == 0) {
                progress.checkCancelled();
            }
            final double t = Math.min(from + STEP, (from + interval[1]) / 2);
            final double[] cell = {from, interval[1]};
            if (sameAt(t, cell)) {
                if (open == null) {
                    open = new double[]{from, cell[1]};
                    arcs.add(open);
                }
                open[1] = cell[1];
            } else {
                open = null;
            }
            // a decision may change between from and t: the seam is STEP wide, then
            from = Math.max(cell[1], t);
        }
    }

    /** Runs the refinement at an angle and narrows the cell to where its decisions stay the same. */
    private boolean sameAt(final double t, final double[] cell) {
        for (int step = 0; step < m_circles.length; step++) {
            final Refinement.CircleStep refiner = (Refinement.CircleStep)m_path.step(step).refiner();
            if (!refiner.motif(m_path.selected(step), m_circles[step], t, cell).equals(m_path.step(step).motif())) {
                return false;
            }
        }
        return true;
    }

    private void addBisected(final double[] interval, final double observed, final List<double[]> arcs,
        final Progress progress) {
        final List<Double> angles = new ArrayList<>();
        angles.add(interval[0]);
        angles.add(observed);
        final double spread = Math.sqrt(m_geometry.degreesOfFreedom());
        for (int k = 1; k < GRID; k++) {
            // half of the angles all over, half where the mass is
            angles.add(Math.PI * k / GRID);
            angles.add(Math.acos(Math.max(-1, Math.min(1, (12.0 * k / GRID - 6) / spread))));
        }
        angles.removeIf(t -> t < interval[0] || t > interval[1]);
        angles.add(interval[1]);
        final double[] t = angles.stream().mapToDouble(Double::doubleValue).sorted().distinct().toArray();
        boolean before = contains(t[0]);
        double from = t[0];
        for (int k = 1; k < t.length; k++) {
            progress.checkCancelled();
            final boolean now = contains(t[k]);
            if (now != before) {
                final double end = bisect(t[k - 1], t[k], before);
                if (before) {
                    arcs.add(new double[]{from, end});
                }
                from = end;
            }
            before = now;
        }
        if (before) {
            arcs.add(new double[]{from, interval[1]});
        }
    }

    private double bisect(final double low, final double high, final boolean atLow) {
        double a = low;
        double b = high;
        while (b - a > BISECTION) {
            final double middle = (a + b) / 2;
            if (middle <= a || middle >= b) {
                break;
            }
            if (contains(middle) == atLow) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return (a + b) / 2;
    }

    private boolean contains(final double t) {
        final double[] y = m_geometry.fit().clone();
        OrthonormalBasis.addScaled(y, m_e, Math.cos(t));
        OrthonormalBasis.addScaled(y, m_w, Math.sin(t));
        return m_event.contains(y);
    }
}
