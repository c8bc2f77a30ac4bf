package org.seism;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one core of this machine gives to a JVM: memory bandwidth far outside the caches and inside the first-level cache,
 * multiply-adds, and table look-ups in the first-level cache. One call works on a known amount, see {@link #units}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = {"-Xms3g", "-Xmx3g"})
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class RooflineBenchmark {
    private static final int LARGE = 64 << 20;
    private static final int SMALL = 2048;
    private static final int CODES = 1024;

    private float[] m_a;
    private float[] m_b;
    private float[] m_c;
    private final float[] m_smallA = new float[SMALL];
    private final float[] m_smallB = new float[SMALL];
    private final float[] m_smallC = new float[SMALL];
    private final byte[][] m_codes = new byte[6][CODES];
    private final long[][] m_tables = new long[6][216];
    private final long[] m_sums = new long[CODES];

    /**
     * @param benchmark name of a method
     * @return bytes moved, multiply-adds or look-ups of one call
     */
    public static double units(final String benchmark) {
        return switch (benchmark) {
            case "copy" -> 2.0 * 4 * LARGE;
            case "triad" -> 3.0 * 4 * LARGE;
            case "triadInL1" -> 3.0 * 4 * SMALL;
            case "multiplyAdd" -> 8.0 * SMALL;
            case "lookups", "lookupsStored" -> 6.0 * CODES;
            default -> throw new IllegalArgumentException(benchmark);
        };
    }

    /** Fills the arrays. */
    @Setup
    public void fill() {
        m_a = new float[LARGE];
        m_b = new float[LARGE];
        m_c = new float[LARGE];
        Arrays.fill(m_b, 1);
        Arrays.fill(m_c, 2);
        final var random = new java.util.SplittableRandom(1);
        for (int k = 0; k < 6; k++) {
            for (int i = 0; i < CODES; i++) {
                m_codes[k][i] = (byte)random.nextInt(216);
            }
            for (int i = 0; i < 216; i++) {
                m_tables[k][i] = random.nextLong() >> 4;
            }
        }
    }

    /** STREAM copy. */
    @Benchmark
    public float[] copy() {
        System.arraycopy(m_b, 0, m_a, 0, LARGE);
        return m_a;
    }

    /** STREAM triad. */
    @Benchmark
    public float[] triad() {
        triad(m_a, m_b, m_c, 3);
        return m_a;
    }

    /** The same in the first-level cache. */
    @Benchmark
    public float[] triadInL1() {
        triad(m_smallA, m_smallB, m_smallC, 3);
        return m_smallA;
    }

    private static void triad(final float[] a, final float[] b, final float[] c, final float s) {
        for (int i = 0; i < a.length; i++) {
            a[i] = b[i] + s * c[i];
        }
    }

    /** Multiply-adds on registers: eight in a row for every float that is loaded. */
    @Benchmark
    public float[] multiplyAdd() {
        multiplyAdd(m_smallA, m_smallB, m_smallC);
        return m_smallA;
    }

    private static void multiplyAdd(final float[] a, final float[] b, final float[] c) {
        for (int i = 0; i < a.length; i++) {
            final float y = b[i];
            final float z = c[i];
            float x = Math.fma(y, y, z);
            x = Math.fma(x, y, z);
            x = Math.fma(x, y, z);
            x = Math.fma(x, y, z);
            x = Math.fma(x, y, z);
            x = Math.fma(x, y, z);
            x = Math.fma(x, y, z);
            a[i] = Math.fma(x, y, z);
        }
    }

    /** Look-ups alone: six rows of codes and six tables in the first-level cache, summed up in registers. */
    @Benchmark
    public long lookups() {
        return lookups(m_codes[0], m_tables[0], m_codes[1], m_tables[1], m_codes[2], m_tables[2])
            + lookups(m_codes[3], m_tables[3], m_codes[4], m_tables[4], m_codes[5], m_tables[5]);
    }

    private static long lookups(final byte[] c0, final long[] t0, final byte[] c1, final long[] t1, final byte[] c2,
        final long[] t2) {
        long s0 = 0;
        long s1 = 0;
        long s2 = 0;
        for (int g = 0; g < CODES; g++) {
            s0 += t0[c0[g] & 0xff];
            s1 += t1[c1[g] & 0xff];
            s2 += t2[c2[g] & 0xff];
        }
        return s0 + s1 + s2;
    }

    /** Look-ups with one sum per candidate, as the sampler needs them. */
    @Benchmark
    public long[] lookupsStored() {
        stored(m_codes[0], m_tables[0], m_codes[1], m_tables[1], m_codes[2], m_tables[2], m_codes[3], m_tables[3], m_codes[4],
            m_tables[4], m_codes[5], m_tables[5], m_sums);
        return m_sums;
    }

    private static void stored(final byte[] c0, final long[] t0, final byte[] c1, final long[] t1, final byte[] c2,
        final long[] t2, final byte[] c3, final long[] t3, final byte[] c4, final long[] t4, final byte[] c5, final long[] t5,
        final long[] sums) {
        for (int g = 0; g < CODES; g++) {
            sums[g] = t0[c0[g] & 0xff] + t1[c1[g] & 0xff] + t2[c2[g] & 0xff] + t3[c3[g] & 0xff] + t4[c4[g] & 0xff]
                + t5[c5[g] & 0xff];
        }
    }
}
