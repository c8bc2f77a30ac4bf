package org.seism.selection;

import java.util.Arrays;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.ActivationMatrix;
import org.seism.candidate.WordGrid;
import org.seism.linear.OrthonormalBasis;
import org.seism.motif.SoftMotif;

/** Selects motifs one by one: each step takes the candidate with the largest score (METHOD, section 5). */
public final class GreedySelection {
    /** Below this share of its norm a residual norm is computed from the residual itself: the difference has lost digits. */
    static final double CANCELLATION = 1e-6;

    private final WordGrid m_grid;
    private final AssociationScore m_score;
    private final TaskRunner m_runner;
    private final Progress m_progress;
    private final Refinement m_refinement;

    /**
     * @param grid the candidates
     * @param score the score
     * @param runner runs the products
     * @param progress cancellation
     */
    public GreedySelection(final WordGrid grid, final AssociationScore score, final TaskRunner runner, final Progress progress) {
        this(grid, score, null, runner, progress);
    }

    /**
     * @param grid the candidates
     * @param score the score
     * @param refinement what takes a word's place at its step, or null for words (METHOD, section 6)
     * @param runner runs the products
     * @param progress cancellation
     */
    public GreedySelection(final WordGrid grid, final AssociationScore score, final Refinement refinement,
        final TaskRunner runner, final Progress progress) {
        m_refinement = refinement;
        m_grid = grid;
        m_score = score;
        m_runner = runner;
        m_progress = progress;
    }

    /**
     * @param y phenotype, one value per sequence
     * @param covariates {@code [covariate][sequence]} without the intercept
     * @param motifs number of motifs q, at least 1
     * @return the path; shorter than q where nothing is left to explain
     * @throws InputException if the phenotype is explained by the covariates, or there are too few sequences
     */
    public SelectionPath run(final double[] y, final double[][] covariates, final int motifs) {
        final ActivationMatrix phi = m_grid.activations();
        final int n = phi.sequences();
        final int p = phi.candidates();
        final OrthonormalBasis covariateBasis = OrthonormalBasis.ofCovariates(n, covariates);
        OrthonormalBasis basis = covariateBasis;
        final double[] norms = phi.squaredNorms(m_runner);
        double[] residualNorms = norms.clone();
        for (int k = 0; k < basis.rank(); k++) {
            m_progress.checkCancelled();
            subtractSquares(residualNorms, phi.transposeTimes(basis.vector(k), m_runner));
        }
        final double yNorm = OrthonormalBasis.norm(y);
        final int[] selected = new int[motifs];
        final double[] scores = new double[motifs];
        final double[][] allNorms = new double[motifs][];
        final double[][] loadings = new double[motifs][];
        final Refinement.Step[] refiners = new Refinement.Step[motifs];
        final SoftMotif[] refined = new SoftMotif[motifs];
        final double[][] activations = new double[motifs][];
        int q = 0;
        while (q < motifs && basis.rank() + 2 <= n) {
            m_progress.checkCancelled();
            final double[] residual = basis.residual(y);
            if (!(OrthonormalBasis.norm(residual) > 1e-10 * yNorm)) {
                break;
            }
            final double[] products = phi.transposeTimes(residual, m_runner);
            final double[] kept = excludeExplained(residualNorms, norms, basis);
            final int winner = winner(products, kept);
            if (winner < 0) {
                break;
            }
            final double[] seed = phi.column(winner);
            if (m_refinement != null) {
                refiners[q] = m_refinement.step(basis, kept);
                refined[q] = refiners[q].motif(winner, residual);
                activations[q] = m_refinement.activation(refined[q]);
            }
            final OrthonormalBasis larger = basis.with(m_refinement == null ? seed : activations[q]);
            if (larger == basis) {
                break;
            }
            selected[q] = winner;
            scores[q] = m_score.of(products[winner], kept[winner]);
            allNorms[q] = kept;
            loadings[q] = phi.transposeTimes(larger.vector(basis.rank()), m_runner);
            residualNorms = kept.clone();
            subtractSquares(residualNorms, loadings[q]);
            if (m_refinement != null) {
                final double[] f = basis.residual(activations[q]);
                scores[q] = m_score.of(OrthonormalBasis.dot(f, residual), OrthonormalBasis.dot(f, f));
                // what follows the step is residualised on the motif; who can win the step is a matter of its seed
                loadings[q] = phi.transposeTimes(basis.with(seed).vector(basis.rank()), m_runner);
            }
            basis = larger;
            q++;
        }
        if (q == 0) {
            throw new InputException("No motif can be selected: the intercept and the covariates explain the phenotype, or "
                + "there are too few sequences (" + n + ").", "Use fewer covariates, or check the phenotype column.");
        }
        return new SelectionPath(m_grid, m_score, Arrays.copyOf(selected, q), Arrays.copyOf(scores, q), basis,
            covariateBasis.rank(), norms, Arrays.copyOf(allNorms, q), Arrays.copyOf(loadings, q),
            m_refinement == null ? null : new SelectionPath.Refinements(m_refinement, refiners, refined, activations));
    }

    /**
     * The selection's rule: the largest score, and among those tied with it (relative difference below 1e-9) the first in
     * grid order.
     *
     * @param products phi^T Q y per candidate
     * @param residualNorms phi^T Q phi per candidate, NaN where it is out of the step
     * @return the winner, or -1 if no candidate is left or no score is positive
     */
    int winner(final double[] products, final double[] residualNorms) {
        double best = 0;
        for (int g = 0; g < products.length; g++) {
            if (!Double.isNaN(residualNorms[g])) {
                best = Math.max(best, m_score.of(products[g], residualNorms[g]));
            }
        }
        if (best <= 0) {
            return -1;
        }
        int winner = -1;
        for (int g = 0; g < products.length; g++) {
            if (!Double.isNaN(residualNorms[g]) && m_score.of(products[g], residualNorms[g]) > best * (1 - AssociationScore.TIE)
                && (winner < 0 || m_grid.rank(g) < m_grid.rank(winner))) {
                winner = g;
            }
        }
        return winner;
    }

    private double[] excludeExplained(final double[] residualNorms, final double[] norms, final OrthonormalBasis basis) {
        final double[] kept = residualNorms.clone();
        for (int g = 0; g < kept.length; g++) {
            if (kept[g] < CANCELLATION * norms[g]) {
                final double[] f = basis.residual(m_grid.activations().column(g));
                kept[g] = OrthonormalBasis.dot(f, f);
            }
            if (!(kept[g] >= AssociationScore.EXPLAINED * norms[g])) {
                kept[g] = Double.NaN;
            }
        }
        return kept;
    }

    private static void subtractSquares(final double[] target, final double[] values) {
        for (int g = 0; g < target.length; g++) {
            target[g] -= values[g] * values[g];
        }
    }
}
