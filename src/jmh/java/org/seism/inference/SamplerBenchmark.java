package org.seism.inference;

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
import org.seism.PerformanceStudy;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.inference.chain.BlockRotationChain;
import org.seism.inference.chain.Chain;
import org.seism.inference.chain.ChainLaw;
import org.seism.inference.chain.HypersphereChain;
import org.seism.inference.chain.StrataChain;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.event.EventShape;
import org.seism.inference.event.NullGeometry;
import org.seism.inference.event.PermutationNull;
import org.seism.inference.event.PermutationShape;
import org.seism.random.RandomStreams;
import org.seism.random.StreamPurpose;
import org.seism.selection.SelectionPath;

/** One step of every kernel and one exact test, for the third of three motifs, one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = {"-Xms3g", "-Xmx3g"})
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class SamplerBenchmark {
    /** Sequences x candidates. */
    @Param({"100x1000", "100x10000", "100x100000", "1000x1000", "1000x10000", "1000x100000", "5000x1000", "5000x10000",
        "5000x100000"})
    public String m_size;

    private NullGeometry m_geometry;
    private BlockRotationChain m_block;
    private Chain m_hypersphere;
    private Chain m_swap;

    /** Selects, and starts the chains. */
    @Setup
    public void build() {
        final SelectionPath path = PerformanceStudy.pathOfSize(m_size);
        final double[] y = PerformanceStudy.ofSize(m_size).study().phenotype().values();
        m_geometry = new NullGeometry(path, 2, Hypothesis.SEQUENTIAL, y);
        final EventShape shape = new EventShape(m_geometry, TaskRunner.sequential());
        m_block = new BlockRotationChain(shape, RandomStreams.of(1, StreamPurpose.SIMULATION, 1), Progress.NONE);
        m_hypersphere = new HypersphereChain(shape, RandomStreams.of(1, StreamPurpose.SIMULATION, 2));
        final PermutationNull exchanged = new PermutationNull(path, 2, Hypothesis.SEQUENTIAL, 3,
            NullDesign.plain(NullModel.PERMUTATION, y, new double[0][]));
        m_swap = new StrataChain(new PermutationShape(exchanged, TaskRunner.sequential()), ChainLaw.of(exchanged), exchanged.residual(),
            RandomStreams.of(1, StreamPurpose.SIMULATION, 3), Progress.NONE);
    }

    /** All blocks once, and the turns and reflections of so many steps. */
    @Benchmark
    public double blockSweep() {
        for (int k = 0; k < m_block.stepsPerSweep(); k++) {
            m_block.step();
        }
        return m_block.statistic();
    }

    /** One great circle. */
    @Benchmark
    public double hypersphereStep() {
        m_hypersphere.step();
        return m_hypersphere.statistic();
    }

    /** All blocks once, and now and then the reversal. */
    @Benchmark
    public double permutationSweep() {
        m_swap.step();
        return m_swap.statistic();
    }

    /** Without sampling. */
    @Benchmark
    public Object exactTest() {
        return ExactTest.test(m_geometry, TaskRunner.sequential(), Progress.NONE);
    }
}
