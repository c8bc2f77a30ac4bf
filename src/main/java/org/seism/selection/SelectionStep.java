package org.seism.selection;

import java.util.Optional;

import org.seism.candidate.WordGrid;
import org.seism.linear.Nuisance;
import org.seism.linear.Strata;
import org.seism.motif.Motif;
import org.seism.motif.RefinedWord;
import org.seism.motif.SoftMotif;
import org.seism.motif.WordMotif;

/**
 * One step of greedy selection as the selection event sees it (METHOD, sections 5, 5b and 7). Everything here is fixed in the
 * event: it depends on the sequences and on the earlier winners, never on the phenotype. The arrays must not be changed.
 *
 * @param grid the candidates of the step with their activations (over the windows usable at the step)
 * @param nuisance what is projected off: strata of the earlier motifs and usable windows, or, without erasing, the earlier
 *            motifs' activations; covariates always
 * @param strata within which the permutation null of this step's motif exchanges: the levels of the earlier motifs
 * @param winner the candidate that won the step
 * @param score the winner's score
 * @param norms ||phi||^2 per candidate
 * @param residualNorms ||R phi||^2 per candidate, NaN where it is out of the step
 * @param loadings per candidate the inner product with the unit direction of R times the winning candidate's activation
 * @param activation activation of the step's motif, the word or what it was refined to
 * @param refined what the word was refined to; empty for words
 */
public record SelectionStep(WordGrid grid, Nuisance nuisance, Strata strata, int winner, double score, double[] norms,
    double[] residualNorms, double[] loadings, double[] activation, Optional<Refined> refined) {

    /**
     * A motif that took the place of the word that won the step.
     *
     * @param refiner the refinement with all that the step fixes
     * @param motif the motif
     */
    public record Refined(Refinement.Step refiner, SoftMotif motif) {
    }

    /** @return the word that won */
    public WordMotif word() {
        return grid.word(winner);
    }

    /** @return the step's motif: the word, or what it was refined to */
    public Motif motif() {
        return refined.<Motif> map(r -> new RefinedWord(word(), r.motif())).orElse(word());
    }

    /** @return the levels of the step's motif, by which later steps divide the sequences: those of the word that won */
    public int[] levels() {
        return grid.erased().levels(word());
    }
}
