package org.seism.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.WordGrid;
import org.seism.candidate.activation.Activations;
import org.seism.candidate.activation.WhitenedActivations;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.linear.Strata;
import org.seism.linear.Whitening;

/** Selects motifs one by one: each step takes the candidate with the largest score (METHOD, sections 5 and 5b). */
public final class GreedySelection {
    /** Below this share of its norm a residual norm is computed from the residual itself: the difference has lost digits. */
    static final double CANCELLATION = 1e-6;
    /** With erasing, only below this share of its norm can a candidate's residual norm be below THIN of its centred norm. */
    private static final double DOUBTFUL = 1.01 * AssociationScore.THIN;

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
        this(grid, score, Refinement.NONE, runner, progress);
    }

    /**
     * @param grid the candidates
     * @param score the score
     * @param refinement what takes a candidate's place at its step (METHOD, section 6)
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
        return run(y, covariates, Whitening.NONE, motifs);
    }

    /**
     * The same for sequences that are related.
     *
     * @param y phenotype, whitened
     * @param covariates as they are, without the intercept
     * @param whitening what makes their noise independent
     * @param motifs number of motifs q, at least 1
     * @return the path; shorter than q where nothing is left to explain
     * @throws InputException if the phenotype is explained by the covariates, there are too few sequences, or motifs of
     *             related sequences are refined
     */
    public SelectionPath run(final double[] y, final double[][] covariates, final Whitening whitening, final int motifs) {
        if (whitening.isOn() && m_refinement.refines()) {
            throw new InputException("Motifs of related sequences can't be refined.", "Select words (--refine none), or leave out the "
                + "relationship matrix or groups.");
        }
        final int n = y.length;
        final double yNorm = OrthonormalBasis.norm(y);
        final List<SelectionStep> steps = new ArrayList<>();
        Optional<Space> space = Optional.of(first(n, covariates, whitening));
        boolean asked = false;
        while (steps.size() < motifs && space.isPresent() && space.get().nuisance().rank() + 2 <= n) {
            m_progress.checkCancelled();
            final double[] residual = space.get().nuisance().residual(y);
            if (!(OrthonormalBasis.norm(residual) > AssociationScore.NOTHING_LEFT * yNorm)) {
                break;
            }
            asked = true;
            final Optional<SelectionStep> step = step(space.get(), residual, yNorm);
            if (step.isEmpty()) {
                break;
            }
            steps.add(step.get());
            final int done = steps.size();
            space = done < motifs
                ? next(space.get(), step.get(), covariates, whitening, m_progress.part((done - 1.0) / (motifs - 1), (double)done / (motifs - 1)))
                : Optional.empty();
        }
        if (steps.isEmpty() && asked) {
            throw new InputException("No motif can be selected: no candidate is left. None of the " + m_grid.size()
                + " goes with the phenotype at all" + (m_score.sign() == AssociationScore.Sign.POSITIVE ? " in the direction asked for" : "")
                + ", or the covariates explain those that do.",
                "Let other candidates compete (widths, minimum support), or check the phenotype column.");
        }
        if (steps.isEmpty()) {
            throw new InputException("No motif can be selected: the intercept and the covariates explain the phenotype, or "
                + "there are too few sequences (" + n + ").", "Use fewer covariates, or check the phenotype column.");
        }
        return new SelectionPath(m_score, steps, covariates, m_refinement, whitening);
    }

    /**
     * What a step starts from.
     *
     * @param grid its candidates
     * @param phi their activations
     * @param nuisance what it projects off
     * @param strata the levels of the earlier motifs
     * @param norms ||phi||^2 per candidate
     * @param residualNorms ||R phi||^2 per candidate, NaN where it is out of the step
     */
    private record Space(WordGrid grid, Activations phi, Nuisance nuisance, Strata strata, double[] norms, double[] residualNorms) {
    }

    private Space first(final int n, final double[][] covariates, final Whitening whitening) {
        final Strata single = Strata.single(n);
        return space(m_grid, whitening.nuisance(single, covariates), single, whitening);
    }

    private Space space(final WordGrid grid, final Nuisance nuisance, final Strata strata, final Whitening whitening) {
        final Activations phi =
            whitening.isOn() ? WhitenedActivations.of(grid.activations(), whitening, m_runner, m_progress) : grid.activations();
        final double[] norms = phi.squaredNorms(m_runner);
        final double[] residualNorms = norms.clone();
        final double[] explained = phi.stratumSquares(nuisance.strata(), m_runner);
        for (int g = 0; g < residualNorms.length; g++) {
            residualNorms[g] -= explained[g];
        }
        for (int k = 0; k < nuisance.more().rank(); k++) {
            m_progress.checkCancelled();
            subtractSquares(residualNorms, phi.transposeTimes(nuisance.more().vector(k), m_runner));
        }
        return new Space(grid, phi, nuisance, strata, norms,
            exclude(grid, phi, residualNorms, norms, nuisance, whitening.nuisance(Strata.single(phi.sequences()))));
    }

    /** @return empty where no candidate is left, or no score is positive */
    private Optional<SelectionStep> step(final Space space, final double[] residual, final double yNorm) {
        final Activations phi = space.phi();
        final double[] products = phi.transposeTimes(residual, m_runner);
        final int winner = m_score.winner(space.grid(), products, space.residualNorms(), space.norms(), yNorm);
        if (winner < 0) {
            return Optional.empty();
        }
        final double[] seed = phi.column(winner);
        final double[] direction = space.nuisance().residual(seed);
        scale(direction, 1 / OrthonormalBasis.norm(direction));
        final double[] loadings = phi.transposeTimes(direction, m_runner);
        final SelectionStep step = new SelectionStep(space.grid(), phi, space.nuisance(), space.strata(), winner,
            m_score.of(products[winner], space.residualNorms()[winner]), space.norms(), space.residualNorms(), loadings,
            space.grid().motif(winner), Refinement.NONE.step(space.grid(), space.nuisance(), space.residualNorms()), seed);
        return Optional.of(m_refinement.refine(step, residual));
    }

    /** What the next step starts from; empty where nothing is left to select. */
    private Optional<Space> next(final Space space, final SelectionStep step, final double[][] covariates,
        final Whitening whitening, final Progress progress) {
        final Strata strata = space.strata().split(step.levels());
        if (!space.grid().erased().rule().on()) {
            final Nuisance larger = space.nuisance().with(step.activation());
            if (larger == space.nuisance()) {
                return Optional.empty();
            }
            final double[] residualNorms = space.residualNorms().clone();
            subtractSquares(residualNorms, space.phi().transposeTimes(larger.more().vector(larger.more().rank() - 1), m_runner));
            return Optional.of(new Space(space.grid(), space.phi(), larger, strata, space.norms(), exclude(space.grid(), space.phi(),
                residualNorms, space.norms(), larger, whitening.nuisance(Strata.single(strata.size())))));
        }
        if (strata.count() + 2 > strata.size()) {
            return Optional.empty();
        }
        return space.grid().without(space.grid().erased().with(step.motif()), m_runner, progress)
            .map(grid -> space(grid, whitening.nuisance(strata, covariates).with(whitening.apply(grid.usableWindows())), strata, whitening));
    }

    private static double[] exclude(final WordGrid grid, final Activations phi, final double[] residualNorms, final double[] norms,
        final Nuisance nuisance, final Nuisance intercept) {
        final boolean erases = grid.erased().rule().on();
        final double[] kept = residualNorms.clone();
        for (int g = 0; g < kept.length; g++) {
            if (kept[g] < (erases ? DOUBTFUL : CANCELLATION) * norms[g]) {
                final double[] column = phi.column(g);
                final double[] f = nuisance.residual(column);
                kept[g] = OrthonormalBasis.dot(f, f);
                if (erases && kept[g] < AssociationScore.THIN * centredNorm(column, intercept)) {
                    kept[g] = Double.NaN;
                }
            }
            if (!(kept[g] >= AssociationScore.EXPLAINED * norms[g])) {
                kept[g] = Double.NaN;
            }
        }
        return kept;
    }

    private static double centredNorm(final double[] x, final Nuisance intercept) {
        final double[] centred = intercept.residual(x);
        return OrthonormalBasis.dot(centred, centred);
    }

    private static void scale(final double[] x, final double factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }

    private static void subtractSquares(final double[] target, final double[] values) {
        for (int g = 0; g < target.length; g++) {
            target[g] -= values[g] * values[g];
        }
    }
}
