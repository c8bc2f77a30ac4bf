package org.seism.selection;

import org.seism.candidate.Candidate;
import org.seism.candidate.WordGrid;
import org.seism.candidate.activation.Activations;
import org.seism.linear.Nuisance;
import org.seism.linear.Strata;
import org.seism.motif.Motif;

/**
 * One step of greedy selection as the selection event sees it (METHOD, sections 5, 5b and 7). Everything here is fixed in the
 * event: it depends on the sequences and on the earlier winners, never on the phenotype. The arrays must not be changed.
 *
 * @param grid the candidates of the step
 * @param phi their activations (over the windows usable at the step); whitened where sequences are related
 * @param nuisance what is projected off: strata of the earlier motifs and usable windows, or, without erasing, the earlier
 *            motifs' activations; covariates always
 * @param strata within which the permutation null of this step's motif exchanges: the levels of the earlier motifs
 * @param winner the candidate that won the step
 * @param score the score of the step's motif
 * @param norms ||phi||^2 per candidate
 * @param residualNorms ||R phi||^2 per candidate, NaN where it is out of the step
 * @param loadings per candidate the inner product with the unit direction of R times the winning candidate's activation
 * @param motif the step's motif: the candidate that won, or what it was refined to
 * @param refiner what made the motif of the candidate, with all that the step fixes
 * @param activation activation of the step's motif
 */
public record SelectionStep(WordGrid grid, Activations phi, Nuisance nuisance, Strata strata, int winner, double score, double[] norms,
    double[] residualNorms, double[] loadings, Motif motif, Refinement.Step refiner, double[] activation) {

    /** The same step with a motif that takes the candidate's place. */
    SelectionStep refined(final Motif refined, final Refinement.Step by, final double refinedScore, final double[] own) {
        return new SelectionStep(grid, phi, nuisance, strata, winner, refinedScore, norms, residualNorms, loadings, refined, by, own);
    }

    /**
     * @param g a candidate
     * @param length of a phenotype
     * @return what its |phi^T R y| must exceed so that it has a score
     */
    public double least(final int g, final double length) {
        return AssociationScore.least(norms[g], length);
    }

    /** @return the candidate that won */
    public Candidate candidate() {
        return grid.candidate(winner);
    }

    /** @return the levels of the step's motif, by which later steps divide the sequences: those of the letters that won */
    public int[] levels() {
        return grid.erased().levels(motif);
    }
}
