package org.seism.selection;

import java.util.Arrays;

import org.seism.candidate.WordGrid;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.linear.Strata;
import org.seism.motif.SoftMotif;

/**
 * Greedy selection with everything that the selection event needs: which candidate won each step, the bases B_1, B_2, ...
 * and each candidate's residual norms (METHOD, sections 5 and 7). Where words are refined, each step has two faces: the seed,
 * the candidate that won the step, and the motif that took its place, whose activation the bases hold. Never changed after
 * construction.
 */
public final class SelectionPath {
    private final WordGrid m_grid;
    private final AssociationScore m_score;
    private final int[] m_selected;
    private final double[] m_scores;
    private final OrthonormalBasis m_basis;
    private final int m_covariateRank;
    private final double[] m_norms;
    private final double[][] m_residualNorms;
    private final double[][] m_loadings;
    private final Refinements m_refinements;

    /**
     * What refinement adds to a path, step by step.
     *
     * @param refinement how words are refined
     * @param steps the refinement with the step's basis
     * @param motifs the refined motifs
     * @param activations their activations
     */
    record Refinements(Refinement refinement, Refinement.Step[] steps, SoftMotif[] motifs, double[][] activations) {
    }

    /** @param refinements null for words */
    SelectionPath(final WordGrid grid, final AssociationScore score, final int[] selected, final double[] scores,
        final OrthonormalBasis basis, final int covariateRank, final double[] norms, final double[][] residualNorms,
        final double[][] loadings, final Refinements refinements) {
        m_refinements = refinements;
        m_grid = grid;
        m_score = score;
        m_selected = selected;
        m_scores = scores;
        m_basis = basis;
        m_covariateRank = covariateRank;
        m_norms = norms;
        m_residualNorms = residualNorms;
        m_loadings = loadings;
    }

    /** @return the grid */
    public WordGrid grid() {
        return m_grid;
    }

    /** @return the score */
    public AssociationScore score() {
        return m_score;
    }

    /** @return number of motifs q; fewer than asked for where nothing was left to explain */
    public int size() {
        return m_selected.length;
    }

    /**
     * @param step 0 .. q-1
     * @return the candidate that won
     */
    public int selected(final int step) {
        return m_selected[step];
    }

    /**
     * @param step 0 .. q-1
     * @return the winner's score
     */
    public double winningScore(final int step) {
        return m_scores[step];
    }

    /** @return whether words were refined to motifs with soft columns */
    public boolean isRefined() {
        return m_refinements != null;
    }

    /** @return whether each step's candidate is part of the event: always for words, not for trained networks */
    public boolean keepsSeeds() {
        return m_refinements == null || m_refinements.refinement().keepsSeed();
    }

    /**
     * @param step 0 .. q-1
     * @return the refined motif of the step, or null for words
     */
    public SoftMotif refined(final int step) {
        return m_refinements == null ? null : m_refinements.motifs()[step];
    }

    /**
     * @param step 0 .. q-1
     * @return the step's refinement; only where words are refined
     */
    public Refinement.Step refiner(final int step) {
        return m_refinements.steps()[step];
    }

    /**
     * @param step 0 .. q-1
     * @return activation of the step's motif, the word or what it was refined to; must not be changed
     */
    public double[] activation(final int step) {
        return m_refinements == null ? m_grid.activations().column(m_selected[step]) : m_refinements.activations()[step];
    }

    /** @return number of independent covariates with the intercept, c */
    public int covariateRank() {
        return m_covariateRank;
    }

    /**
     * @param step 0 .. q
     * @return B of that step: covariates and the motifs selected before it
     */
    public OrthonormalBasis basis(final int step) {
        return m_basis.prefix(m_covariateRank + step);
    }

    /**
     * @param candidate candidate
     * @return ||phi||^2
     */
    public double norm(final int candidate) {
        return m_norms[candidate];
    }

    /**
     * @param step 0 .. q-1
     * @param candidate candidate
     * @return phi^T Q phi at the step, or NaN where the candidate is out of the step because it is explained already
     */
    public double residualNorm(final int step, final int candidate) {
        return m_residualNorms[step][candidate];
    }

    /**
     * Inner product with the unit direction of a step's winning candidate, residualised on the step's basis.
     *
     * @param step 0 .. q-1
     * @param candidate candidate
     * @return phi^T b
     */
    public double loading(final int step, final int candidate) {
        return m_loadings[step][candidate];
    }

    /**
     * @param step 0 .. q-1
     * @return all that the selection event needs of the step
     */
    public SelectionStep step(final int step) {
        Nuisance nuisance = Nuisance.of(Strata.single(m_basis.dimension()));
        for (int k = 1; k < m_covariateRank + step; k++) {
            nuisance = nuisance.with(m_basis.vector(k));
        }
        Strata strata = Strata.single(m_basis.dimension());
        for (int k = 0; k < step; k++) {
            strata = strata.split(levels(m_grid.activations().column(m_selected[k])));
        }
        return new SelectionStep(m_grid, nuisance, strata, m_selected[step], m_scores[step], m_norms, m_residualNorms[step],
            activation(step));
    }

    /** A word's activation takes one value per number of mismatches. */
    private static int[] levels(final double[] activation) {
        final double[] values = Arrays.stream(activation).distinct().sorted().toArray();
        return Arrays.stream(activation).mapToInt(a -> Arrays.binarySearch(values, a)).toArray();
    }
}
