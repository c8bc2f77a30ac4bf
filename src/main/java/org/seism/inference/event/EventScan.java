package org.seism.inference.event;

import java.util.List;

import org.seism.inference.event.StepGeometry.Functional;

/**
 * Decides for one chain whether points along a move stay in the selection event. A move changes v by k1 m + k2 w, and x_g by
 * k1 beta_g + k2 gamma_g, in every part of the event. Holds the chain's products; not safe for use by several threads.
 */
public final class EventScan {
    /** Errors of x may grow so many times, the reciprocal, until the margins no longer cover them. */
    private static final double SHORT = 0.25;

    /** A direction to move in: v changes at the given rows by k1 m + k2 w. */
    public record Move(double[] v, int[] rows, int size, double[] m, double[] w) {
    }

    /** The first trial point of a move, and the move before that x does not show yet. */
    record First(float k1, float k2, boolean pending, float pending1, float pending2) {
    }

    private final EventShape m_shape;
    private final List<PartScan> m_parts;
    private final PartScan.Products[] m_products;
    /** Values of the functionals at v, along m and w of the move, and at the trial point. */
    private final double[] m_now;
    private final double[] m_alongM;
    private final double[] m_alongW;
    private final double[] m_trial;
    private Move m_move;
    private final double[] m_trialV;
    private boolean m_filled;
    private long m_trials;
    private long m_refinements;
    /** An accepted move that x does not show yet: it is added when the next move passes over x anyway. */
    private float m_pending1;
    private float m_pending2;
    private boolean m_pending;
    private double m_first1;
    private double m_first2;

    /**
     * @param shape the event
     * @param v residual part of a phenotype in it
     */
    public EventScan(final EventShape shape, final double[] v) {
        m_shape = shape;
        final int functionals = shape.functionals().size();
        m_now = new double[functionals];
        m_alongM = new double[functionals];
        m_alongW = new double[functionals];
        m_trial = new double[functionals];
        m_trialV = new double[v.length];
        m_parts = shape.parts().stream().map(part -> new PartScan(part, m_trial)).toList();
        m_products = m_parts.stream().map(part -> PartScan.Products.of(part.part().activations())).toArray(PartScan.Products[]::new);
        refresh(v);
    }

    /**
     * Computes all products with v afresh, which removes the rounding errors of the updates.
     *
     * @param v the chain's state
     */
    public void refresh(final double[] v) {
        m_parts.forEach(part -> part.refresh(v));
        m_pending = false;
        summarise(v);
    }

    /**
     * Computes the functionals of v afresh.
     *
     * @param v the chain's state
     */
    public void summarise(final double[] v) {
        double tau = 0;
        final double[] e = m_shape.geometry().direction();
        for (int i = 0; i < v.length; i++) {
            tau += e[i] * v[i];
        }
        for (int k = 0; k < m_now.length; k++) {
            m_now[k] = m_shape.functionals().get(k).of(v, tau);
        }
        m_move = null;
    }

    /** @return e^T v */
    public double tau() {
        return m_now[0];
    }

    /** Brings x up to date. */
    public void settle() {
        if (m_pending) {
            m_parts.forEach(part -> part.add(false, m_pending1, m_pending2));
            m_pending = false;
        }
    }

    /** The chain's v became -v. */
    public void negate() {
        m_parts.forEach(PartScan::negate);
        for (int k = 0; k < m_now.length; k++) {
            m_now[k] = -m_now[k];
        }
        m_move = null;
    }

    /**
     * Makes e the first and the rest of v the second direction of the moves that follow. A turn may make a short rest long: the
     * rounding errors of x, which the difference leaves in it, would grow with it. Short rests cost a full product instead.
     *
     * @param rest v without its component along e
     * @param length its length
     */
    public void splitAlongDirection(final double[] rest, final double length) {
        if (length < SHORT) {
            m_parts.forEach(part -> part.splitAlongDirection((float)tau(), rest));
        } else {
            m_parts.forEach(part -> part.splitAlongDirection((float)tau()));
        }
    }

    /**
     * Makes the second direction of the moves that follow a vector of all sequences; costs a full product.
     *
     * @param w one value per sequence
     */
    public void setSecondDirection(final double[] w) {
        for (final PartScan part : m_parts) {
            final double[] product = part.part().activations().transposeTimes(w, org.seism.TaskRunner.sequential());
            for (int g = 0; g < product.length; g++) {
                part.gamma()[g] = (float)product[g];
            }
        }
    }

