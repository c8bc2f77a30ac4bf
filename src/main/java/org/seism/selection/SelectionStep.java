package org.seism.selection;

import org.seism.candidate.WordGrid;
import org.seism.linear.Nuisance;
import org.seism.linear.Strata;

/**
 * One step of greedy selection as the selection event sees it (METHOD, sections 5, 5b and 7). Everything here is fixed in the
 * event: it depends on the sequences and on the earlier winners, never on the phenotype.
 *
 * @param grid the candidates of the step with their activations (over the windows usable at the step)
 * @param nuisance what is projected off: strata of the earlier motifs and usable windows, or, without erasing, the earlier
 *            motifs' activations; covariates always
 * @param strata within which the permutation null of this step's motif exchanges: the levels of the earlier motifs
 * @param winner the candidate that won the step
 * @param score the winner's score
 * @param norms ||phi||^2 per candidate
 * @param residualNorms ||R phi||^2 per candidate, NaN where it is out of the step
 * @param activation activation of the step's motif, the word or what it was refined to
 */
public record SelectionStep(WordGrid grid, Nuisance nuisance, Strata strata, int winner, double score, double[] norms,
    double[] residualNorms, double[] activation) {
}
