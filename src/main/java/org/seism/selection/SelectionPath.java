package org.seism.selection;

import java.util.List;

import org.seism.candidate.WordGrid;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.linear.Strata;
import org.seism.linear.Whitening;

/**
 * Greedy selection with everything that the selection event needs, step by step (METHOD, sections 5, 5b and 7). Where words
 * are refined, each step has two faces: the seed, the candidate that won the step, and the motif that took its place. Never
 * changed after construction.
 */
public final class SelectionPath {
    private final AssociationScore m_score;
    private final List<SelectionStep> m_steps;
    private final double[][] m_covariates;
    private final Refinement m_refinement;
    private final Whitening m_whitening;

    /**
     * @param score the score
     * @param steps the steps, at least one
     * @param covariates without the intercept
     * @param refinement what made the motifs of the candidates
     * @param whitening what makes the noise of related sequences independent
     */
    SelectionPath(final AssociationScore score, final List<SelectionStep> steps, final double[][] covariates,
        final Refinement refinement, final Whitening whitening) {
        m_whitening = whitening;
        m_score = score;
        m_steps = List.copyOf(steps);
        m_covariates = covariates;
        m_refinement = refinement;
    }

    /** @return the grid of the first step: all candidates */
    public WordGrid grid() {
        return m_steps.get(0).grid();
    }

    /** @return the score */
    public AssociationScore score() {
        return m_score;
    }

    /** @return which associations count */
    public AssociationScore.Sign sign() {
        return m_score.sign();
    }

    /** @return whether the sites of each motif are erased before the next step */
    public boolean erases() {
        return grid().erased().rule().on();
    }

    /** @return number of motifs q; fewer than asked for where nothing was left to explain */
    public int size() {
        return m_steps.size();
    }

    /** @return the steps in order */
    public List<SelectionStep> steps() {
        return m_steps;
    }

    /**
     * @param step 0 .. q-1
     * @return all that the selection event needs of the step
     */
    public SelectionStep step(final int step) {
        return m_steps.get(step);
    }

    /**
     * @param step 0 .. q-1
     * @return the candidate of the step's grid that won
     */
    public int selected(final int step) {
        return step(step).winner();
    }

    /**
     * @param step 0 .. q-1
     * @return the winner's score
     */
    public double winningScore(final int step) {
        return step(step).score();
    }

    /** @return whether words were refined to motifs with soft columns */
    public boolean isRefined() {
        return m_refinement.refines();
    }

    /**
     * How many steps' candidates are part of an event. For words and lattices all of them are. A trained network's event is about the motif
     * alone; but where motifs erase, they do so by the candidate's letters, so that what stands after the first step would be selected
     * or tested otherwise if another candidate had won before.
     *
     * @param motif 0-based rank of the motif that is tested
     * @param steps how many steps the event has
     * @return all of them or 0
     */
    public int seedSteps(final int motif, final int steps) {
        final boolean alone = motif == 0 && steps == 1;
        return m_refinement.keepsSeed() || erases() && !alone ? steps : 0;
    }

    /**
     * @param step 0 .. q-1
     * @return activation of the step's motif, the word or what it was refined to; must not be changed
     */
    public double[] activation(final int step) {
        return step(step).activation();
    }

    /** @return the covariates as they are, {@code [covariate][sequence]}, without the intercept; must not be changed */
    public double[][] covariates() {
        return m_covariates;
    }

    /**
     * What the steps up to one project off, all together: each of them projects off a part of this space. With erasing the
     * strata of a step are finer than those before, but the numbers of usable windows of all steps come together.
     *
     * @param step 0 .. q-1
     * @return the span of the nuisances of steps 0 .. step
     */
    public Nuisance nuisanceUpTo(final int step) {
        Nuisance all = step(step).nuisance();
        for (int k = 1; k < step && erases(); k++) {
            all = all.with(usableWindows(k));
        }
        return all;
    }

    /**
     * @param step 1 .. q-1
     * @return numbers of windows that earlier motifs have left, as the step sees them
     */
    public double[] usableWindows(final int step) {
        return m_whitening.apply(step(step).grid().usableWindows());
    }

    /** @return what makes the noise of related sequences independent; phenotype, nuisances and activations are in its coordinates */
    public Whitening whitening() {
        return m_whitening;
    }

    /**
     * @param motif 0-based rank of a motif
     * @param to first step that is not looked at
     * @return the levels of the other motifs of steps 0 .. to-1, fully crossed
     */
    public Strata strataOfOthers(final int motif, final int to) {
        Strata strata = step(Math.min(motif, to)).strata();
        for (int k = motif + 1; k < to; k++) {
            strata = strata.split(step(k).levels());
        }
        return strata;
    }

    /**
     * @param motif 0-based rank of a motif
     * @param to first step that is not looked at
     * @return the span of the covariates and the other motifs of steps 0 .. to-1: their activations or, with erasing, their strata
     */
    public Nuisance nuisanceOfOthers(final int motif, final int to) {
        Nuisance nuisance =
            m_whitening.nuisance(erases() ? strataOfOthers(motif, to) : Strata.single(activation(0).length), m_covariates);
        for (int k = 0; k < to && !erases(); k++) {
            nuisance = k == motif ? nuisance : nuisance.with(activation(k));
        }
        return nuisance;
    }

    /**
     * @param step 0 .. q-1
     * @return orthonormal basis of what the step projects off
     */
    public OrthonormalBasis basis(final int step) {
        return step(step).nuisance().basis();
    }
}