    private void setMove(final Move move) {
        if (m_move == move) {
            return;
        }
        m_move = move;
        final double[] e = m_shape.geometry().direction();
        final double tauM = dot(e, move, move.m);
        final double tauW = dot(e, move, move.w);
        for (int k = 0; k < m_now.length; k++) {
            final Functional f = m_shape.functionals().get(k);
            m_alongM[k] = f.vector() == null ? f.slope() * tauM : dot(f.vector(), move, move.m);
            m_alongW[k] = f.vector() == null ? f.slope() * tauW : dot(f.vector(), move, move.w);
        }
    }

    private static double dot(final double[] vector, final Move move, final double[] values) {
        double sum = 0;
        for (int k = 0; k < move.size; k++) {
            sum += vector[move.rows[k]] * values[k];
        }
        return sum;
    }

    private boolean setTrial(final Move move, final double k1, final double k2) {
        m_trials++;
        setMove(move);
        m_filled = false;
        for (int k = 0; k < m_trial.length; k++) {
            m_trial[k] = m_now[k] + k1 * m_alongM[k] + k2 * m_alongW[k];
        }
        boolean counts = true;
        for (final PartScan part : m_parts) {
            counts &= part.setRatios();
        }
        return counts;
    }

    /**
     * Computes the products of a move and looks at its first trial point in the same pass.
     *
     * @param move the move
     * @param k1 multiple of m at the first trial
     * @param k2 multiple of w at the first trial
     * @return whether v + k1 m + k2 w is in the event
     */
    public boolean beginInside(final Move move, final double k1, final double k2) {
        m_first1 = k1;
        m_first2 = k2;
        final boolean counts = setTrial(move, k1, k2);
        final First first = new First((float)k1, (float)k2, m_pending, m_pending1, m_pending2);
        for (int k = 0; k < m_products.length; k++) {
            m_parts.get(k).begin();
            m_products[k].run(move.rows, move.size, move.m, move.w, m_parts.get(k), first);
        }
        m_pending = false;
        if (!counts) {
            return false;
        }
        for (final PartScan part : m_parts) {
            if (!part.firstInside((float)k1, (float)k2, (p, g) -> obeysAll(p, g, m_first1, m_first2))) {
                return false;
            }
        }
        return refinesAlike(k1, k2);
    }

    /**
     * @param move the move whose products are known
     * @param alongState whether m is the state v itself
     * @param k1 multiple of m
     * @param k2 multiple of w
     * @return whether v + k1 m + k2 w is in the event
     */
    public boolean inside(final Move move, final boolean alongState, final double k1, final double k2) {
        if (!setTrial(move, k1, k2)) {
            return false;
        }
        for (final PartScan part : m_parts) {
            if (!part.inside(alongState, (float)k1, (float)k2, (p, g) -> obeysAll(p, g, k1, k2))) {
                return false;
            }
        }
        return refinesAlike(k1, k2);
    }

    /** The costly part of the event, after the words' scan has said yes. */
    private boolean refinesAlike(final double k1, final double k2) {
        if (!m_shape.isRefined()) {
            return true;
        }
        fillTrial(k1, k2);
        m_refinements++;
        return m_shape.refinesAlike(m_trialV);
    }

    private void fillTrial(final double k1, final double k2) {
        if (m_filled) {
            return;
        }
        m_filled = true;
        System.arraycopy(m_move.v, 0, m_trialV, 0, m_trialV.length);
        for (int k = 0; k < m_move.size; k++) {
            m_trialV[m_move.rows[k]] += k1 * m_move.m[k] + k2 * m_move.w[k];
        }
    }

    private boolean obeysAll(final EventPart part, final int g, final double k1, final double k2) {
        fillTrial(k1, k2);
        for (final StepGeometry step : part.steps()) {
            final double moved = step.winnerFunctional().of(m_trialV, m_trial[0]);
            if (!m_shape.obeys(step, g, m_trialV, moved)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Takes the move whose products have been computed, but leaves it to the next pass over x to add it.
     *
     * @param k1 multiple of m
     * @param k2 multiple of w
     */
    public void acceptLater(final double k1, final double k2) {
        m_pending1 = (float)k1;
        m_pending2 = (float)k2;
        m_pending = true;
        moveFunctionals(k1, k2);
    }

    /**
     * Takes the move.
     *
     * @param alongState whether m is the state v itself
     * @param k1 multiple of m
     * @param k2 multiple of w
     */
    public void accept(final boolean alongState, final double k1, final double k2) {
        m_parts.forEach(part -> part.add(alongState, (float)k1, (float)k2));
        moveFunctionals(k1, k2);
    }

    private void moveFunctionals(final double k1, final double k2) {
        for (int k = 0; k < m_now.length; k++) {
            m_now[k] += k1 * m_alongM[k] + k2 * m_alongW[k];
        }
    }

    /** @return points tried so far */
    public long trials() {
        return m_trials;
    }

    /** @return how often the words' scan said yes, so that the refinement had to run */
    public long refinements() {
        return m_refinements;
    }
}
