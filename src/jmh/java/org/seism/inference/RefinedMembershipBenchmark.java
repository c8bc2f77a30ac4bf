package org.seism.inference;

import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.inference.chain.BlockRotationChain;
import org.seism.inference.chain.Kernel;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.event.EventShape;
import org.seism.inference.event.NullGeometry;
import org.seism.linear.OrthonormalBasis;
import org.seism.random.RandomStreams;
import org.seism.random.StreamPurpose;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.RefinedEvent;
import org.seism.selection.Refinement;
import org.seism.selection.RefinementSettings;
import org.seism.selection.SelectionPath;
import org.seism.sequence.Strands;
import org.seism.simulation.SequenceSimulator;
import org.seism.simulation.SimulatorSettings;
import org.seism.study.Study;

/**
 * The refined part of a membership check at 200 sequences of 100 letters, width 8: phenotypes that a chain really asks about.
 * {@link #main} instead runs the sampled test of one motif with 1999 replicates on two threads and says what share of the
 * null's trial points the seed words' scan settles.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RefinedMembershipBenchmark {
    /** Resolution of the lattice. */
    @Param({"1", "2", "4"})
    public int m_resolution;

    private RefinedEvent m_event;
    private double[][] m_phenotypes;
    private int m_next;

    /** Phenotypes within reach of the observed one. */
    @Setup
    public void setUp() {
        final Study study = study();
        final SelectionPath path = path(study, RefinementSettings.lattice(m_resolution));
        m_event = new RefinedEvent(path, 1);
        final NullGeometry geometry = new NullGeometry(path, 0, Hypothesis.SEQUENTIAL, study.phenotype().values());
        final Random random = new Random(1);
        m_phenotypes = new double[256][];
        for (int k = 0; k < m_phenotypes.length; k++) {
            double[] w = new double[study.size()];
            for (int i = 0; i < w.length; i++) {
                w[i] = random.nextGaussian();
            }
            w = geometry.nuisance().residual(w);
            m_phenotypes[k] = geometry.residual().clone();
            OrthonormalBasis.addScaled(m_phenotypes[k], w, 0.5 * random.nextDouble() / OrthonormalBasis.norm(w));
        }
    }

    /** @return whether the refinement leads to the same motif */
    @Benchmark
    public boolean check() {
        return m_event.contains(m_phenotypes[m_next++ & 255]);
    }

    private static Study study() {
        return SequenceSimulator.simulate(
            SimulatorSettings.defaults().withCount(200).withLengths(100, 100).withStrands(Strands.BOTH).withSeed(5), Progress.NONE).study();
    }

    private static SelectionPath path(final Study study, final RefinementSettings settings) {
        final WordGrid grid = WordGrid.build(study.sequences(), study.strands(), GridSettings.DEFAULT.withWidths(8, 8),
            TaskRunner.sequential(), Progress.NONE);
        final Refinement refinement =
            Refinement.of(settings, study.sequences(), study.strands(), AssociationScore.DEFAULT);
        return new GreedySelection(grid, AssociationScore.DEFAULT, refinement, TaskRunner.sequential(), Progress.NONE)
            .run(study.phenotype().values(), study.covariates().values(), 1);
    }

    /** @param args refinements to time, for instance lattice2 network2; block or hypersphere before one sets its kernel */
    public static void main(final String[] args) {
        Kernel kernel = Kernel.BLOCK;
        for (final String arg : args) {
            if (arg.equals("block") || arg.equals("hypersphere")) {
                kernel = Kernel.valueOf(arg.toUpperCase(Locale.ROOT));
                continue;
            }
            final int m = arg.charAt(arg.length() - 1) - '0';
            final RefinementSettings settings =
                arg.startsWith("lattice") ? RefinementSettings.lattice(m) : RefinementSettings.network(m);
            final Study study = study();
            final SelectionPath path = path(study, settings);
            final NullGeometry geometry = new NullGeometry(path, 0, Hypothesis.SEQUENTIAL, study.phenotype().values());
            long start = System.nanoTime();
            final LogProbability exact = ExactTest.test(geometry, TaskRunner.sequential(), Progress.NONE).p();
            final double exactSeconds = (System.nanoTime() - start) / 1e9;
            final BlockRotationChain chain = new BlockRotationChain(new EventShape(geometry, TaskRunner.sequential()),
                RandomStreams.of(1, StreamPurpose.SIMULATION), Progress.NONE);
            for (int step = 0; step < 50; step++) {
                chain.step();
            }
            start = System.nanoTime();
            try (TaskRunner.Pool pool = TaskRunner.withThreads(2)) {
                final NullSample sample = new MonteCarloTest(path, study.phenotype().values(),
                    SamplingSettings.DEFAULT.withReplicates(1999).withKernel(kernel), pool, Progress.NONE).run(0).get(0);
                System.out.printf(Locale.ROOT,
                    "%s %s: %d candidates, motif %s, T %.3f, sampled p %.4f (ess %.0f, trials %.1f) in %.1f s on two threads; exact "
                        + "p %s in %.2f s; the seed scan settles %.1f%% of %d trials%n",
                    arg, kernel, path.grid().size(), path.step(0).motif(), sample.observed(), sample.p(), sample.effectiveSampleSize(),
                    sample.trials(), (System.nanoTime() - start) / 1e9, exact.text(), exactSeconds,
                    100 - 100.0 * chain.refinements() / chain.trials(), chain.trials());
            }
        }
    }
}
