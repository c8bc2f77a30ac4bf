package org.seism;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Adds the processor time per operation to JMH's wall-clock time: on a machine with other work, the former is what a
 * kernel costs. Counts the thread that calls the benchmark and no other: not the JIT's, not the collector's, and not those of
 * a pool, which may have ended before anyone can ask for their time. So it says nothing of benchmarks with several threads.
 */
public final class CpuTimeProfiler implements InternalProfiler {
    private long m_before;

    @Override
    public String getDescription() {
        return "processor time of the calling thread";
    }

    private static long cpuTime() {
        final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (final long id : threads.getAllThreadIds()) {
            final var info = threads.getThreadInfo(id);
            if (info != null && info.getThreadName().contains("jmh-worker")) {
                sum += Math.max(0, threads.getThreadCpuTime(id));
            }
        }
        return sum;
    }

    @Override
    public void beforeIteration(final BenchmarkParams benchmarkParams, final IterationParams iterationParams) {
        m_before = cpuTime();
    }

    @Override
    @SuppressWarnings("rawtypes") // as JMH declares it
    public Collection<? extends Result> afterIteration(final BenchmarkParams benchmarkParams,
        final IterationParams iterationParams, final IterationResult result) {
        final long operations = Math.max(1, result.getMetadata().getAllOps());
        return List.of(new ScalarResult("cpu", (cpuTime() - m_before) / 1e3 / operations, "us/op", AggregationPolicy.AVG));
    }
}
