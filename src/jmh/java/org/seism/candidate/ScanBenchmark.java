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
import org.seism.candidate.activation.ActivationMatrix;

/** One scan of all scores: the product of the activation matrix with a vector, one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = {"-Xms3g", "-Xmx3g"})
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class ScanBenchmark {
    /** Sequences x candidates. */
    @Param({"100x1000", "100x10000", "100x100000", "1000x1000", "1000x10000", "1000x100000", "5000x1000", "5000x10000",
        "5000x100000"})
    public String m_size;

    private ActivationMatrix m_phi;
    private double[] m_vector;

    /** Builds the matrix. */
    @Setup
    public void build() {
        m_phi = PerformanceStudy.pathOfSize(m_size).grid().activations();
        m_vector = PerformanceStudy.ofSize(m_size).study().phenotype().values();
    }

    /** In double precision from the byte codes. */
    @Benchmark
    public double[] scan() {
        return m_phi.transposeTimes(m_vector, TaskRunner.sequential());
    }
}
