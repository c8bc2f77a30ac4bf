package org.seism.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.inference.chain.ChainFactory;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.event.PermutationNull;
import org.seism.inference.statistic.StepMaximum;
import org.seism.inference.walk.BatchStatistic;
import org.seism.inference.walk.ReplicateCounter;
import org.seism.inference.walk.WalkSource;
import org.seism.random.RandomStreams;
import org.seism.random.StreamPurpose;
import org.seism.selection.SelectionPath;

/**
 * The two tests of each motif under the permutation null (METHOD, sections 8 to 10): that of the step, whether there is
 * anything more (max-T given the earlier steps), and that of the motif, whether it does anything given that it was chosen.
 * The first step's needs no chain where arrangements weigh the same: its replicates are independent permutations, and where the
 * number of replicates may adapt, they stop at the {@value #ENOUGH}th that is as large as the observed one (Besag, Clifford,
 * <em>Sequential Monte Carlo p-values</em>, Biometrika 1991), which stays exact. All else walks by exchanges.
 */
public final class PermutationTest {
    /** At so many exceedances the relative standard error of p is a tenth. */
    private static final int ENOUGH = 100;
    /** Permutations of one task. */
    private static final int BATCH = 32;

    /**
     * The tests of one motif.
     *
     * @param step that of the step; null for the partial hypothesis, which has no steps
     * @param sampled that of the motif
     */
    public record Result(NullSample step, NullSample sampled) {
    }

    private final SelectionPath m_path;
    private final NullDesign m_design;
    private final SamplingSettings m_settings;
    private final TaskRunner m_runner;
    private final Progress m_progress;
    private final ReplicateCounter m_counter;

    /**
     * @param path the selection, made with the design's phenotype and covariates
     * @param design a null model that permutes
     * @param settings how the null is sampled
     * @param runner runs the chains
     * @param progress progress and cancellation
     */
    public PermutationTest(final SelectionPath path, final NullDesign design, final SamplingSettings settings,
        final TaskRunner runner, final Progress progress) {
        m_path = path;
        m_design = design;
        m_settings = settings;
        m_runner = runner;
        m_progress = progress;
        m_counter = new ReplicateCounter(progress);
    }

    /** @return the tests of all motifs, in order of rank */
    public List<Result> run() {
        return run(m_settings.hypothesis() == Hypothesis.SEQUENTIAL, true, IntStream.range(0, m_path.size()).toArray());
    }

    /**
     * @param steps whether to test the steps; sequential hypothesis only
     * @param sampled whether to test the motifs
     * @param motifs 0-based ranks
     * @return one result per rank asked for; what was not asked for is null in it
     */
    public List<Result> run(final boolean steps, final boolean sampled, final int... motifs) {
        final NullSample[] first = new NullSample[motifs.length];
        final SampledWalk[] stepWalks = new SampledWalk[motifs.length];
        final SampledWalk[] motifWalks = new SampledWalk[motifs.length];
        final List<SampledWalk> walks = new ArrayList<>();
        for (int k = 0; k < motifs.length; k++) {
            final int motif = motifs[k];
            m_progress.checkCancelled();
            if (steps && motif == 0 && m_design.tilt() == null) {
                first[k] = independent();
            } else if (steps) {
                stepWalks[k] = stepWalk(motif);
                walks.add(stepWalks[k]);
            }
            if (sampled) {
                motifWalks[k] = motifWalk(motif);
                walks.add(motifWalks[k]);
            }
        }
        SampledWalk.run(walks, m_settings, m_runner, m_counter);
        return IntStream.range(0, motifs.length)
            .mapToObj(k -> new Result(stepWalks[k] == null ? first[k] : stepWalks[k].sample(),
                motifWalks[k] == null ? null : motifWalks[k].sample())).toList();
    }

