package org.seism.analysis;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.seism.PerformanceStudy;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.study.Study;

/** The whole analysis with three motifs and 19 replicates each, in a fresh JVM. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = {"-Xms3g", "-Xmx3g"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class DiscoverBenchmark {
    /** Sequences x candidates. */
    @Param({"100x1000", "100x10000", "100x100000", "1000x1000", "1000x10000", "1000x100000", "5000x1000", "5000x10000",
        "5000x100000"})
    public String m_size;

    /** Number of threads. */
    @Param({"2"})
    public int m_threads;

    private PerformanceStudy m_data;
    private Study m_study;
    private DiscoverySettings m_settings;
    private TaskRunner.Pool m_pool;

    /** Simulates the data. */
    @Setup
    public void simulate() {
        m_data = PerformanceStudy.ofSize(m_size);
        m_study = m_data.study();
        m_settings = DiscoverySettings.DEFAULT
            .withSelection(SelectionSettings.DEFAULT.withGrid(m_data.gridSettings()).withMotifs(3))
            .withSampling(DiscoverySettings.DEFAULT.sampling().withReplicates(19));
        m_pool = TaskRunner.withThreads(m_threads);
    }

    /** Ends the threads. */
    @TearDown(Level.Trial)
    public void close() {
        m_pool.close();
    }

    /** Grid, selection, sampled and exact tests, data split, sites. */
    @Benchmark
    public Discovery discover() {
        return SeismAnalysis.discover(m_study, m_settings, m_pool, Progress.NONE);
    }
}
