package org.seism.candidate;

import java.util.concurrent.TimeUnit;

import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
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

import dev.ludovic.netlib.blas.JavaBLAS;

/**
 * What the byte codes are compared with: the same product from a matrix of floats, by libraries and by a plain loop. Larger
 * matrices than 10^8 floats are left out; they take too much memory to be an alternative.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = {"-Xms3g", "-Xmx3g"})
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class FloatMatrixBenchmark {
    /** Sequences x candidates. */
    @Param({"1000x1000", "1000x10000", "1000x100000"})
    public String m_size;

    private static final int BLOCK = 18;

    private int m_n;
    private int m_p;
    /** Row-major n x p, which is column-major p x n. */
    private float[] m_floats;
    private FMatrixRMaj m_matrix;
    private FMatrixRMaj m_column;
    private FMatrixRMaj m_result;
    private float[] m_vector;
    private float[] m_second;
    private float[] m_out;
    private float[] m_secondOut;

    /** Unpacks the byte codes to floats. */
    @Setup
    public void build() {
        final PerformanceStudy data = PerformanceStudy.ofSize(m_size);
        final var study = data.study();
        final ActivationMatrix phi;
        try (TaskRunner.Pool pool = TaskRunner.withThreads(2)) {
            phi = data.grid(study, pool).activations();
        }
        m_n = phi.sequences();
        m_p = phi.candidates();
        m_floats = new float[m_n * m_p];
        for (int i = 0; i < m_n; i++) {
            final byte[] codes = phi.codes(phi.groupOf(i));
            for (int c = 0; c < phi.classes(); c++) {
                for (int g = phi.classStart(c); g < phi.classStart(c + 1); g++) {
                    m_floats[i * m_p + g] = (float)phi.activation(c, phi.level(phi.slotOf(i), codes[g] & 0xff));
                }
            }
        }
        m_vector = new float[m_n];
        m_second = new float[m_n];
        for (int i = 0; i < m_n; i++) {
            m_vector[i] = (float)study.phenotype().values()[i];
            m_second[i] = (float)study.phenotype().values()[m_n - 1 - i];
        }
        m_out = new float[m_p];
        m_secondOut = new float[m_p];
        m_matrix = FMatrixRMaj.wrap(m_n, m_p, m_floats);
        m_column = FMatrixRMaj.wrap(m_n, 1, m_vector);
        m_result = new FMatrixRMaj(m_p, 1);
    }

    /** EJML. */
    @Benchmark
    public FMatrixRMaj ejml() {
        CommonOps_FDRM.multTransA(m_matrix, m_column, m_result);
        return m_result;
    }

    /** The pure Java BLAS of dev.ludovic.netlib. */
    @Benchmark
    public float[] netlib() {
        JavaBLAS.getInstance().sgemv("N", m_p, m_n, 1, m_floats, m_p, m_vector, 1, 0, m_out, 1);
        return m_out;
    }

    /** A plain loop over cache-sized parts, row by row: one product. */
    @Benchmark
    public float[] axpy() {
        java.util.Arrays.fill(m_out, 0);
        for (int from = 0; from < m_p; from += 4096) {
            final int to = Math.min(m_p, from + 4096);
            for (int i = 0; i < m_n; i++) {
                add(m_floats, i * m_p, m_vector[i], m_out, from, to);
            }
        }
        return m_out;
    }

    /** What a sweep of block moves would need from floats: per block of 18 rows two products, rows drawn at random. */
    @Benchmark
    public float[] axpyBlocks() {
        for (int block = 0; block + BLOCK <= m_n; block += BLOCK) {
            for (int from = 0; from < m_p; from += 1024) {
                final int to = Math.min(m_p, from + 1024);
                java.util.Arrays.fill(m_out, from, to, 0);
                java.util.Arrays.fill(m_secondOut, from, to, 0);
                for (int k = block; k < block + BLOCK; k += 2) {
                    final int i = (int)(k * 7919L % m_n);
                    final int j = (int)((k + 1) * 7919L % m_n);
                    addTwo(m_floats, i * m_p, m_vector[i], m_second[i], j * m_p, m_vector[j], m_second[j], m_out, m_secondOut,
                        from, to);
                }
            }
        }
        return m_out;
    }

    private static void add(final float[] matrix, final int row, final float factor, final float[] out, final int from,
        final int to) {
        for (int g = from; g < to; g++) {
            out[g] += factor * matrix[row + g];
        }
    }

    private static void addTwo(final float[] matrix, final int row, final float a, final float b, final int other,
        final float c, final float d, final float[] out, final float[] second, final int from, final int to) {
        for (int g = from; g < to; g++) {
            out[g] += a * matrix[row + g] + c * matrix[other + g];
            second[g] += b * matrix[row + g] + d * matrix[other + g];
        }
    }
}