    private SampledWalk motifWalk(final int motif) {
        final Hypothesis hypothesis = m_settings.hypothesis();
        final PermutationNull null_ = new PermutationNull(m_path, motif, hypothesis,
            hypothesis == Hypothesis.SEQUENTIAL ? motif + 1 : m_path.size(), m_design);
        return walk(null_, null_.statistic(null_.residual()), null, StreamPurpose.WALK, StreamPurpose.PLACE);
    }

    private SampledWalk stepWalk(final int motif) {
        final PermutationNull null_ = new PermutationNull(m_path, motif, Hypothesis.SEQUENTIAL, motif, m_design);
        final StepMaximum maximum = new StepMaximum(null_, m_runner, m_progress);
        return walk(null_, maximum.observed(), maximum::of, StreamPurpose.STEP_WALK, StreamPurpose.STEP_PLACE);
    }

    private SampledWalk walk(final PermutationNull null_, final double statistic, final BatchStatistic together,
        final StreamPurpose legs, final StreamPurpose place) {
        final int motif = null_.motif();
        final WalkSource source = new WalkSource(ChainFactory.permutation(null_, m_runner, m_progress), null_.residual(),
            statistic, together, leg -> RandomStreams.of(m_settings.seed(), legs, motif, leg),
            RandomStreams.of(m_settings.seed(), place, motif), m_settings.thinning(), m_settings.adaptive());
        return new SampledWalk(motif, source, m_settings, m_design.model().approximate());
    }

    /** Independent permutations of the first step, each from a stream of its own number. */
    private NullSample independent() {
        final PermutationNull null_ = new PermutationNull(m_path, 0, Hypothesis.SEQUENTIAL, 0, m_design);
        final StepMaximum maximum = new StepMaximum(null_, m_runner, m_progress);
        final int most = m_settings.maxReplicates();
        final double[] statistics = new double[most + 1];
        statistics[0] = maximum.observed();
        int size = 0;
        int exceeding = 0;
        // rounds of fixed size, so that where to stop does not depend on the number of threads
        final int round = m_settings.adaptive() ? 16 * BATCH : most;
        m_counter.expect(most);
        while (size < most && exceeding < ENOUGH) {
            final int from = size;
            final int to = Math.min(most, size + round);
            final List<Callable<double[]>> tasks = new ArrayList<>();
            for (int start = from; start < to; start += BATCH) {
                final int first = start;
                final int last = Math.min(to, start + BATCH);
                tasks.add(() -> permutations(null_, maximum, first, last));
            }
            for (final double[] batch : m_runner.runAll(tasks)) {
                for (int k = 0; k < batch.length && !(m_settings.adaptive() && exceeding == ENOUGH); k++) {
                    statistics[++size] = batch[k];
                    exceeding += batch[k] >= statistics[0] - NullSample.EQUAL ? 1 : 0;
                }
            }
        }
        // at the h-th exceedance p is h / l: the last draw stands for the observed data
        final int length = m_settings.adaptive() && exceeding == ENOUGH ? size : size + 1;
        return new NullSample(0, Arrays.copyOf(statistics, length), 0, new int[]{length}, 1, m_settings.adaptive(),
            m_design.model().approximate(), true);
    }

    private double[] permutations(final PermutationNull null_, final StepMaximum maximum, final int from, final int to) {
        final int[][] groups = null_.groups().members();
        final List<double[]> states = new ArrayList<>();
        for (int r = from; r < to; r++) {
            m_counter.checkCancelled();
            final UniformRandomProvider random = RandomStreams.of(m_settings.seed(), StreamPurpose.FIRST_STEP, r);
            final double[] e = new double[null_.residual().length];
            for (final int[] group : groups) {
                final int[] source = group.clone();
                PermutationSampler.shuffle(random, source);
                for (int k = 0; k < group.length; k++) {
                    e[group[k]] = null_.residual()[source[k]];
                }
            }
            states.add(e);
            m_counter.passed();
        }
        return maximum.of(states);
    }
}
