package org.seism.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.ErasedLetters;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WindowScan;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.linear.Strata;
import org.seism.motif.Motif;
import org.seism.random.RandomStreams;
import org.seism.random.StreamPurpose;
import org.seism.selection.AssociationScore;
import org.seism.selection.RefinementSettings;
import org.seism.selection.SelectionPath;
import org.seism.selection.SelectionProcedure;
import org.seism.study.Study;

/**
 * Data splitting, the comparison of the SEISM paper (METHOD, section 12): a random part of the sequences selects the motifs,
 * the rest tests them as motifs given beforehand. With several repeats the p-values of each rank are combined as twice their
 * median. Valid, but selection and test both see only a part of the data.
 */
public final class DataSplitTest {

    /** How the second part tests. */
    public enum Method {
        /** Student's t test of the partial correlation. */
        STUDENT,
        /** Exchanges within the strata of the earlier motifs; with covariates the form of it that suits the phenotype. */
        PERMUTATION
    }

    /**
     * Settings of the split.
     *
     * @param fraction share of the sequences that selects, between 0.1 and 0.9
     * @param repeats number of splits
     * @param method test on the rest
     * @param permutations permutations of the permutation test
     * @param seed seed of the splits
     */
    public record Settings(double fraction, int repeats, Method method, int permutations, long seed) {

        /** Half and half, once, Student's t, seed 1. */
        public static final Settings DEFAULT = new Settings(0.5, 1, Method.STUDENT, 9999, 1);

        /**
         * Checks every bound.
         *
         * @throws InputException for a setting out of range
         */
        public Settings {
            if (!(fraction >= 0.1 && fraction <= 0.9)) {
                throw new InputException("The split fraction is " + fraction + ".", "Give a share between 0.1 and 0.9.");
            }
            if (repeats < 1 || repeats > 1000) {
                throw new InputException("The number of repeats of the split is " + repeats + ".", "Give 1 to 1000.");
            }
            if (permutations < 1) {
                throw new InputException("The number of permutations is " + permutations + ".", "Give at least 1.");
            }
        }
    }

    /**
     * A motif of one rank.
     *
     * @param motif selected by the first split; a word where it was refined
     * @param statistic signed partial correlation on the rest of the first split
     * @param p p-value, combined over the repeats
     * @param repeats p-value of each repeat
     * @param motifs selected by each repeat
     */
    public record Result(Motif motif, double statistic, double p, double[] repeats, List<Motif> motifs) {
    }

    private final Study m_study;
    private final GridSettings m_grid;
    private final AssociationScore m_score;
    private final RefinementSettings m_refinement;
    private final Erasing m_erasing;
    private final int m_motifs;
    private final Settings m_settings;
    private final SelectionProcedure.Source m_procedures;

    /**
     * @param study all data
     * @param grid grid settings, applied to the selecting part
     * @param score association score
     * @param motifs number of motifs
     * @param settings the split
     */
    public DataSplitTest(final Study study, final GridSettings grid, final AssociationScore score, final int motifs,
        final Settings settings) {
        this(study, grid, score, RefinementSettings.NONE, Erasing.DEFAULT, motifs, settings, SelectionProcedure::of);
    }

    /**
     * @param study all data
     * @param grid grid settings, applied to the selecting part
     * @param score association score
     * @param refinement whether and how words are refined
     * @param erasing what each motif takes out of the sequences, in either part
     * @param motifs number of motifs
     * @param settings the split
     * @param procedures makes the selecting part's candidates
     */
    public DataSplitTest(final Study study, final GridSettings grid, final AssociationScore score,
        final RefinementSettings refinement, final Erasing erasing, final int motifs, final Settings settings,
        final SelectionProcedure.Source procedures) {
        m_procedures = procedures;
        m_erasing = erasing;
        m_refinement = refinement;
        m_study = study;
        m_grid = grid;
        m_score = score;
        m_motifs = motifs;
        m_settings = settings;
    }

    /**
     * @param runner runs the parts
     * @param progress progress and cancellation
     * @return one result per rank; fewer than asked for where a part could not select so many
     * @throws InputException if the parts are too small
     */
    public List<Result> run(final TaskRunner runner, final Progress progress) {
        final double[][] p = new double[m_motifs][m_settings.repeats()];
        final List<List<Motif>> selected = new ArrayList<>();
        final double[] statistics = new double[m_motifs];
        for (final double[] row : p) {
            Arrays.fill(row, 1);
        }
        int ranks = 0;
        for (int repeat = 0; repeat < m_settings.repeats(); repeat++) {
            final int done = repeat;
            progress.report((double)repeat / m_settings.repeats(), () -> "Split " + (done + 1) + " of " + m_settings.repeats());
            final boolean[] selects = split(repeat);
            final SelectionPath path = select(rows(selects, true), runner,
                progress.part((double)repeat / m_settings.repeats(), (repeat + 1.0) / m_settings.repeats()));
            final Study rest = m_study.subset(rows(selects, false));
            Rest part = new Rest(rest, design(rest));
            for (int j = 0; j < path.size(); j++) {
                final double[] activation = part.activation(path, j);
                if (selected.size() <= j) {
                    selected.add(new ArrayList<>());
                }
                selected.get(j).add(path.step(j).candidate().motif());
                // a motif that is absent or redundant in the rest can't be tested there, nor any where nothing is left to explain: p stays 1
                if (part.nuisance().with(activation) != part.nuisance() && part.leavesSomething()) {
                    final PartialCorrelationTest test = PartialCorrelationTest.of(part.nuisance(), activation, part.design().y());
                    p[j][repeat] = m_settings.method() == Method.STUDENT ? student(test)
                        : new GivenMotifPermutation(part.design(), part.strata(), part.nuisance(), activation, m_score.sign()).p(
                            m_settings.permutations(),
                            RandomStreams.of(m_settings.seed(), StreamPurpose.SPLIT_PERMUTATION, repeat, j), progress);
                    statistics[j] = repeat == 0 ? test.statistic() : statistics[j];
                }
                part = part.after(path, j);
            }
            ranks = Math.max(ranks, path.size());
        }
        final List<Result> results = new ArrayList<>();
        for (int j = 0; j < ranks; j++) {
            results.add(new Result(selected.get(j).get(0), statistics[j], Multiplicity.twiceMedian(p[j]), p[j], selected.get(j)));
        }
        return results;
    }

