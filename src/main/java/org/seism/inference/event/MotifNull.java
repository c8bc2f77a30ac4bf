package org.seism.inference.event;

import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.selection.SelectionPath;

/**
 * The null of one motif, whatever its law (METHOD, sections 8 and 9): a part of the phenotype that stays and a part that moves, both in
 * units of the length of what moves (the event is a cone, so any unit will do), and the direction along which the motif is tested. Never
 * changed after construction.
 */
public abstract sealed class MotifNull permits NullGeometry, PermutationNull {
    /**
     * The phenotype and the motif as the null sees them.
     *
     * @param direction unit direction of the motif beside the nuisance; zero where nothing is left of it
     * @param directionNorm length of the motif's activation beside the nuisance
     * @param fit what stays, in units of the radius
     * @param residual what moves, in units of the radius
     * @param radius length of what moves, in units of the phenotype
     */
    record Parts(double[] direction, double directionNorm, double[] fit, double[] residual, double radius) {
    }

    private final SelectionPath m_path;
    private final int m_motif;
    private final int m_steps;
    private final Nuisance m_nuisance;
    private final Parts m_parts;

    MotifNull(final SelectionPath path, final int motif, final int steps, final Nuisance nuisance, final Parts parts) {
        m_path = path;
        m_motif = motif;
        m_steps = steps;
        m_nuisance = nuisance;
        m_parts = parts;
    }

    /** @return the selection */
    public final SelectionPath path() {
        return m_path;
    }

    /** @return 0-based rank of the motif */
    public final int motif() {
        return m_motif;
    }

    /** @return how many selection steps the event has */
    public final int steps() {
        return m_steps;
    }

    /** @return what the motif's statistic projects off */
    public final Nuisance nuisance() {
        return m_nuisance;
    }

    /** @return unit direction of the motif in the complement of the nuisance; not a copy */
    public final double[] direction() {
        return m_parts.direction();
    }

    /** @return length of the motif's activation residualised on the nuisance */
    public final double directionNorm() {
        return m_parts.directionNorm();
    }

    /** @return the part of the phenotype that stays, in units of the radius; not a copy */
    public final double[] fit() {
        return m_parts.fit();
    }

    /** @return the part that moves, in units of the radius: a unit vector, or zero where nothing can move; not a copy */
    public final double[] residual() {
        return m_parts.residual();
    }

    /**
     * @param e what moves, in units of the radius
     * @return y' in units of the radius, a new array
     */
    public final double[] phenotype(final double[] e) {
        final double[] y = fit().clone();
        OrthonormalBasis.addScaled(y, e, 1);
        return y;
    }

    /** @return length of what moves, in units of the phenotype */
    public final double radius() {
        return m_parts.radius();
    }
}
