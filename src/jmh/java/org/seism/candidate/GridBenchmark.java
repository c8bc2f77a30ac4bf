package org.seism.candidate;

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
import org.seism.TaskRunner;
import org.seism.study.Study;

/** Enumerating the candidate words and filling the activation matrix, one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = {"-Xms3g", "-Xmx3g"})
@Warmup(iterations = 1)
@Measurement(iterations = 1)
public class GridBenchmark {
    /** Sequences x candidates. */
    @Param({"100x1000", "100x10000", "100x100000", "1000x1000", "1000x10000", "1000x100000", "5000x1000", "5000x10000",
        "5000x100000"})
    public String m_size;

    private PerformanceStudy m_data;
    private Study m_study;

    /** Simulates the data. */
    @Setup
    public void simulate() {
        m_data = PerformanceStudy.ofSize(m_size);
        m_study = m_data.study();
    }

    /** The grid with its matrix. */
    @Benchmark
    public WordGrid grid() {
        return m_data.grid(m_study, TaskRunner.sequential());
    }
}