    /** Two-sided, or one-sided where only positive associations count. */
    private double student(final PartialCorrelationTest test) {
        final double p = test.studentP().value();
        return m_score.sign() == AssociationScore.Sign.ANY ? p : test.statistic() > 0 ? p / 2 : 1 - p / 2;
    }

    /** Student's test takes the phenotype as it is; permutation takes the null model that suits phenotype and covariates. */
    private NullDesign design(final Study rest) {
        final double[] y = rest.phenotype().values();
        final double[][] covariates = rest.covariates().values();
        if (m_settings.method() == Method.STUDENT) {
            return NullDesign.plain(NullModel.GAUSSIAN, y, covariates);
        }
        return NullDesign.of(NullModel.permuting(covariates.length > 0, rest.phenotype().isBinary()), PhenotypeTransform.NONE, y,
            covariates);
    }

    /**
     * The testing part as the motifs so far have left it: what they erased there, the strata that their levels make, and what a
     * test of the next projects off.
     */
    private final class Rest {
        private final Study m_rest;
        private final NullDesign m_design;
        private final ErasedLetters m_erased;
        private final Strata m_strata;
        private final Nuisance m_nuisance;

        Rest(final Study rest, final NullDesign design) {
            this(rest, design, ErasedLetters.none(rest.sequences(), rest.strands(), m_erasing), Strata.single(rest.size()),
                Nuisance.of(Strata.single(rest.size())).withAll(design.covariates()));
        }

        private Rest(final Study rest, final NullDesign design, final ErasedLetters erased, final Strata strata,
            final Nuisance nuisance) {
            m_rest = rest;
            m_design = design;
            m_erased = erased;
            m_strata = strata;
            m_nuisance = nuisance;
        }

        NullDesign design() {
            return m_design;
        }

        Strata strata() {
            return m_strata;
        }

        Nuisance nuisance() {
            return m_nuisance;
        }

        /** Whether covariates and earlier motifs leave something of the phenotype: a first motif may tell two classes apart in this part. */
        boolean leavesSomething() {
            final double[] y = m_design.y();
            return m_rest.size() - m_nuisance.rank() >= 2
                && OrthonormalBasis.norm(m_nuisance.residual(y)) > AssociationScore.NOTHING_LEFT * OrthonormalBasis.norm(y);
        }

        double[] activation(final SelectionPath path, final int j) {
            final Motif motif = path.step(j).motif();
            return new WindowScan(m_rest.sequences(), m_rest.strands(), m_erased, motif.windows()).activations(motif.activation());
        }

        Rest after(final SelectionPath path, final int j) {
            final Motif motif = path.step(j).motif();
            final Strata strata = m_strata.split(m_erased.levels(motif));
            if (!m_erasing.on()) {
                return new Rest(m_rest, m_design, m_erased, strata, m_nuisance.with(activation(path, j)));
            }
            final ErasedLetters erased = m_erased.with(motif);
            return new Rest(m_rest, m_design, erased, strata, Nuisance.of(strata).withAll(m_design.covariates())
                .with(path.grid().usableWindows(erased)));
        }
    }

    private SelectionPath select(final int[] rows, final TaskRunner runner, final Progress progress) {
        final Study part = m_study.subset(rows);
        try {
            final double first = SelectionProcedure.shareOfFirstGrid(m_motifs, m_erasing.on());
            return m_procedures.of(part.sequences(), part.strands(), m_grid, m_erasing, m_score, m_refinement, runner,
                progress.part(0, first)).run(part.phenotype().values(), part.covariates().values(), m_motifs, runner,
                    progress.part(first, 1));
        } catch (InputException e) {
            throw new InputException("Data split: the selecting part of " + rows.length + " sequences: " + e.problem(),
                "Use more sequences or another split fraction. " + e.remedy(), e);
        }
    }

    /** Which rows select: a fraction of each class where the phenotype has two values, else of all. */
    private boolean[] split(final int repeat) {
        final UniformRandomProvider random = RandomStreams.of(m_settings.seed(), StreamPurpose.DATA_SPLIT, repeat);
        final double[] y = m_study.phenotype().values();
        final boolean binary = m_study.phenotype().isBinary();
        final TreeMap<Double, List<Integer>> strata = new TreeMap<>();
        for (int i = 0; i < y.length; i++) {
            strata.computeIfAbsent(binary ? y[i] : 0.0, k -> new ArrayList<>()).add(i);
        }
        final boolean[] selects = new boolean[y.length];
        for (final List<Integer> stratum : strata.values()) {
            final int[] order = PermutationSampler.natural(stratum.size());
            PermutationSampler.shuffle(random, order);
            final long count = Math.round(m_settings.fraction() * order.length);
            for (int k = 0; k < count; k++) {
                selects[stratum.get(order[k])] = true;
            }
        }
        return selects;
    }

    private static int[] rows(final boolean[] selects, final boolean wanted) {
        return java.util.stream.IntStream.range(0, selects.length).filter(i -> selects[i] == wanted).toArray();
    }
}
