package org.seism.inference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.inference.chain.ChainFactory;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.event.MotifNull;
import org.seism.inference.event.NullGeometry;
import org.seism.inference.event.PermutationNull;
import org.seism.inference.statistic.JointKind;
import org.seism.inference.statistic.JointStatistic;
import org.seism.inference.walk.ReplicateCounter;
import org.seism.inference.walk.WalkSource;
import org.seism.random.RandomStreams;
import org.seism.random.StreamPurpose;
import org.seism.selection.SelectionPath;

/**
 * The sampled selective test of motifs (Besag, Clifford 1989; METHOD, section 10): the observed data take a uniform position among N
 * replicates on a path or a star of branches, the kernel runs from them to all the others, and p is the share of statistics
 * at least as large as the observed one. Valid for any number of steps and any mixing. The legs of all motifs are independent
 * tasks with random streams of their own. Under a permutation null it is a part of {@link PermutationTest}.
 */
public final class MonteCarloTest {
    private final SelectionPath m_path;
    private final NullDesign m_design;
    private final SamplingSettings m_settings;
    private final TaskRunner m_runner;
    private final Progress m_progress;
    private final ReplicateCounter m_counter;

    /**
     * The test under the gaussian null.
     *
     * @param path the selection
     * @param y the observed phenotype, one value per sequence
     * @param settings how the null is sampled
     * @param runner runs the chains
     * @param progress progress and cancellation
     */
    public MonteCarloTest(final SelectionPath path, final double[] y, final SamplingSettings settings, final TaskRunner runner,
        final Progress progress) {
        this(path, NullDesign.plain(NullModel.GAUSSIAN, y, path.covariates()), settings, runner, progress);
    }

    /**
     * @param path the selection
     * @param design the null model with the phenotype
     * @param settings how the null is sampled
     * @param runner runs the chains
     * @param progress progress and cancellation
     */
    public MonteCarloTest(final SelectionPath path, final NullDesign design, final SamplingSettings settings, final TaskRunner runner,
        final Progress progress) {
        m_path = path;
        m_design = design;
        m_settings = settings;
        m_runner = runner;
        m_progress = progress;
        m_counter = new ReplicateCounter(progress);
    }

    /** @return one sample per motif, in order of rank */
    public List<NullSample> run() {
        return run(IntStream.range(0, m_path.size()).toArray());
    }

    /**
     * @param motifs 0-based ranks of the motifs to test
     * @return one sample per motif asked for
     */
    public List<NullSample> run(final int... motifs) {
        if (m_design.model().permutes()) {
            return new PermutationTest(m_path, m_design, m_settings, m_runner, m_progress).run(false, true, motifs).stream()
                .map(PermutationTest.Result::sampled).toList();
        }
        final List<SampledWalk> walks = Arrays.stream(motifs).mapToObj(this::walk).toList();
        SampledWalk.run(walks, m_settings, m_runner, m_counter);
        return walks.stream().map(SampledWalk::sample).toList();
    }

    /**
     * The test of all motifs together: the phenotype has to do with the covariates only, and whoever selects the same motifs in
     * the same order is compared.
     *
     * @param kind statistic
     * @return its null distribution
     */
    public NullSample joint(final JointKind kind) {
        final JointStatistic statistic = JointStatistic.of(m_path, kind);
        final MotifNull null_;
        final ChainFactory chains;
        if (m_design.model().permutes()) {
            final PermutationNull permuted = PermutationNull.joint(m_path, m_design);
            null_ = permuted;
            chains = ChainFactory.permutation(permuted, m_runner, m_progress);
        } else {
            final NullGeometry geometry = NullGeometry.joint(m_path, m_design.y());
            null_ = geometry;
            chains = ChainFactory.gaussian(geometry, m_settings.kernel(), m_runner, m_progress);
        }
        final WalkSource source = new WalkSource(chains, null_.residual(), statistic.of(m_design.y()),
            states -> states.stream().mapToDouble(e -> statistic.of(null_.phenotype(e))).toArray(),
            leg -> RandomStreams.of(m_settings.seed(), StreamPurpose.JOINT_WALK, leg),
            RandomStreams.of(m_settings.seed(), StreamPurpose.JOINT_PLACE), m_settings.thinning(), m_settings.adaptive());
        final SampledWalk walk = new SampledWalk(0, source, m_settings, m_design.model().approximate());
        SampledWalk.run(List.of(walk), m_settings, m_runner, m_counter);
        return walk.sample();
    }

    private SampledWalk walk(final int motif) {
        final NullGeometry geometry = new NullGeometry(m_path, motif, m_settings.hypothesis(), m_design.y());
        final WalkSource source = new WalkSource(ChainFactory.gaussian(geometry, m_settings.kernel(), m_runner, m_progress),
            geometry.residual(), geometry.statistic(), leg -> RandomStreams.of(m_settings.seed(), StreamPurpose.WALK, motif, leg),
            RandomStreams.of(m_settings.seed(), StreamPurpose.PLACE, motif), m_settings.thinning(), m_settings.adaptive());
        return new SampledWalk(motif, source, m_settings, false);
    }
}
